import { CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms, apiAlarmRules, Notices } from './constructs/alarms.ts';
import { GraphqlApi } from './constructs/graphql-api.ts';
import { GraphqlFunction } from './constructs/graphql-function.ts';
import { readStatements } from './permissions.ts';
import type { CodeFolders } from './province-stack.ts';
import type { Settings } from './settings.ts';

/** A province's table as the gateway is told of it; without a region it lies in the gateway's own. */
interface TableRef {
  readonly provinceCode: string;
  readonly tableName: string;
  readonly region: string | null;
}

export interface NationalStackProps extends StackProps {
  readonly stage: string;
  readonly settings: Settings;
  readonly code: CodeFolders;
  readonly tables: readonly TableRef[];
}

/** The GraphQL function over many provinces' tables. It reads them and has nothing of its own to lose. */
export class NationalStack extends Stack {
  constructor(scope: Construct, id: string, props: NationalStackProps) {
    super(scope, id, props);
    Tags.of(this).add('gongkai:stage', props.stage);
    const tables = props.tables.map((table) => ({ ...table, region: table.region ?? this.region }));
    const graphql = new GraphqlFunction(this, 'Graphql', {
      ...{ code: props.code.graphql, settings: props.settings },
      environment: { TABLES: this.toJsonString(byProvince(tables)) },
      statements: tables.flatMap((table) => readStatements({ tableArn: this.tableArn(table) })),
    });
    const api = new GraphqlApi(this, 'Api', { handler: graphql.function, settings: props.settings });
    const { addresses, runbook } = props.settings.alarms;
    const notices = new Notices(this, 'Notices', addresses);
    new Alarms(this, 'Alarms', { rules: apiAlarmRules, watched: api, notices, runbook });
    new CfnOutput(this, 'GraphqlUrl', { value: api.urls.open });
    new CfnOutput(this, 'GraphqlFunctionName', { value: graphql.function.lambda.functionName });
  }

  /** Provinces' stacks are not referred to: one that is destroyed must not hold this one back. */
  private tableArn({ tableName, region }: { readonly tableName: string; readonly region: string }): string {
    return this.formatArn({ service: 'dynamodb', resource: 'table', resourceName: tableName, region });
  }
}

interface PlacedTable extends TableRef {
  readonly region: string;
}

/** The value of `TABLES`, as `infra/store/national/provinces.ts` reads it. */
function byProvince(tables: readonly PlacedTable[]) {
  return Object.fromEntries(tables.map(({ provinceCode, tableName, region }) => [provinceCode, { tableName, region }]));
}
