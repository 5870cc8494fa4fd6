import { z } from 'zod';
import { deliveries } from '../infra/aws/queue.ts';
import { Severity } from '../schema/record/finding.ts';
import type { Province } from './provinces.ts';

/** Days, seconds and the like: whole and positive. */
const count = z.int().positive();

/** Who may call the authorised route of the API, where mutations are: holders of IAM credentials, or of an issuer's tokens. */
const Authorisation = z.discriminatedUnion('by', [
  z.object({ by: z.literal('iam') }),
  z.object({ by: z.literal('jwt'), issuer: z.url(), audience: z.array(z.string().min(1)).min(1) }),
]);

/** What a deployment of one province is like. Every value has a default; What differs where stands below. */
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
      /** Messages a run of the function takes. They are read and parsed one after the other, so that the memory of one is enough. */
      batchSize: count.max(10).default(5),
      /** Runs at the same time. More would only make the table throttle in the busy weeks, and the queue waits patiently. */
      concurrency: count.min(2).default(10),
      /** Deliveries of a message before it is set aside as dead. */
      deliveries: count.default(deliveries),
      /**
       * Which findings hold a report instead of publishing it; what is absent is as in `parser/records.ts`: errors hold,
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

  exports: z
    .object({
      /**
       * Files of exports written at the same time; the rest wait. Null: no limit, for Lambda reserves nothing for a function in an account
       * whose limit is still that of a new one.
       */
      concurrency: count.nullable().default(null),
    })
    .prefault({}),

  analytics: z
    .object({
      /** Minutes after which the files of tables are brought up to date. */
      everyMinutes: count.min(5).default(60),
      /** Most that a query of Athena may read, in MiB; a year of a province has some ten. AWS allows none less than ten. */
      mostScannedMb: count.min(10).default(10_240),
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
function featuresOf(region: string | undefined): Settings['features'] {
  const everything = region === undefined || !inChina.test(region);
  return { site: false, budgetUsd: everything ? 20 : null, arm64: true };
}

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Item[]
  : T extends object
    ? { readonly [K in keyof T]?: Deep<T[K]> }
    : T;

/** Settings that differ from the defaults. */
export type Override = Deep<Settings>;

/** What differs in a stage, for every province. `prod` is the stage where nothing else is said. */
export const stageOverrides: Readonly<Record<string, Override>> = {
  prod: {},
  /** Fails fast, so that a rehearsal sees a message die within a minute, and costs nothing when forgotten. */
  test: {
    ingest: { parseSeconds: 20, batchSize: 1, deliveries: 2, retrySeconds: 30 },
    retention: { logDays: 7 },
    features: { budgetUsd: null },
  },
};

/** What differs for the national gateway, in every stage. */
export const gatewayOverride: Override = {
  api: {
    /** A year of the nation is some 450 MB of lists, and a request may hold two (`infra/store/national/line-budget.ts`). New accounts get no more. */
    memoryMb: 3008,
    /** The first list of a year is read from thirty-one tables and takes ten seconds; the next is there. */
    timeoutSeconds: 29,
  },
};

/** What differs for a province in a stage, by pinyin name: `{ sichuan: { prod: { alarms: { addresses: ['…'] } } } }`. */
const provinceOverrides: Readonly<Record<string, Readonly<Record<string, Override>>>> = {};

const Tree: z.ZodType<Record<string, unknown>> = z.record(z.string(), z.unknown());

/** Settings of a province in a stage. Throws where the stage is not known, or an override is no valid setting. */
export function resolveSettings({ pinyin }: Province, stage: string, region?: string): Settings {
  const ofStage = stageOverrides[stage];
  if (ofStage === undefined) throw new Error(`No stage ${stage}; there are: ${Object.keys(stageOverrides).join(', ')}`);
  const asked = region === undefined ? {} : { region };
  return settingsOf([asked, ofStage, provinceOverrides[pinyin]?.[stage] ?? {}], pinyin);
}

/** Settings from overrides, later ones first in authority. Throws an error that says whose setting is wrong, and how. */
export function settingsOf(overrides: readonly Override[], whose: string): Settings {
  const { region } = merged(overrides);
  const features = featuresOf(typeof region === 'string' ? region : undefined);
  const result = strict.safeParse(merged([{ features }, ...overrides]));
  if (result.success) return result.data;
  throw new Error(`Settings of ${whose} are wrong:\n${z.prettifyError(result.error)}`);
}

/** A run must end before its messages are delivered again, or they are ingested twice at once. */
const strict = Settings.refine(({ ingest }) => retrySeconds(ingest) >= timeoutSeconds(ingest), {
  error: 'ingest.retrySeconds is less than a run of the function may take',
});

/** Seconds beside parsing that a document may take: fetching 50 MiB and writing a few dozen items, slowly. */
const transferSeconds = 10;

/** Longest run of the ingest function, in seconds: every message of a batch at its slowest. */
export function timeoutSeconds({ batchSize, parseSeconds }: Settings['ingest']): number {
  return batchSize * (parseSeconds + transferSeconds);
}

/** Lambda's pollers hand back what they could not deliver; AWS advises a visibility of six times the timeout for that. */
const visibilityFactor = 6;

/** Seconds until a message that failed is delivered again. */
export function retrySeconds(ingest: Settings['ingest']): number {
  return ingest.retrySeconds ?? visibilityFactor * timeoutSeconds(ingest);
}

function merged(trees: readonly object[]): Record<string, unknown> {
  return trees.map((tree) => Tree.parse(tree)).reduce(mergeTwo, {});
}

function mergeTwo(below: Record<string, unknown>, above: Record<string, unknown>): Record<string, unknown> {
  const merge = ([key, value]: [string, unknown]) => {
    const [lower, upper] = [Tree.safeParse(below[key]), Tree.safeParse(value)];
    return [key, lower.success && upper.success ? mergeTwo(lower.data, upper.data) : value];
  };
  return { ...below, ...Object.fromEntries(Object.entries(above).map(merge)) };
}
