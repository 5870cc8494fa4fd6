import { z } from 'zod';
import { type Override, provinceOverrides, stageOverrides } from './overrides.ts';
import type { Province } from './provinces.ts';
import { featuresOf, Settings } from './settings.ts';

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
