import { indicatorName } from '../../schema/law/vocabulary/indicators.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import { type Scope, scopeOf } from '../../schema/record/scope.ts';
import type { CheckableRecord } from './rule.ts';

/** A figure of the dictionary as the report's sentences or its annex state it. */
export interface StatedFigure {
  readonly key: string;
  readonly path: string;
  readonly name: Bilingual;
  readonly value: number;
  readonly approximate: boolean;
  readonly scope: Scope;
}

/** Figures of one source by key. A key that is stated with several values has no entry: which one is meant is not known. */
export type StatedFigures = ReadonlyMap<string, StatedFigure>;

function byKey(figures: readonly Omit<StatedFigure, 'name'>[]): StatedFigures {
  const once = figures.filter(({ key }) => figures.filter((other) => other.key === key).length === 1);
  return new Map(
    once.map((figure) => [figure.key, { ...figure, name: indicatorName(figure.key) ?? unnamed(figure.key) }]),
  );
}

function unnamed(key: string): Bilingual {
  return { zh: key, en: key };
}

/** What the sentences state. */
export function statedInSentences(record: CheckableRecord): StatedFigures {
  return byKey(
    record.indicators.flatMap((indicator) => {
      const { key, value, approximate } = indicator;
      return key === null ? [] : [{ key, value, approximate, scope: scopeOf(indicator), path: `indicators.${key}` }];
    }),
  );
}

/** What the indicator annex states, whose scope is the report's. */
export function statedInAnnex(record: CheckableRecord): StatedFigures {
  const scope = record.scopes?.report.scope ?? 'unknown';
  return byKey(
    record.statistics.flatMap(({ key, path, cell: { value } }) =>
      key === null || value === null ? [] : [{ key, value, approximate: false, scope, path: `statistics.${path}` }],
    ),
  );
}

/** `申请办结数 29` for each, joined. */
export function written(figures: readonly StatedFigure[], language: keyof Bilingual): string {
  return figures.map(({ name, value }) => `${name[language]} ${value}`).join(' + ');
}

export function sumOf(figures: readonly StatedFigure[]): number {
  return figures.reduce((total, { value }) => total + value, 0);
}

/** The figures of these keys that are stated, in the order of the keys. */
export function pick(figures: StatedFigures, keys: readonly string[]): StatedFigure[] {
  return keys.flatMap((key) => figures.get(key) ?? []);
}
