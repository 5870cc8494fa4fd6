import { copyFileSync, writeFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { addStacks } from '../cdk/add-stacks.ts';
import { provinceNamed } from '../cdk/provinces.ts';
import cdkJson from '../cdk.json' with { type: 'json' };
import { siteFolder } from '../infra/site.ts';
import { parserVersion } from '../parser/version.ts';
import { recordDigests } from '../test/support/record-digests.ts';

/**
 * Writes what the next changes are held against (`released/`): the GraphQL schema that clients were promised, the template that is
 * deployed, and the parser's version with a digest of what it makes of each document of the corpus. `npm run release`
 * runs it after the schema is printed and the bundles are made.
 */
const released = new URL('../released/', import.meta.url);

copyFileSync(new URL('../schema/graphql/schema.graphql', import.meta.url), new URL('schema.graphql', released));
write('province.json', deployedTemplate());
write('records.json', { version: parserVersion, records: await recordDigests() });

function write(name: string, content: object): void {
  writeFileSync(new URL(name, released), `${JSON.stringify(content, null, 2)}\n`);
}

function deployedTemplate(): object {
  const app = new App({ context: cdkJson.context });
  addStacks(app, {
    stage: 'prod',
    provinces: [provinceNamed('sichuan')],
    gateway: [],
    code: { ingest: 'dist/ingest', graphql: 'dist/graphql', export: 'dist/export', site: siteFolder },
  });
  return app.synth().getStackByName('gongkai-sichuan').template;
}
