import { Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { NodeFunction } from './node-function.ts';

export interface GraphqlFunctionProps {
  readonly code: string;
  readonly settings: Settings;
  /** Where its records are: `TABLE_NAME` or `TABLES`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Disk for what it holds while it runs; absent: as much as Lambda gives everybody. */
  readonly diskMb?: number;
  /** What it may do to read them. */
  readonly statements: readonly PolicyStatement[];
}

/** The function that answers GraphQL, of one province or of all. */
export class GraphqlFunction extends Construct {
  readonly function: NodeFunction;

  constructor(scope: Construct, id: string, { code, settings, environment, statements, diskMb }: GraphqlFunctionProps) {
    super(scope, id);
    const { api, retention, features } = settings;
    this.function = new NodeFunction(this, 'Graphql', {
      code,
      environment,
      description: `Answers GraphQL for ${Stack.of(this).stackName}: records and decisions on them`,
      memoryMb: api.memoryMb,
      timeoutSeconds: api.timeoutSeconds,
      ...(diskMb === undefined ? {} : { diskMb }),
      arm64: features.arm64,
      logDays: retention.logDays,
    });
    for (const statement of statements) this.function.lambda.addToRolePolicy(statement);
  }
}
