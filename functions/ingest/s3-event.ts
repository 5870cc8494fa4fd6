import { z } from 'zod';
import { isDocument } from '../../infra/aws/raw-store.ts';
import { type ObjectIdentity, ReprocessMark } from '../../infra/aws/s3-message.ts';

/** One object version that landed in the bucket. `eventTime` is ISO 8601; `key` is the real key, decoded. */
export interface ObjectNotice extends ObjectIdentity {
  readonly eventTime: string;
  /** Ingest it again although this very parser has read it before. */
  readonly force?: true;
}

const creations = 'ObjectCreated:';

/** What S3 sends once, when notifications are set up, to see whether the queue takes them. */
const TestEvent = z.object({ Service: z.literal('Amazon S3'), Event: z.literal('s3:TestEvent') });

const CreatedObject = z.object({
  key: z.string().min(1),
  /** Bytes; of a message that asks to read again, 0 where they are not known. */
  size: z.number().optional(),
  versionId: z.string().min(1).optional(),
  sequencer: z.string().regex(/^[0-9a-fA-F]+$/),
});

/** Names of other events than creations are taken as they are, and such an event's object is not looked at. */
const EventName = z.object({ eventName: z.string() });

const Creation = z.object({
  eventTime: z.iso.datetime(),
  s3: z.object({ bucket: z.object({ name: z.string().min(1) }), object: CreatedObject }),
});

/** A message of S3 event notifications, version 2.x (Amazon S3 User Guide, "Event message structure"). */
const Notification = z.union([
  z.object({ Records: z.array(z.unknown()), reprocess: ReprocessMark.optional() }),
  TestEvent,
]);

/**
 * The object versions a message tells of: creations under `raw/`. A test event, a removal,
 * the folder of a console and any other key tell of none.
 * Throws where the message is no S3 notification: it can never be processed and belongs in the dead-letter queue.
 */
export function parseS3Event(body: string): ObjectNotice[] {
  const message = Notification.parse(JSON.parse(body));
  if (!('Records' in message)) return [];
  const force = message.reprocess?.force ? ({ force: true } as const) : {};
  return message.Records.filter(isCreation)
    .map((record) => Creation.parse(record))
    .map((created) => ({ size: created.s3.object.size, notice: noticeOf(created) }))
    .filter(({ size, notice: { key } }) => isDocument({ key, size }))
    .map(({ notice }) => ({ ...notice, ...force }));
}

function isCreation(record: unknown): boolean {
  return EventName.parse(record).eventName.startsWith(creations);
}

function noticeOf({ eventTime, s3 }: z.infer<typeof Creation>): ObjectNotice {
  const { key, versionId = null, sequencer } = s3.object;
  return { bucket: s3.bucket.name, key: decodedKey(key), versionId, sequencer, eventTime };
}

/** S3 encodes keys in events as an HTML form does: percent signs, and `+` for a blank. */
function decodedKey(key: string): string {
  return decodeURIComponent(key.replaceAll('+', ' '));
}
