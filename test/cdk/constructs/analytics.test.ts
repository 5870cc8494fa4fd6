import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { longPanelColumns } from '../../../schema/record/exports/panel/long-panel.ts';
import { panelColumns } from '../../../schema/record/exports/panel/panel-table.ts';
import { provinceTemplate } from '../support/stacks.ts';

const template = provinceTemplate();
const sichuan = template.toJSON();

/** Statements of the policy of who asks the tables. */
function analystStatements(): Record<string, unknown>[] {
  const policies = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
  const policy = policies.find(({ Properties }) => JSON.stringify(Properties).includes('athena:StartQueryExecution'));
  return policy?.Properties.PolicyDocument.Statement ?? [];
}

/** As Glue writes the values of a partition's keys. */
const keysOfPartition = ['province=$', '{province}/year=$', '{year}/'].join('');

describe('the tables of a province in Glue', () => {
  it('have every column of their files, but for the keys of partitions', () => {
    const tables = Object.values(template.findResources('AWS::Glue::Table')).map(
      ({ Properties }) => Properties.TableInput,
    );
    expect(tables.map(({ Name }) => Name).toSorted()).toEqual(['figures', 'panel']);
    for (const { Name, StorageDescriptor, PartitionKeys } of tables) {
      const columns: { Name: string; Type: string }[] = StorageDescriptor.Columns;
      const own = (Name === 'panel' ? panelColumns : longPanelColumns).map(({ name }) => name);
      expect(columns.map((column) => column.Name)).toEqual(own.filter((name) => name !== 'year'));
      expect(PartitionKeys).toEqual([
        { Name: 'province', Type: 'string' },
        { Name: 'year', Type: 'int' },
      ]);
      expect(own).not.toContain('province');
      for (const { Type } of columns) expect(['string', 'int', 'double', 'boolean', 'date']).toContain(Type);
    }
  });

  it('find their partitions by province and year, without a crawler', () => {
    template.hasResourceProperties('AWS::Glue::Table', {
      TableInput: {
        Name: 'panel',
        Parameters: {
          'projection.enabled': 'true',
          'projection.province.values': '51,00',
          'storage.location.template': {
            'Fn::Join': ['', ['s3://', { Ref: 'RawBucket' }, `/tables/panel/${keysOfPartition}`]],
          },
        },
      },
    });
    expect(template.findResources('AWS::Glue::Crawler')).toEqual({});
  });
});

describe('queries of Athena', () => {
  it('may read so much and put their results where they are gone after a day', () => {
    template.hasResourceProperties('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: {
        EnforceWorkGroupConfiguration: true,
        BytesScannedCutoffPerQuery: 10_240 * 1024 * 1024,
        ResultConfiguration: {
          EncryptionConfiguration: { EncryptionOption: 'SSE_S3' },
          OutputLocation: { 'Fn::Join': ['', ['s3://', { Ref: 'RawBucket' }, '/exports/queries/']] },
        },
      },
    });
  });

  it('are asked by whoever may read the tables, write results and nothing else', () => {
    const statements = analystStatements();
    const actions = statements.flatMap(({ Action }) => Action as string | string[]);
    expect(actions.filter((action) => /Delete|Create|Update|\*/.test(action))).toEqual([]);
    const writes = statements.filter(({ Action }) => JSON.stringify(Action).includes('s3:PutObject'));
    expect(writes.map(({ Resource }) => JSON.stringify(Resource))).toEqual([
      expect.stringContaining('/exports/queries/*'),
    ]);
    const text = JSON.stringify(statements);
    expect([text.includes('dynamodb'), text.includes('/raw/'), text.includes('"Resource":"*"')]).toEqual([
      ...[false, false, false],
    ]);
  });
});

it('the clock calls the export function every hour', () => {
  template.hasResourceProperties('AWS::Events::Rule', {
    ScheduleExpression: 'rate(60 minutes)',
    Targets: [{ Arn: Match.anyValue(), Input: '{"keep":"tables"}' }],
  });
  const rules = Object.keys(template.findResources('AWS::Events::Rule'));
  const allowed = Object.values(
    sichuan.Resources as Record<string, { Type: string; Properties?: { Principal?: string } }>,
  );
  const permissions = allowed.filter(
    ({ Type, Properties }) => Type === 'AWS::Lambda::Permission' && Properties?.Principal === 'events.amazonaws.com',
  );
  expect([rules.length, permissions.length]).toEqual([1, 1]);
});
