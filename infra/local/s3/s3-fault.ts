/** Codes S3 answers with here, and the HTTP status of each (Amazon S3 API Reference, "Error responses"). */
const statuses = {
  AccessDenied: 403,
  BadDigest: 400,
  BucketAlreadyOwnedByYou: 409,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  IncompleteBody: 400,
  InternalError: 500,
  InvalidArgument: 400,
  InvalidPart: 400,
  InvalidPartOrder: 400,
  InvalidPolicyDocument: 400,
  InvalidRange: 416,
  InvalidRequest: 400,
  InvalidURI: 400,
  KeyTooLongError: 400,
  MalformedPOSTRequest: 400,
  MalformedXML: 400,
  MaxPostPreDataLengthExceeded: 400,
  MetadataTooLarge: 400,
  MethodNotAllowed: 405,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NoSuchUpload: 404,
  NoSuchVersion: 404,
  NotImplemented: 501,
  PreconditionFailed: 412,
} as const;

export type S3Code = keyof typeof statuses;

/** A request that S3 refuses. The code, the status and the message are what the caller is told. */
export class S3Fault extends Error {
  override readonly name = 'S3Fault';
  readonly code: S3Code;
  readonly status: number;
  /** Headers S3 sends with the refusal. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: S3Code, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.status = statuses[code];
    this.headers = headers;
  }
}
