import { AsyncLocalStorage } from 'node:async_hooks';
import type { ObjectVersion } from './s3-notification.ts';

/** What the HTTP layer and the store of the local S3 tell each other about one request: the server between them cannot. */
export interface S3Request {
  /** The version asked for, null for the newest. */
  readonly askedVersion: string | null;
  /** The body is framed in `aws-chunked` encoding with a trailer. */
  readonly hasTrailer: boolean;
  /** The version the request made. */
  created: ObjectVersion | null;
  /** The version the request read. */
  served: string | null;
}

export const s3Requests = new AsyncLocalStorage<S3Request>();
