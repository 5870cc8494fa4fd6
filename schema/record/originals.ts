import type { Ingestion } from './ingestion.ts';

/** One version of an object in a bucket; without `versionId` the newest. */
export interface ObjectRef {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string | null;
}

/** A link that anyone may follow until it expires; `expiresAt` is ISO 8601 in UTC. */
export interface TimedLink {
  readonly url: string;
  readonly expiresAt: string;
}

/** A document that someone wants to upload. */
export interface UploadRequest {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sourceUrl: string | null;
  readonly agency: string | null;
  readonly publishedOn: string | null;
}

/** A form by which exactly that document may be uploaded, until it expires. */
export interface PreparedUpload extends TimedLink {
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly key: string;
}

/** The original documents, as those who read records and those who send documents deal with them. */
export interface Originals {
  linkTo(object: ObjectRef): Promise<TimedLink>;
  prepareUpload(request: UploadRequest): Promise<PreparedUpload>;
  /** Id of the ingestion of an object version in the bucket for uploads. */
  ingestionId(key: string, versionId: string): string;
  /** Has an object version ingested again, although the same parser may have read it. */
  reprocess(ingestion: Ingestion): Promise<void>;
}
