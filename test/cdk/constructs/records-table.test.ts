import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { tableIndexes, tableKeyNames } from '../../../infra/store/table.ts';
import { provinceTemplate } from '../support/stacks.ts';

const template = provinceTemplate();

const keys = ({ partition, sort }: { readonly partition: string; readonly sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

test('the table has the keys and the indexes that the code reads and writes', () => {
  template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    TableName: 'gongkai-sichuan-records',
    KeySchema: keys(tableKeyNames),
    GlobalSecondaryIndexes: Object.entries(tableIndexes).map(([IndexName, names]) => ({
      IndexName,
      KeySchema: keys(names),
      Projection: { ProjectionType: 'ALL' },
    })),
  });
  expect(Object.keys(tableIndexes).length).toBeGreaterThan(0);
});

test('it is paid by the request, can be put back to any second of a month, and is not deleted by mistake', () => {
  template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    BillingMode: 'PAY_PER_REQUEST',
    Replicas: [
      Match.objectLike({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    ],
  });
});

test('it lies in the region of its stack alone, encrypted with a key of the service', () => {
  template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    Replicas: [Match.objectLike({ Region: { Ref: 'AWS::Region' } })],
    SSESpecification: { SSEEnabled: false },
  });
});

test('it outlives its stack', () => {
  template.hasResource('AWS::DynamoDB::GlobalTable', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});
