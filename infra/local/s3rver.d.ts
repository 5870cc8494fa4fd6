/** The part of `@20minutes/s3rver` that is used here; the package has no types of its own. */
declare module '@20minutes/s3rver' {
  import type { IncomingMessage, RequestListener } from 'node:http';
  import type { Readable } from 'node:stream';

  export interface StoredObject {
    readonly bucket: string;
    readonly key: string;
    readonly content: Readable | Buffer;
    readonly metadata: Readonly<Record<string, string>>;
  }

  export interface ObjectMetadata extends Readonly<Record<string, unknown>> {
    readonly etag: string;
    readonly 'content-length': number;
  }

  /** Objects as files under one folder. */
  export interface Store {
    readonly rootDirectory: string;
    getResourcePath(bucket: string, key: string, resource: string): string;
    existsObject(bucket: string, key: string): Promise<boolean>;
    getMetadata(bucket: string, key: string): Promise<ObjectMetadata>;
    getObject(bucket: string, key: string, options?: object): Promise<unknown>;
    putObject(object: StoredObject): Promise<{ size: number; md5: string }>;
    putPart(bucket: string, uploadId: string, part: string, content: Readable): Promise<{ size: number; md5: string }>;
    copyObject(
      fromBucket: string,
      fromKey: string,
      toBucket: string,
      toKey: string,
      metadata?: Readonly<Record<string, string>> | null,
    ): Promise<ObjectMetadata>;
    deleteObject(bucket: string, key: string): Promise<void>;
  }

  export interface Context {
    path: string;
    readonly method: string;
    readonly req: IncomingMessage;
    query: Record<string, string | string[] | undefined>;
    type: string;
    body: unknown;
    set(header: string, value: string): void;
    throw(status: number, message: string): never;
    store: Store;
  }

  export type Middleware = (context: Context, next: () => Promise<void>) => Promise<void>;

  export interface Options {
    readonly directory: string;
    readonly silent: boolean;
    readonly vhostBuckets: boolean;
    readonly configureBuckets: readonly { readonly name: string; readonly configs?: readonly string[] }[];
  }

  export default class S3rver {
    constructor(options: Options);
    readonly middleware: Middleware[];
    readonly context: { store: Store };
    store: Store;
    readonly logger: { readonly exceptions: { unhandle(): void }; close(): void };
    callback(): RequestListener;
    configureBuckets(): Promise<unknown>;
  }
}
