import type { Environment } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { nationalStackName, stackName, tableNameOf } from './names.ts';
import { NationalStack } from './national-stack.ts';
import { type CodeFolders, ProvinceStack } from './province-stack.ts';
import type { AppContext, Province } from './provinces.ts';
import { gatewayOverride, resolveSettings, settingsOf, stageOverrides } from './settings.ts';

export interface AppOptions extends AppContext {
  readonly code: CodeFolders;
}

/** Makes the stacks that are asked for. They do not refer to each other: each can be deployed, changed and destroyed alone. */
export function addStacks(scope: Construct, options: AppOptions): void {
  for (const province of options.provinces) addProvince(scope, province, options);
  if (options.gateway.length > 0) addGateway(scope, options);
}

function addProvince(scope: Construct, province: Province, options: AppOptions): void {
  const { stage, code } = options;
  const settings = resolveSettings(province, stage, options.region);
  new ProvinceStack(scope, stackName(province.pinyin, stage), {
    ...{ province, stage, settings, code },
    env: environment(options, settings.region),
    description: `Gongkai: annual disclosure reports of ${province.pinyin}, stage ${stage}`,
  });
}

function addGateway(scope: Construct, options: AppOptions): void {
  const { stage, code, gateway } = options;
  const name = nationalStackName(stage);
  const asked = options.region === undefined ? {} : { region: options.region };
  new NationalStack(scope, name, {
    ...{ stage, code },
    settings: settingsOf([gatewayOverride, asked, stageOverrides[stage] ?? {}], name),
    tables: gateway.map((province) => {
      const { region = null } = resolveSettings(province, stage, options.region);
      return { provinceCode: province.code, tableName: tableNameOf(stackName(province.pinyin, stage)), region };
    }),
    env: environment(options, options.region),
    description: `Gongkai: one API over the provinces, stage ${stage}`,
  });
}

function environment({ account }: AppOptions, region: string | undefined): Environment {
  return { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
}
