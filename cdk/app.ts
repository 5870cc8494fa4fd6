import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { siteFolder } from '../infra/site.ts';
import { addStacks } from './add-stacks.ts';
import { readContext } from './provinces.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
addStacks(app, {
  ...readContext(app),
  code: { ingest: 'dist/ingest', graphql: 'dist/graphql', export: 'dist/export', site: siteFolder },
});
