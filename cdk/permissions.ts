import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { tableIndexes } from '../infra/table.ts';

/** What the functions may do with items of the table, each action because the code sends it; a test holds one against the other. */
export const tableActions = {
  /** Reads what is stored of an agency, writes records, and takes back what a newer parser reads otherwise. */
  ingest: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'DeleteItem'],
  read: ['GetItem', 'BatchGetItem', 'Query'],
  /** Stores decisions on findings, which come through the authorised route. */
  review: ['PutItem'],
} as const;

/** Actions on the items of a table. */
export function tableStatement(tableArn: string, actions: readonly string[]): PolicyStatement {
  return new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources: [tableArn] });
}

/** Queries of the indexes of a table, each by its name. */
function indexStatement(tableArn: string): PolicyStatement {
  const resources = Object.keys(tableIndexes).map((index) => `${tableArn}/index/${index}`);
  return new PolicyStatement({ actions: ['dynamodb:Query'], resources });
}

/** Everything that reading the records of a table takes, and nothing that changes them. */
export function readStatements({ tableArn }: Pick<TableV2, 'tableArn'>): PolicyStatement[] {
  return [tableStatement(tableArn, tableActions.read), indexStatement(tableArn)];
}
