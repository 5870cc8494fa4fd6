import { CloudFormationServiceException, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { z } from 'zod';
import { AwsEnv, type Env, readEnv } from './env.ts';
import { createCloudFormationClient } from './watch.ts';

/**
 * What a province stack tells of itself: the outputs of its CloudFormation stack by name. The stack in `cdk/` writes
 * exactly these, and operations read them with `readStackOutputs` to find everything else. All are strings.
 */
export const StackOutputs = z.object({
  /** Pinyin name of the province, `sichuan`. */
  ProvinceName: z.string().min(1),
  /** First two digits of the province's GB/T 2260 code, `51`. */
  ProvinceCode: z.string().regex(/^\d{2}$/),
  /** Region the stack is in. */
  Region: z.string().min(1),
  /** Bucket of raw documents; they land under `raw/`. */
  BucketName: z.string().min(1),
  /** Queue of object events. */
  QueueUrl: z.url(),
  QueueArn: z.string().min(1),
  /** Messages that failed too often. */
  DeadLetterQueueUrl: z.url(),
  DeadLetterQueueArn: z.string().min(1),
  /** Event source mapping from the dead-letter queue to the ingest function: disabled; enabling it redrives. */
  RedriveSourceId: z.string().min(1),
  /** Records table. */
  TableName: z.string().min(1),
  /** The public, read-only GraphQL API. */
  GraphqlUrl: z.url(),
  /** The same API for callers with credentials, who alone may use mutations. */
  AdminGraphqlUrl: z.url(),
  IngestFunctionName: z.string().min(1),
  GraphqlFunctionName: z.string().min(1),
  /** Log group of the ingest function. */
  IngestLogGroupName: z.string().min(1),
  /** Every alarm of the stack has a name that begins so. */
  AlarmNamePrefix: z.string().min(1),
  /** CloudWatch namespace of the product's own metrics. */
  MetricsNamespace: z.string().min(1),
  DashboardName: z.string().min(1),
  /** Lets whoever it is attached to operate the stack; absent in stacks of before 0.3.0. */
  OperatorPolicyArn: z.string().min(1).optional(),
  /** Database of Glue, workgroup of Athena, and what lets somebody ask them; absent in stacks of before 0.3.0. */
  DatabaseName: z.string().min(1).optional(),
  WorkGroupName: z.string().min(1).optional(),
  AnalystPolicyArn: z.string().min(1).optional(),
  /** Address of the static site and the bucket behind it, where the stack has one. */
  SiteUrl: z.url().optional(),
  SiteBucketName: z.string().min(1).optional(),
});
export type StackOutputs = z.infer<typeof StackOutputs>;

/** An output as CloudFormation's `DescribeStacks` gives it. */
interface Output {
  readonly OutputKey?: string | undefined;
  readonly OutputValue?: string | undefined;
}

/** The outputs of a described stack. Throws an error that names every output that is missing: the stack is none of ours. */
function readStackOutputs(outputs: readonly Output[]): StackOutputs {
  const values = Object.fromEntries(outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  const result = StackOutputs.safeParse(values);
  if (result.success) return result.data;
  throw new Error(`The stack is not a province's:\n${z.prettifyError(result.error)}`);
}

/** The outputs of a deployed province. Throws where there is no such stack, or it is not a province's. */
export async function describeStack(env: Env, name: string): Promise<StackOutputs> {
  return readStackOutputs(await outputsOf(env, name));
}

/** One output of any deployed stack. Throws where there is no such stack, or it has no such output. */
export async function stackOutput(env: Env, name: string, output: string): Promise<string> {
  const found = (await outputsOf(env, name)).find(({ OutputKey }) => OutputKey === output);
  if (found?.OutputValue === undefined) throw new Error(`The stack ${name} has no output ${output}.`);
  return found.OutputValue;
}

async function outputsOf(env: Env, name: string): Promise<readonly Output[]> {
  const cloudformation = createCloudFormationClient(readEnv(AwsEnv, env));
  const region = await cloudformation.config.region().catch(noRegion);
  try {
    const { Stacks = [] } = await cloudformation.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks[0]?.Outputs ?? [];
  } catch (error) {
    if (!isUnknownStack(error)) throw error;
    throw new Error(`There is no stack ${name} in ${region}. Name its region with --region.`, { cause: error });
  } finally {
    cloudformation.destroy();
  }
}

/** The SDK looks in variables and profiles. */
function noRegion(cause: unknown): never {
  throw new Error('No AWS region is set. Name it with --region, or set AWS_REGION.', { cause });
}

/** CloudFormation has no error of its own for a stack that does not exist: every wrong parameter is a ValidationError. */
function isUnknownStack(error: unknown): boolean {
  return error instanceof CloudFormationServiceException && error.name === 'ValidationError';
}
