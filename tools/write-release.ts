import { writeFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { addStacks } from '../cdk/add-stacks.ts';
import { provinceNamed } from '../cdk/provinces.ts';
import cdkJson from '../cdk.json' with { type: 'json' };
import { siteFolder } from '../infra/site.ts';

// Run with every release, after `node cdk/bundle/bundle.ts`: the next one is held against what is deployed now.
const app = new App({ context: cdkJson.context });
addStacks(app, {
  stage: 'prod',
  provinces: [provinceNamed('sichuan')],
  gateway: [],
  code: { ingest: 'dist/ingest', graphql: 'dist/graphql', export: 'dist/export', site: siteFolder },
});
const { template } = app.synth().getStackByName('gongkai-sichuan');
writeFileSync(new URL('../cdk/released/province.json', import.meta.url), `${JSON.stringify(template, null, 2)}\n`);
