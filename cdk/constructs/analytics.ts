import { Aws, Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { ManagedPolicy, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { queryResultsPrefix } from '../../infra/aws/exports.ts';
import { tablesPrefix } from '../../infra/aws/table-files.ts';
import type { Column, ColumnType } from '../../schema/record/exports/column.ts';
import { type KeptTable, keptTables } from '../../schema/record/exports/kept-table.ts';
import { longPanelColumns } from '../../schema/record/exports/panel/long-panel.ts';
import { panelColumns } from '../../schema/record/exports/panel/panel-table.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Province } from '../provinces.ts';
import type { Settings } from '../settings.ts';
import type { ExportFunction } from './export-function.ts';

export interface AnalyticsProps {
  readonly province: Province;
  readonly bucket: Bucket;
  readonly exports: ExportFunction;
  readonly settings: Settings;
}

/** Years that are looked for; of those without a file nothing is read. */
const years = { first: 2004, last: 2060 } as const;

/** The province of reports of which none is known. */
const noProvince = '00';

const types: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  integer: 'int',
  year: 'int',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
};

/** A partition of a table by this name stands in the place of the column of the file. */
const partitionKeys = [
  { name: 'province', type: 'string' },
  { name: 'year', type: 'int' },
] as const;

const columnsOf: Readonly<Record<KeptTable, readonly Pick<Column<never>, 'name' | 'type'>[]>> = {
  panel: panelColumns,
  figures: longPanelColumns,
};

/**
 * What engines of SQL need to read the tables of a province from its bucket (docs/sql.md): a database of Glue, whose partitions follow from province and year, so that no
 * crawler has to run; a workgroup of Athena with a limit on what a query may read; and a policy for who asks.
 */
export class Analytics extends Construct {
  readonly database: string;
  readonly workGroup: string;
  readonly policy: ManagedPolicy;

  constructor(scope: Construct, id: string, { province, bucket, exports, settings }: AnalyticsProps) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    const database = new CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      // Glue and Athena take a name with small letters, digits and low lines alone without quotes.
      databaseInput: { name: stackName.replaceAll('-', '_'), description: `Reports of ${stackName}` },
    });
    this.database = database.ref;
    const tables = keptTables.map((name) => this.addTable(name, { province, bucket }));
    const workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: stackName,
      description: `Queries of ${stackName}`,
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: false,
        bytesScannedCutoffPerQuery: settings.analytics.mostScannedMb * 1024 * 1024,
        resultConfiguration: {
          outputLocation: bucket.s3UrlForObject(queryResultsPrefix),
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    });
    this.addClock(exports, settings.analytics.everyMinutes);
    this.workGroup = workGroup.ref;
    this.policy = this.addPolicy(bucket, tables);
  }

  /** The rule itself: CDK's own target names the permission for a digest of the stack's name. */
  private addClock(exports: ExportFunction, minutes: number): void {
    const { lambda } = exports.function;
    const rule = new CfnRule(this, 'Clock', {
      description: `Brings the tables of ${Stack.of(this).stackName} up to date`,
      scheduleExpression: `rate(${minutes} minutes)`,
      targets: [
        {
          ...{ id: 'Tables', arn: lambda.functionArn, input: JSON.stringify({ keep: 'tables' }) },
          // What one time misses the next makes good.
          retryPolicy: { maximumRetryAttempts: 0 },
        },
      ],
    });
    lambda.addPermission('Clock', {
      principal: new ServicePrincipal('events.amazonaws.com'),
      sourceArn: rule.attrArn,
    });
  }

  private addTable(name: KeptTable, { province, bucket }: Pick<AnalyticsProps, 'province' | 'bucket'>): CfnTable {
    const location = bucket.s3UrlForObject(`${tablesPrefix}${name}/`);
    const keys: readonly string[] = partitionKeys.map((key) => key.name);
    return new CfnTable(this, name === 'panel' ? 'Panel' : 'Figures', {
      catalogId: Aws.ACCOUNT_ID,
      databaseName: this.database,
      tableInput: {
        name,
        tableType: 'EXTERNAL_TABLE',
        parameters: {
          classification: 'parquet',
          'projection.enabled': 'true',
          'projection.province.type': 'enum',
          'projection.province.values': `${province.code},${noProvince}`,
          'projection.year.type': 'integer',
          'projection.year.range': `${years.first},${years.last}`,
          'storage.location.template': `${location}province=\${province}/year=\${year}/`,
        },
        partitionKeys: [...partitionKeys],
        storageDescriptor: {
          location,
          inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
          serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
          columns: columnsOf[name]
            .filter((column) => !keys.includes(column.name))
            .map((column) => ({ name: column.name, type: types[column.type] })),
        },
      },
    });
  }

  /** Reads the tables and the results of one's queries, and nothing else of the stack: no document and no record. */
  private addPolicy(bucket: Bucket, ofDatabase: readonly CfnTable[]): ManagedPolicy {
    const arn = (service: string, resource: string) =>
      `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`;
    const results = bucket.arnForObjects(`${queryResultsPrefix}*`);
    const tables = bucket.arnForObjects(`${tablesPrefix}*`);
    const policy = new ManagedPolicy(this, 'Analyst', {
      description: `Asks the tables of ${Stack.of(this).stackName} with SQL`,
      statements: [
        new PolicyStatement({
          actions: [
            ...['athena:GetWorkGroup', 'athena:StartQueryExecution', 'athena:StopQueryExecution'],
            ...['athena:GetQueryExecution', 'athena:GetQueryResults'],
          ],
          resources: [arn('athena', `workgroup/${this.workGroup}`)],
        }),
        new PolicyStatement({
          actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetTables', 'glue:GetPartition', 'glue:GetPartitions'],
          resources: [
            arn('glue', 'catalog'),
            arn('glue', `database/${this.database}`),
            ...ofDatabase.map((table) => arn('glue', `table/${this.database}/${table.ref}`)),
          ],
        }),
        new PolicyStatement({ actions: ['s3:GetObject'], resources: [tables] }),
        new PolicyStatement({
          actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
          resources: [results],
        }),
        new PolicyStatement({ actions: ['s3:GetBucketLocation'], resources: [bucket.bucketArn] }),
        new PolicyStatement({
          actions: ['s3:ListBucket'],
          resources: [bucket.bucketArn],
          conditions: { StringLike: { 's3:prefix': [`${tablesPrefix}*`, `${queryResultsPrefix}*`] } },
        }),
      ],
    });
    acknowledge(policy, {
      [`AwsSolutions-IAM5[Resource::<RawBucket.Arn>/${tablesPrefix}*]`]:
        'A file for each province and year; all of them are public data, and nothing else lies under this prefix.',
      [`AwsSolutions-IAM5[Resource::<RawBucket.Arn>/${queryResultsPrefix}*]`]:
        'Athena names the results of a query for its id. They are gone after a day.',
    });
    return policy;
  }
}
