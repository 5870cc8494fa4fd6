import { z } from 'zod';

/** The environment as a process sees it, or an object of the same shape, so that several stacks fit in one process. */
export type Env = Readonly<Record<string, string | undefined>>;

const count = z.coerce.number().int().positive();

/** Where AWS is: the standard variables of the AWS SDKs. Without endpoints it is AWS itself, without keys the default chain. */
export const AwsEnv = z.object({
  AWS_REGION: z.string().min(1).optional(),
  AWS_ACCESS_KEY_ID: z.string().min(1).optional(),
  AWS_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  AWS_SESSION_TOKEN: z.string().min(1).optional(),
  /** Where every service is that has no variable of its own. */
  AWS_ENDPOINT_URL: z.url().optional(),
  AWS_ENDPOINT_URL_S3: z.url().optional(),
  AWS_ENDPOINT_URL_SQS: z.url().optional(),
  AWS_ENDPOINT_URL_DYNAMODB: z.url().optional(),
});
export type AwsEnv = z.infer<typeof AwsEnv>;

/** Milliseconds to wait for a connection, and for a connection that has fallen silent: the SDK by itself waits for ever. */
const [connectionTimeout, socketTimeout] = [2_000, 10_000];

/**
 * What a client of any service is made of. `ownEndpoint` is the service's own variable, which comes before the common one.
 * `longestPoll` is for how many milliseconds the service may be silent because it was asked to wait.
 */
export function clientConfig(env: AwsEnv, ownEndpoint?: string, longestPoll = 0): ClientConfig {
  const endpoint = ownEndpoint ?? env.AWS_ENDPOINT_URL;
  return {
    ...(env.AWS_REGION === undefined ? {} : { region: env.AWS_REGION }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...credentials(env),
    requestHandler: { connectionTimeout, socketTimeout: socketTimeout + longestPoll },
  };
}

interface ClientConfig {
  readonly region?: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly requestHandler: { readonly connectionTimeout: number; readonly socketTimeout: number };
}

function credentials(env: AwsEnv) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: token } = env;
  if (accessKeyId === undefined || secretAccessKey === undefined) return {};
  const session = token === undefined ? {} : { sessionToken: token };
  return { credentials: { accessKeyId, secretAccessKey, ...session } };
}

/**
 * Milliseconds that lists and measures may be behind what is stored; one agency never is. On one machine they are not either, for
 * its indexes never lag.
 */
export const ListsBehind = z.object({ LISTS_BEHIND_MS: z.coerce.number().int().nonnegative().default(5_000) });

/** What every function that reads or writes records needs. */
export const TableEnv = AwsEnv.extend({
  TABLE_NAME: z.string().min(1),
  /** Lines of lists that the process keeps, of 3 KB of memory each: a dozen years of a province in a function; more on one machine. */
  LIST_LINES: count.default(60_000),
  ...ListsBehind.shape,
});
export type TableEnv = z.infer<typeof TableEnv>;

/** Where original documents are, for functions that link to them, take uploads and have documents read again. */
export const OriginalsEnv = AwsEnv.extend({ BUCKET_NAME: z.string().min(3), QUEUE_URL: z.url() });

/** Where indexes of texts are: a folder of this machine, or the bucket of a stack; without either there are none. */
export const SearchEnv = AwsEnv.extend({
  SEARCH_FOLDER: z.string().min(1).optional(),
  BUCKET_NAME: z.string().min(3).optional(),
});

/** Settings of the export function: the table it reads, and the bucket its files are in. */
export const ExportEnv = TableEnv.extend({
  BUCKET_NAME: z.string().min(3),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR', 'SILENT']).default('INFO'),
});

/** Settings of the ingest function. */
export const IngestEnv = TableEnv.extend({
  /** Largest object that is read, in bytes. */
  MAX_OBJECT_BYTES: count.default(50 * 1024 * 1024),
  /** Longest a document may take to parse, in milliseconds by the clock. */
  PARSE_TIMEOUT_MS: count.default(60_000),
  /** Most processor time a document may take to parse, in milliseconds. */
  PARSE_CPU_MS: count.default(6_000),
  /** Most memory a document may take to parse, in MiB: heap and buffers together. */
  PARSE_MEMORY_MB: count.default(256),
  /** Most by which the process may grow while a document is parsed, in MiB. */
  PARSE_GROWTH_MB: count.default(256),
  /** The module that parses in the worker, relative to the handler; a bundle names its own. */
  PARSE_WORKER: z.string().min(1).default('./parse-worker.ts'),
  /** CloudWatch namespace of the counters; without it none are written. */
  METRICS_NAMESPACE: z.string().min(1).optional(),
  /** Pinyin name of the province whose documents are ingested, a dimension of the counters. */
  PROVINCE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR', 'SILENT']).default('INFO'),
});
export type IngestEnv = z.infer<typeof IngestEnv>;

/**
 * Reads settings out of an environment, where a variable set to nothing is not set: shells and emulators leave such behind.
 * Throws an error that names every variable that is missing or malformed.
 */
export function readEnv<Shape extends z.ZodType>(shape: Shape, env: Env): z.output<Shape> {
  const result = shape.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (result.success) return result.data;
  throw new Error(`The environment is not complete:\n${z.prettifyError(result.error)}`);
}
