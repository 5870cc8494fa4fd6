import { createSqsClient } from '../../infra/aws/aws-clients.ts';
import { lookAtDeadLetters, redriveDeadLetters } from '../../infra/aws/dead-letters.ts';
import { AwsEnv, readEnv } from '../../infra/aws/env.ts';
import type { Target } from '../target.ts';
import { letterText } from './letter-text.ts';

type WriteLine = (line: string) => void;

/** Most messages a dry run shows: beyond that a list helps nobody. */
const mostShown = 1_000;

/** Moves every dead letter back and writes a line for each; answers how many. */
export async function redriveAll(target: Target, write: WriteLine): Promise<number> {
  const sqs = createSqsClient(readEnv(AwsEnv, target.env));
  let moved = 0;
  try {
    for await (const letter of redriveDeadLetters(sqs, target)) {
      write(letterText(letter));
      moved += 1;
    }
  } finally {
    sqs.destroy();
  }
  return moved;
}

/** Writes a line for each dead letter and leaves it where it is; answers how many it has shown. */
export async function showAll(target: Target, write: WriteLine): Promise<number> {
  const sqs = createSqsClient(readEnv(AwsEnv, target.env));
  try {
    const letters = await lookAtDeadLetters(sqs, target.deadLetterUrl, mostShown);
    for (const letter of letters) write(letterText(letter));
    return letters.length;
  } finally {
    sqs.destroy();
  }
}
