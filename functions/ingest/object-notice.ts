import type { ObjectIdentity } from '../../infra/aws/s3-message.ts';

/** One object version that landed in the bucket. `eventTime` is ISO 8601; `key` is the real key, decoded. */
export interface ObjectNotice extends ObjectIdentity {
  readonly eventTime: string;
  /** Ingest it again although this very parser has read it before. */
  readonly force?: true;
}
