import { parseS3Event } from '../functions/ingest/s3-event.ts';
import { createSqsClient } from '../infra/aws/aws-clients.ts';
import { type DeadLetter, lookAtDeadLetters, redriveDeadLetters } from '../infra/aws/dead-letters.ts';
import { AwsEnv, readEnv } from '../infra/aws/env.ts';
import type { Target } from './target.ts';

/** Characters shown of a message that is no notification of S3: enough to know it by. */
const shownCharacters = 160;

/** A dead letter in a line: when it was sent, and of which object versions it tells, or how it begins. */
function letterText({ sentAt, body }: DeadLetter): string {
  return `${sentAt ?? ''}\t${subjectOf(body)}`;
}

function subjectOf(body: string): string {
  try {
    const notices = parseS3Event(body);
    return notices.map(({ key, versionId }) => `${key} ${versionId ?? ''}`.trimEnd()).join(', ') || 'no object';
  } catch {
    return `no S3 notification: ${JSON.stringify(body.slice(0, shownCharacters))}`;
  }
}

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
