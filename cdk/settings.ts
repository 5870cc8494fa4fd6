import { z } from 'zod';
import { deliveries } from '../infra/aws/queue.ts';
import { Severity } from '../schema/record/finding.ts';

/** Days, seconds and the like: whole and positive. */
const count = z.int().positive();

/** Who may call the authorised route of the API, where mutations are: holders of IAM credentials, or of an issuer's tokens. */
const Authorisation = z.discriminatedUnion('by', [
  z.object({ by: z.literal('iam') }),
  z.object({ by: z.literal('jwt'), issuer: z.url(), audience: z.array(z.string().min(1)).min(1) }),
]);

/** What a deployment of one province is like. Every value has a default; `overrides.ts` says what differs where. */
export const Settings = z.object({
  /** Region of the stack; absent: the one of the credentials it is deployed with. */
  region: z.string().min(1).optional(),

  ingest: z
    .object({
      /** Longest a document may take to parse, in seconds. The slowest real one takes less than one. */
      parseSeconds: count.default(60),
      /** Longest a document may compute, in seconds of processor time: what a hostile one costs. */
      parseCpuSeconds: count.default(6),
      /** Most memory the parsing worker may take, in MiB. */
      parseMemoryMb: count.default(256),
      /** Memory of the function, in MiB: the worker's, a 50 MiB document twice, and Node. */
      memoryMb: count.default(1024),
      /** Messages a run of the function takes. They are ingested one after the other, so that the memory of one is enough. */
      batchSize: count.max(10).default(5),
      /** Runs at the same time. More would only make the table throttle in the busy weeks, and the queue waits patiently. */
      concurrency: count.min(2).default(10),
      /** Deliveries of a message before it is set aside as dead. */
      deliveries: count.default(deliveries),
      /**
       * Which findings hold a report instead of publishing it; what is absent is as in `parser/outcome-policy.ts`: errors hold,
       * nothing else does. A change is seen in reports that are read after it.
       */
      hold: z
        .object({
          /** Severities whose findings hold. */
          severities: z.array(Severity).min(1).optional(),
          /** Rules whose findings hold, whatever their severity: `identity.province`. */
          rules: z.array(z.string().min(1)).optional(),
          /** Rules whose findings never hold. */
          exempt: z.array(z.string().min(1)).optional(),
        })
        .prefault({}),
      /** Seconds until a message that failed is delivered again; absent: six times the function's timeout, as AWS advises. */
      retrySeconds: count.optional(),
    })
    .prefault({}),

  api: z
    .object({
      /** Memory of the function, in MiB: decides its share of a processor, and a nested query is processor work. */
      memoryMb: count.default(1024),
      timeoutSeconds: count.max(29).default(15),
      /** Requests a second on average, and at once, before callers are told to slow down. */
      requestsPerSecond: count.default(50),
      burst: count.default(100),
      authorisation: Authorisation.default({ by: 'iam' }),
      /** A name of one's own for the API, with its certificate in the same region. */
      domain: z.object({ name: z.string().min(1), certificateArn: z.string().startsWith('arn:') }).optional(),
    })
    .prefault({}),

  retention: z
    .object({
      logDays: count.default(90),
      /** Days until a raw document moves to cheaper storage that is read as fast: Infrequent Access, then Glacier Instant. */
      infrequentAfterDays: count.min(30).default(90),
      archiveAfterDays: count.default(365),
    })
    .prefault({}),

  alarms: z
    .object({
      /** Who is told by mail. Each address must confirm once. */
      addresses: z.array(z.email()).default([]),
      /** Where the runbook can be read by whoever gets the mail. */
      runbook: z.string().min(1).default('docs/runbook.md'),
    })
    .prefault({}),

  /** Origins of pages that upload to the bucket with a presigned POST. */
  uploadOrigins: z.array(z.url()).default([]),

  /** What not every region has: regions in China begin without. */
  features: z.object({
    /** A static site and exports behind CloudFront. */
    site: z.boolean(),
    /** A monthly budget in USD with an alarm; null: none. Its costs are told apart by the cost allocation tag of the province. */
    budgetUsd: z.number().positive().nullable(),
    /** Graviton processors: a fifth cheaper. */
    arm64: z.boolean(),
  }),
});
export type Settings = z.infer<typeof Settings>;

const inChina = /^cn-/;

/** What a region has of the features, unless an override says otherwise. CloudFront and Budgets ask for more than a region in China gives. */
export function featuresOf(region: string | undefined): Settings['features'] {
  const everything = region === undefined || !inChina.test(region);
  return { site: false, budgetUsd: everything ? 20 : null, arm64: true };
}
