import { CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StackOutputs } from '../infra/aws/stack.ts';
import { acknowledge } from './acknowledge.ts';
import type { Watched } from './constructs/alarms.ts';
import { Alarms, alarmPrefix, alarmRules, MonthlyBudget, Notices } from './constructs/alarms.ts';
import { Analytics } from './constructs/analytics.ts';
import { ProvinceDashboard } from './constructs/dashboard.ts';
import { ExportFunction } from './constructs/export-function.ts';
import { GraphqlApi } from './constructs/graphql-api.ts';
import { GraphqlFunction } from './constructs/graphql-function.ts';
import { IngestFunction } from './constructs/ingest-function.ts';
import { IngestQueue } from './constructs/ingest-queue.ts';
import { OperatorPolicy } from './constructs/operator-policy.ts';
import { RawBucket, rawBucketName } from './constructs/raw-bucket.ts';
import { RecordsTable } from './constructs/records-table.ts';
import { Site } from './constructs/site.ts';
import { metricsNamespace, tableNameOf } from './names.ts';
import {
  documentWildcards,
  originalStatements,
  readStatements,
  searchStatements,
  tableActions,
  tableStatement,
} from './permissions.ts';
import type { Province } from './provinces.ts';
import type { Settings } from './settings.ts';
import { retrySeconds } from './settings.ts';

/** Folders of the bundled functions, and of the explorer's files. */
export interface CodeFolders {
  readonly ingest: string;
  readonly graphql: string;
  readonly export: string;
  readonly site: string;
}

export interface ProvinceStackProps extends StackProps {
  readonly province: Province;
  readonly stage: string;
  readonly settings: Settings;
  readonly code: CodeFolders;
}

/** Indexes of texts while they are searched: twenty years of a province (`functions/search/open-text-search.ts`). Idle it costs nothing. */
const searchDiskMb = 2_048;

/** Tags of everything in a stack. Costs can be told apart by them. */
const tags = { province: 'gongkai:province', stage: 'gongkai:stage' } as const;

/** Everything a province has in AWS. It shares nothing with another's. */
export class ProvinceStack extends Stack {
  constructor(scope: Construct, id: string, props: ProvinceStackProps) {
    super(scope, id, props);
    const { province, stage } = props;
    Tags.of(this).add(tags.province, province.pinyin);
    Tags.of(this).add(tags.stage, stage);
    const stores = this.addStores(props);
    const functions = this.addFunctions(props, stores);
    const operations = this.addOperations(props, { ...stores, ...functions });
    this.tell({ ...stores, ...functions, ...operations, province });
  }

  private addStores({ settings, code }: ProvinceStackProps) {
    const { ingest, retention, uploadOrigins, features } = settings;
    const bucketName = rawBucketName(this);
    const originals = `https://${bucketName}.s3.${this.region}.${this.urlSuffix}`;
    const site = features.site
      ? new Site(this, 'Site', { files: code.site, originals, logDays: retention.logDays })
      : null;
    const origins = site === null ? uploadOrigins : [...uploadOrigins, site.origin];
    const retry = { retrySeconds: retrySeconds(ingest), deliveries: ingest.deliveries };
    const queue = new IngestQueue(this, 'Queue', { bucketName, ...retry });
    const { table } = new RecordsTable(this, 'Records', tableNameOf(this.stackName));
    const exports = new ExportFunction(this, 'Exports', { code: code.export, settings, table, bucketName });
    const { bucket } = new RawBucket(this, 'Raw', { bucketName, queue, exports, retention, uploadOrigins: origins });
    exports.letUse(bucket);
    return { site, queue, exports, bucket, table };
  }

