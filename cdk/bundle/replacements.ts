import { readFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { Loader, Plugin } from 'esbuild';

/** Modules that are bundled in another form than they have on disk. */
interface Replacement {
  readonly modules: RegExp;
  readonly form: (contents: string) => string;
  readonly reason: string;
}

/** `export var GetObject$ = [ … ];`, with what is assigned apart. */
const describedOperation = /^((?:export )?var \w+\$? = )(\[[\s\S]*?\]);$/gm;

/** What the rest of zod names of it; nobody calls it. */
const noJsonSchema = `
const none = () => undefined;
export {
  none as initializeContext, none as process, none as processSchema, none as extractDefs, none as finalize,
  none as handleUnrepresentable,
  none as createToJSONSchemaMethod, none as createStandardJSONSchemaMethod,
};`;

/** As Yoga uses its cache: `get` and `set` by document. */
const leastRecentlyUsed = `
export function _createLRUCache({ max = 1024 } = {}) {
  const kept = new Map();
  const set = (key, value) => {
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > max) kept.delete(kept.keys().next().value);
  };
  const get = (key) => {
    const value = kept.get(key);
    if (value !== undefined) set(key, value);
    return value;
  };
  return { get, set };
}
export const createLRUCache = _createLRUCache;`;

const replacements: readonly Replacement[] = [
  {
    modules: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/,
    form: () => "export { default as en } from './en.js';",
    reason: 'Messages of zod in fifty languages are 260 KB; ours are read by operators, in English.',
  },
  {
    modules: /[\\/](?:schema|parser|infra|functions)[\\/].+\.ts$/,
    form: (contents) => contents.replace("import { z } from 'zod';", "import * as z from 'zod';"),
    reason: 'The same thing in words from which esbuild sees what of zod is used; it leaves out the rest.',
  },
  {
    modules: /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/,
    form: (contents) => contents.replace(describedOperation, '$1/* @__PURE__ */ (() => $2)();'),
    reason:
      'Descriptions of every operation of a service, 65 KB for S3: said to have no effect, those not called are left out.',
  },
  {
    modules: /[\\/]@whatwg-node[\\/]fetch[\\/]dist[\\/](?:esm|node)-ponyfill\.js$/,
    form: () => "module.exports = require('./global-ponyfill.js');",
    reason: 'Fetch is built into the Node that Lambda runs; a second one is 100 KB.',
  },
  {
    modules: /[\\/]@aws-sdk[\\/]credential-provider-node[\\/]dist-es[\\/]index\.js$/,
    form: () => "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
    reason: 'Lambda gives credentials in the environment; sign-on, profiles and instance metadata are 120 KB.',
  },
  {
    modules: /[\\/]zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/,
    form: () => 'export const toJSONSchema = undefined; export const allProcessors = {};',
    reason: 'Nobody asks zod for a JSON Schema, 10 KB: that of a record is printed before.',
  },
  {
    modules: /[\\/]zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/,
    form: () => noJsonSchema,
    reason: 'The same, 8 KB: every schema of zod carries the way to one.',
  },
  {
    modules: /[\\/]graphql-yoga[\\/]esm[\\/]utils[\\/]create-lru-cache\.js$/,
    form: () => leastRecentlyUsed,
    reason: 'A cache of parsed documents that forgets the one used longest ago takes ten lines; the package has 16 KB.',
  },
  {
    modules: /[\\/]@graphql-tools[\\/]executor[\\/]esm[\\/]index\.js$/,
    form: () => "export const normalizedExecutor = () => { throw new Error('subscriptions are not served'); };",
    reason:
      'Yoga would execute with it; queries are executed by `functions/graphql/execute/`, and there are no subscriptions.',
  },
  {
    modules: /[\\/]graphql-yoga[\\/]esm[\\/]landing-page-html\.js$/,
    form: () => "export default '';",
    reason: "Yoga's page for addresses that are not the API's, 12 KB, is switched off.",
  },
  {
    modules: /[\\/]bowser[\\/].+\.m?js$/,
    form: () => 'export default {};',
    reason: 'The SDK tells browsers apart with it, 33 KB; Lambda is none.',
  },
];

const loaders: Readonly<Record<string, Loader>> = { '.ts': 'ts', '.js': 'js', '.mjs': 'js' };

/** Puts the smaller forms in the place of the modules that no function needs whole. */
export const replacementPlugin: Plugin = {
  name: 'replacements',
  setup(build) {
    for (const { modules, form } of replacements) {
      build.onLoad({ filter: modules }, async ({ path }) => ({
        contents: form(await readFile(path, 'utf8')),
        resolveDir: dirname(path),
        loader: loaders[extname(path)] ?? 'default',
      }));
    }
  },
};
