import { parseS3Event } from '../../functions/ingest/s3-event.ts';
import type { DeadLetter } from '../../infra/aws/dead-letters.ts';

/** Characters shown of a message that is no notification of S3: enough to know it by. */
const shownCharacters = 160;

/** A dead letter in a line: when it was sent, and of which object versions it tells, or how it begins. */
export function letterText({ sentAt, body }: DeadLetter): string {
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
