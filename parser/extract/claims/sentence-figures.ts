import { partMarks, wholeMark } from '../../../schema/law/vocabulary/prose-marks.ts';
import type { Clause } from '../indicators/clauses.ts';
import type { PlacedScope } from '../indicators/sentence-scopes.ts';
import type { Sentence } from '../indicators/sentences.ts';
import type { Statement } from '../indicators/statement.ts';
import { anyOf } from '../indicators/words.ts';
import type { ClaimedFigure } from './claim.ts';

/** A figure of a sentence with its place there. */
export interface PlacedFigure extends ClaimedFigure {
  readonly start: number;
  readonly end: number;
  readonly inBrackets: boolean;
  /** Words of its clause before it, back to the figure before. */
  readonly head: string;
  /** Everything between the figure before it, or the sentence's beginning, and this one. */
  readonly before: string;
  /** 其中 stands directly before its clause's own words: it is the first part of the figure before. */
  readonly opensParts: boolean;
}

const partMark = new RegExp(anyOf([...partMarks, wholeMark]), 'u');

/** Every figure of a sentence in order, with the indicators that were read of it and the scope of its clause. */
export function sentenceFigures(
  { text }: Sentence,
  clauses: readonly Clause[],
  statements: readonly Statement[],
  scopes: readonly (PlacedScope | null)[],
): PlacedFigure[] {
  let last = 0;
  return clauses.flatMap((clause, index) =>
    clause.figures.map((quantity) => {
      const start = clause.start + quantity.start;
      const between = text.slice(last, start);
      last = clause.start + quantity.end;
      return {
        keys: statements.filter(({ figureStart }) => figureStart === start).map(({ key }) => key),
        value: quantity.value,
        unit: quantity.unit,
        approximate: quantity.approximate,
        scope: scopes[index]?.scope ?? 'unknown',
        start,
        end: last,
        inBrackets: clause.inBrackets,
        before: between,
        head: text.slice(Math.max(clause.start, start - between.length), start),
        opensParts: partMark.test(between),
      };
    }),
  );
}
