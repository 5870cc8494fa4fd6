import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Where the running local stack answers. Written by `gongkai start` while it runs, read by the other commands. */
export const RunningStack = z.object({
  graphql: z.url(),
  s3: z.url(),
  sqs: z.url(),
  dynamodb: z.url(),
  bucket: z.string(),
  queueUrl: z.url(),
  deadLetterUrl: z.url(),
  tableName: z.string(),
  /** Lets whoever sends it change things through GraphQL; another one at every start. */
  token: z.string(),
});
export type RunningStack = z.infer<typeof RunningStack>;

const fileName = 'running.json';

export async function writeRunningStack(dataDir: string, stack: RunningStack): Promise<void> {
  await writeFile(join(dataDir, fileName), `${JSON.stringify(stack, null, 2)}\n`);
}

export async function removeRunningStack(dataDir: string): Promise<void> {
  await rm(join(dataDir, fileName), { force: true });
}

/** Throws an error that says how to start one where none is running. */
export async function runningStack(dataDir: string): Promise<RunningStack> {
  try {
    return RunningStack.parse(JSON.parse(await readFile(join(dataDir, fileName), 'utf8')));
  } catch {
    throw new Error(
      `No local stack is running with its data in ${dataDir}. Start one with npm start, or name a deployed one with --stack.`,
    );
  }
}
