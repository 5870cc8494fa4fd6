import type { PointsFragment, Scope } from '../data/documents.generated.ts';

/** A year of a series: as the API gives it, or with a gap of the explorer's own, where figures of another scope are drawn elsewhere. */
export type Point = Omit<PointsFragment['points'][number], 'gap'> & {
  readonly gap: { readonly code: string; readonly message: { readonly zh: string; readonly en: string } } | null;
};

export interface Series {
  readonly name: string;
  /** Which of the colours and dashes: the same for an agency in every chart of a view. */
  readonly look: number;
  readonly points: readonly Point[];
}

export type Metric = PointsFragment['metric'];

/** Between a year and the one before it the figures of a series do not mean the same. */
export interface Break {
  readonly series: string;
  readonly year: number;
  /** The note of the measure on the form that changed; null where whose figures they are changed. */
  readonly note: Metric['breaks'][number]['note'] | null;
  readonly scopes: readonly [Scope, Scope] | null;
}

/** The breaks of a series: where the form changes and the measure's own notes say that the two do not mean the same, and where the scope changes. */
export function breaksOf({ name, points }: Series, metric: Metric): Break[] {
  return points.flatMap((point) => {
    const before = points.find(({ year }) => year === point.year - 1);
    if (before === undefined) return [];
    const isOther = point.form !== null && before.form !== null && point.form !== before.form;
    const notes = isOther ? metric.breaks.filter(({ form }) => form === point.form || form === before.form) : [];
    const hasOtherScope = point.scope !== null && before.scope !== null && point.scope !== before.scope;
    return [
      ...notes.map(({ note }) => ({ series: name, year: point.year, note, scopes: null })),
      ...(hasOtherScope && point.scope !== null && before.scope !== null
        ? [{ series: name, year: point.year, note: null, scopes: [before.scope, point.scope] as const }]
        : []),
    ];
  });
}

/** Points that a line may join: neighbouring years, both with a value, with no break between them. */
export function runsOf(points: readonly Point[], breaks: readonly Break[]): { year: number; value: number }[][] {
  const found: { year: number; value: number }[][] = [];
  let before: number | null = null;
  for (const { year, value } of points.toSorted((a, b) => a.year - b.year)) {
    if (value === null) {
      before = null;
      continue;
    }
    const joins = before === year - 1 && !breaks.some((one) => one.year === year);
    if (joins) found.at(-1)?.push({ year, value });
    else found.push([{ year, value }]);
    before = year;
  }
  return found;
}

/** Years of a series without a value, together where the reason is the same. */
export function gapsOf({
  points,
}: Series): { readonly years: readonly number[]; readonly gap: NonNullable<Point['gap']> }[] {
  const gaps = new Map<string, { years: number[]; gap: NonNullable<Point['gap']> }>();
  for (const { year, value, gap } of points.toSorted((a, b) => a.year - b.year)) {
    if (value !== null || gap === null) continue;
    const known = gaps.get(gap.message.en) ?? { years: [], gap };
    known.years.push(year);
    gaps.set(gap.message.en, known);
  }
  return [...gaps.values()];
}
