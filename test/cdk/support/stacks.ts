import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll } from 'vitest';
import { nationalStackName, stackName, tableNameOf } from '../../../cdk/names.ts';
import { NationalStack } from '../../../cdk/national-stack.ts';
import { ProvinceStack } from '../../../cdk/province-stack.ts';
import { provinceNamed } from '../../../cdk/provinces.ts';
import type { Override } from '../../../cdk/settings.ts';
import { settingsOf } from '../../../cdk/settings.ts';
import cdkJson from '../../../cdk.json' with { type: 'json' };

const outputs = mkdtempSync(join(tmpdir(), 'gongkai-cdk-'));
afterAll(() => rmSync(outputs, { recursive: true }));

/** An app that leaves nothing behind; without `context` with that of the real one. */
export function newApp(context: Readonly<Record<string, unknown>> = cdkJson.context): App {
  return new App({ context, outdir: mkdtempSync(join(outputs, 'app-')) });
}

const folder = `${import.meta.dirname}/code`;
const code = { ingest: folder, graphql: folder, export: folder, site: `${import.meta.dirname}/site` };

/** A stack for Sichuan with the defaults, or with what a test says. */
export function provinceStack(override: Override = {}, name = 'sichuan', app = newApp()): ProvinceStack {
  const province = provinceNamed(name);
  const settings = settingsOf([override], name);
  return new ProvinceStack(app, stackName(name, 'prod'), {
    ...{ province, settings, code, stage: 'prod' },
    env: settings.region === undefined ? {} : { region: settings.region },
  });
}

export function provinceTemplate(override: Override = {}, name = 'sichuan'): Template {
  return Template.fromStack(provinceStack(override, name));
}

/** The gateway over Sichuan and, in another region, Guizhou. */
export function nationalStack(app = newApp()): NationalStack {
  const table = (name: string, region: string | null) => ({
    provinceCode: provinceNamed(name).code,
    tableName: tableNameOf(stackName(name, 'prod')),
    region,
  });
  return new NationalStack(app, nationalStackName('prod'), {
    ...{ stage: 'prod', code, settings: settingsOf([], 'national') },
    tables: [table('sichuan', null), table('guizhou', 'ap-southeast-1')],
  });
}

/** What the security rules find in an app, one line a finding. */
export function findings(make: (app: App) => unknown): string[] {
  const app = newApp();
  make(app);
  const report = new AwsSolutionsChecks(app).validateScope(app);
  return report.violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ resourceLogicalId }) => `${ruleName} ${resourceLogicalId}`),
  );
}
