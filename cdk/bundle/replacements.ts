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

const replacements: readonly Replacement[] = [
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
