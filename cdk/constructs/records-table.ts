import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type CfnGlobalTable,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { type KeyNames, tableIndexes, tableKeyNames } from '../../infra/store/table.ts';

/**
 * The table of records, as `infra/store/table.ts` says. It outlives the stack, and is not deleted by mistake. Its logical id is
 * pinned, so that no rearrangement of constructs makes CloudFormation replace it.
 */
export class RecordsTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, tableName: string) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      tableName,
      ...keys(tableKeyNames),
      globalSecondaryIndexes: Object.entries(tableIndexes).map(([indexName, names]) => ({
        indexName,
        ...keys(names),
        projectionType: ProjectionType.ALL,
      })),
      // Reports come in two months of the year, and queries when people look: nothing to pay for in between.
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // The L1 of a TableV2 is always a CfnGlobalTable.
    (this.table.node.defaultChild as CfnGlobalTable).overrideLogicalId('RecordsTable');
  }
}

function keys({ partition, sort }: KeyNames) {
  return {
    partitionKey: { name: partition, type: AttributeType.STRING },
    sortKey: { name: sort, type: AttributeType.STRING },
  };
}
