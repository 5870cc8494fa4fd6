import process from 'node:process';
import type { Command } from 'commander';
import type { Env } from '../infra/aws/env.ts';
import { describeStack } from '../infra/aws/stack.ts';
import { type RunningStack, runningStack } from './running-stack.ts';

/** What an operation works on: a deployed stack, or the one that runs on this machine. */
export interface Target {
  /** As people call it. */
  readonly name: string;
  /** The environment in which AWS clients reach it. */
  readonly env: Env;
  readonly region: string;
  readonly bucket: string;
  readonly queueUrl: string;
  readonly deadLetterUrl: string;
  readonly tableName: string;
  /** Two digits of the province whose table it is; null where the table takes those of any. */
  readonly provinceCode: string | null;
  /** Where its GraphQL answers. */
  readonly graphql: string;
  /** Begins the names of its alarms; null where nothing keeps watch. */
  readonly alarmPrefix: string | null;
}

export interface TargetOptions {
  /** A deployed stack; without it the running one. */
  readonly stack?: string;
  /** Region of the stack; without it that of the AWS configuration. */
  readonly region?: string;
  readonly dataDir: string;
}

/** Finds the stack that the options name. Throws an error that says what to do where there is none. */
export async function findTarget({ stack, region, dataDir }: TargetOptions): Promise<Target> {
  return stack === undefined ? localTarget(await runningStack(dataDir)) : deployedTarget(stack, region);
}

async function deployedTarget(name: string, region: string | undefined): Promise<Target> {
  const env = awsEnv(region);
  const outputs = await describeStack(env, name);
  return {
    name,
    env: { ...env, AWS_REGION: outputs.Region },
    region: outputs.Region,
    bucket: outputs.BucketName,
    queueUrl: outputs.QueueUrl,
    deadLetterUrl: outputs.DeadLetterQueueUrl,
    tableName: outputs.TableName,
    provinceCode: outputs.ProvinceCode,
    graphql: outputs.GraphqlUrl,
    alarmPrefix: outputs.AlarmNamePrefix,
  };
}

/** The environment of this process, with the region asked for. The AWS CLI reads a second variable; whoever set that one means it. */
export function awsEnv(region: string | undefined): Env {
  const chosen = region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
  return chosen === undefined ? process.env : { ...process.env, AWS_REGION: chosen };
}

/** The running stack as a target. It takes any keys, but the SDK wants some, and they are never those of an account. */
export function localTarget(running: RunningStack): Target {
  return {
    name: 'the running stack',
    env: {
      ...localCredentials,
      AWS_ENDPOINT_URL_S3: running.s3,
      AWS_ENDPOINT_URL_SQS: running.sqs,
      AWS_ENDPOINT_URL_DYNAMODB: running.dynamodb,
    },
    region: localCredentials.AWS_REGION,
    bucket: running.bucket,
    queueUrl: running.queueUrl,
    deadLetterUrl: running.deadLetterUrl,
    tableName: running.tableName,
    provinceCode: null,
    graphql: running.graphql,
    alarmPrefix: null,
  };
}

export const localCredentials = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

/** Adds the options that say what a command works on: `TargetOptions`. */
export function withTarget(command: Command): Command {
  return command
    .option('--stack <name>', 'a deployed stack, gongkai-sichuan (default: the stack that gongkai start is running)')
    .option('--region <region>', 'AWS region of the stack (default: that of the AWS configuration)')
    .option('--data-dir <folder>', 'where gongkai start keeps its data', '.gongkai');
}

/** Ends the help of a command that works on a stack. */
export const credentialsHelp = `
With --stack, credentials and region come from the standard AWS variables, profiles and roles (AWS_PROFILE, AWS_REGION, …).`;
