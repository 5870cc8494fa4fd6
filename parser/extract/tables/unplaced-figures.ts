import type { Finding } from '../../../schema/finding.ts';
import { tidy } from '../../normalise.ts';
import type { Atom } from './atoms.ts';
import type { TableReading } from './reading.ts';
import { unplacedFigures } from './reading-rules.ts';
import type { Run } from './runs.ts';

/** A lone figure outside of a grid may be a page number or the end of a caption. */
const leastInText = 2;
/** As much of a label as tells it from others. */
const labelEnd = 40;

/** Printed rows quoted in a finding; the others are counted. */
const quotesListed = 5;

/** A printed row, and its figures that no cell took. */
interface Unplaced {
  readonly run: Run;
  readonly figures: readonly Atom[];
}

/** One finding for all rows and columns that agencies add to the form, or that were not recognised: no figure goes unsaid. */
export function findUnplaced(readings: readonly TableReading[], runs: readonly Run[]): Finding[] {
  const taken = new Set(readings.flatMap((reading) => [...reading.taken]));
  const found = spanOf(readings, runs).flatMap((run): Unplaced[] => {
    const figures = run.values.filter((value) => value.kind !== 'blank' && !taken.has(value));
    return isRow(figures) && !areColumnNumbers(figures) ? [{ run, figures }] : [];
  });
  return found.length === 0 ? [] : [findingOf(found)];
}

/** From the first table's first row to the last table's last, and lines of figures alone right after it. */
function spanOf(readings: readonly TableReading[], runs: readonly Run[]): readonly Run[] {
  const indexes = readings.flatMap((reading) => reading.runs.map((run) => runs.indexOf(run)));
  if (indexes.length === 0) return [];
  let end = Math.max(...indexes) + 1;
  while (runs[end]?.labels.length === 0) end += 1;
  return runs.slice(Math.min(...indexes), end);
}

function isRow(figures: readonly Atom[]): boolean {
  return figures.length >= leastInText || figures.some((figure) => figure.grid !== null);
}

/** A line that numbers the columns: 1, 2, 3 and so on. */
function areColumnNumbers(figures: readonly Atom[]): boolean {
  return figures.length > 1 && figures.every((figure, index) => figure.text.trim() === String(index + 1));
}

function findingOf(found: readonly Unplaced[]): Finding {
  const quotes = found.slice(0, quotesListed).map(quote);
  return {
    rule: unplacedFigures.id,
    severity: unplacedFigures.severity,
    cells: [],
    expected: null,
    actual: null,
    message: {
      zh: `有${found.length}行的数字不属于格式任何一格:${quotes.map(({ label, printed }) => `“${label}”处的“${printed}”`).join('、')}。`,
      en: `Rows with figures that no cell of the form takes: ${found.length} (${quotes.map(({ label, printed }) => `“${printed}” beside “${label}”`).join(', ')}).`,
    },
    cause: 'suspected-parse',
  };
}

function quote({ run, figures }: Unplaced): { readonly label: string; readonly printed: string } {
  const label = run.labels.map((atom) => tidy(atom.text)).join('');
  return { label: label.slice(-labelEnd), printed: figures.map((figure) => tidy(figure.text)).join(' ') };
}
