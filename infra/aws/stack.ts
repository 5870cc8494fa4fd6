import { CloudFormationServiceException, DescribeStacksCommand, type Output } from '@aws-sdk/client-cloudformation';
import { AwsEnv, type Env, readEnv } from './env.ts';
import { readStackOutputs, type StackOutputs } from './stack-outputs.ts';
import { createCloudFormationClient } from './watch-clients.ts';

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
