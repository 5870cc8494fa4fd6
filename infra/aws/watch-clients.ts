import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { clientConfig } from './aws-clients.ts';
import type { AwsEnv } from './env.ts';

/** A client of what describes stacks. These two are the operator's: no function needs them, so no bundle holds them. */
export function createCloudFormationClient(env: AwsEnv): CloudFormationClient {
  return new CloudFormationClient(clientConfig(env));
}

/** A client of metrics and alarms. */
export function createCloudWatchClient(env: AwsEnv): CloudWatchClient {
  return new CloudWatchClient(clientConfig(env));
}