  private addFunctions({ province, settings, code }: ProvinceStackProps, stores: Stores) {
    const { bucket, queue, table, exports, site } = stores;
    const ingest = new IngestFunction(this, 'Ingest', {
      ...{ code: code.ingest, settings, province, bucket, queue, table },
    });
    const graphql = new GraphqlFunction(this, 'Graphql', {
      ...{ code: code.graphql, settings, diskMb: searchDiskMb },
      environment: { TABLE_NAME: table.tableName, BUCKET_NAME: bucket.bucketName, QUEUE_URL: queue.queue.queueUrl },
      statements: [
        ...readStatements(table),
        tableStatement(table.tableArn, tableActions.review),
        ...originalStatements(bucket, queue.queue),
        ...searchStatements(bucket),
      ],
    });
    acknowledge(graphql, documentWildcards);
    const api = new GraphqlApi(this, 'Api', { handler: graphql.function, exports: exports.function, settings });
    site?.serveApi(api.api);
    return { ingest, graphql, api };
  }

  private addOperations({ province, settings }: ProvinceStackProps, parts: Parts) {
    const { runbook, addresses } = settings.alarms;
    const watched = watchedOf(province, parts);
    const notices = new Notices(this, 'Notices', addresses);
    const { alarms } = new Alarms(this, 'Alarms', { rules: alarmRules, watched, notices, runbook });
    const ingestLogGroup = parts.ingest.function.logs.logGroupName;
    const { dashboard } = new ProvinceDashboard(this, 'Dashboard', { watched, alarms, ingestLogGroup, runbook });
    const { bucket, queue, table } = parts;
    const { policy } = new OperatorPolicy(this, 'Operator', { bucket, queue, table, api: parts.api.api });
    const { budgetUsd } = settings.features;
    if (budgetUsd !== null) {
      new MonthlyBudget(this, 'Budget', { usd: budgetUsd, tag: [tags.province, province.pinyin], notices });
    }
    const analytics = new Analytics(this, 'Analytics', { province, bucket, exports: parts.exports, settings });
    return { dashboard, operator: policy, analytics };
  }

  /** The outputs by which operations find everything. */
  private tell({
    province,
    bucket,
    queue,
    table,
    ingest,
    graphql,
    api,
    dashboard,
    operator,
    site,
    analytics,
  }: Told): void {
    const outputs: Required<Record<keyof StackOutputs, string | undefined>> = {
      ProvinceName: province.pinyin,
      ProvinceCode: province.code,
      Region: this.region,
      BucketName: bucket.bucketName,
      QueueUrl: queue.queue.queueUrl,
      QueueArn: queue.queue.queueArn,
      DeadLetterQueueUrl: queue.deadLetters.queueUrl,
      DeadLetterQueueArn: queue.deadLetters.queueArn,
      RedriveSourceId: ingest.redriveSource.eventSourceMappingId,
      TableName: table.tableName,
      GraphqlUrl: api.urls.open,
      AdminGraphqlUrl: api.urls.authorised,
      IngestFunctionName: ingest.function.lambda.functionName,
      GraphqlFunctionName: graphql.function.lambda.functionName,
      IngestLogGroupName: ingest.function.logs.logGroupName,
      AlarmNamePrefix: alarmPrefix(this),
      MetricsNamespace: metricsNamespace,
      DashboardName: dashboard.dashboardName,
      OperatorPolicyArn: operator.managedPolicyArn,
      DatabaseName: analytics.database,
      WorkGroupName: analytics.workGroup,
      AnalystPolicyArn: analytics.policy.managedPolicyArn,
      SiteUrl: site?.origin,
      SiteBucketName: site?.bucket.bucketName,
    };
    for (const [name, value] of Object.entries(outputs)) {
      if (value !== undefined) new CfnOutput(this, name, { value });
    }
  }
}

type Stores = ReturnType<ProvinceStack['addStores']>;
type Parts = Stores & ReturnType<ProvinceStack['addFunctions']>;
type Told = Parts & ReturnType<ProvinceStack['addOperations']> & { readonly province: Province };

function watchedOf({ pinyin }: Province, { queue, ingest, graphql, exports, api, table }: Parts): Watched {
  return {
    provinceName: pinyin,
    queue: queue.queue,
    deadLetters: queue.deadLetters,
    ingest: ingest.function.lambda,
    graphql: graphql.function.lambda,
    exports: exports.function.lambda,
    api: api.api,
    table,
  };
}
