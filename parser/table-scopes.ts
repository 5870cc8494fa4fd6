import { printedLabels, type TableKey } from '../schema/law/forms/form.ts';
import { afterLabelled, beforeLabelled, scopeWords } from '../schema/law/vocabulary/scope-words.ts';
import type { Finding } from '../schema/record/finding.ts';
import type { RuleHead } from '../schema/record/rule.ts';
import { type Scope, type ToldScope, unknownScope } from '../schema/record/scope.ts';
import { foldedText } from './prose/aligned-text.ts';
import { anyOf } from './prose/sentences.ts';
import { mixedScopes, otherScope } from './reading-rules.ts';
import type { Atom } from './tables/atoms.ts';
import type { TableDecision, TableDecisions } from './tables/extract-tables.ts';
import type { Candidate, Run, TableReading } from './tables/runs.ts';
import { comparableLabel } from './wording/normalise.ts';

/** What the labels in and above a table say of whose figures its cells have. */
export interface LabelledScope {
  readonly key: TableKey;
  /** Unknown where the labels do not tell it of all its cells. */
  readonly told: ToldScope;
  /** The scopes of all figures that the table prints under labels, also of those that no cell took. */
  readonly printed: readonly Scope[];
}

/**
 * The scopes that tables tell by labels: a caption in or right above one (全市, 主动公开情况(市本级)), the head of its
 * columns, the label of its row. Where a table prints figures of two, findings say which the cells have, or that it is
 * not known. Tables without such labels are absent.
 */
export function labelledScopes({ tables, leftOver }: TableDecisions): {
  readonly labelled: readonly LabelledScope[];
  readonly findings: readonly Finding[];
} {
  const read = tables.map((table) => scopeOfTable(table, leftOver));
  return { labelled: read.flatMap(({ labelled }) => labelled), findings: read.flatMap(({ findings }) => findings) };
}

/** A label of a table that tells a scope. */
interface ScopeLabel {
  readonly atom: Atom;
  readonly told: ToldScope;
}

/**
 * A figure's own label goes before the caption. In doubt are cells that do not all have one scope, captions that disagree,
 * and heads in lines, which stand over figures that are not known.
 */
function scopeOfTable({ key, chosen, printings }: TableDecision, leftOver: readonly Run[]) {
  const { reading } = chosen;
  const below = rowsBelow(reading, leftOver);
  const runs = [...reading.runs, ...below];
  const labels = labelsIn(runs);
  const captions = captionsOf(chosen);
  const over = printings.flatMap((each) => [
    ...each.above.flatMap((line) => tellingOf(line) ?? []),
    ...toldBy(captionsOf(each.candidate)),
  ]);
  const inside = labels.filter(({ atom }) => !captions.some((caption) => caption.atom === atom));
  const unlabelled = inside.length === 0 ? [] : below.filter((run) => labelsIn([run]).length === 0);
  const printed = [...over, ...toldBy(inside), ...unlabelled.map(() => unknownScope)].map(({ scope }) => scope);
  if (printed.length === 0) return { labelled: [], findings: [] };
  const whole = agreedOf(over);
  const figures = [...reading.taken].filter(({ kind }) => kind !== 'blank');
  const own = figures.map((figure) => labelOf(figure, inside, reading.runs)?.told ?? whole);
  const told = agreedOf(own);
  const isDoubtful =
    (told === null && own.some((each) => each !== null)) ||
    (captions.length > 0 && agreedOf(toldBy(captions)) === null) ||
    inside.some(({ atom }) => isHeadInLines(atom, runs));
  const words = [
    ...labels.map((label) => label.told.words ?? ''),
    ...unlabelled.map(({ texts }) => texts.at(-1) ?? ''),
  ];
  const hasOthers = unlabelled.length > 0 || inside.some((label) => label.told.scope !== told?.scope);
  const findings = isDoubtful ? [mixed(key, reading, words)] : hasOthers ? [other(key, told, words)] : [];
  return { labelled: [{ key, told: (isDoubtful ? null : told) ?? unknownScope, printed }], findings };
}

function toldBy(labels: readonly ScopeLabel[]): ToldScope[] {
  return labels.map(({ told }) => told);
}

const before = `(?:${anyOf(beforeLabelled)})*`;
const after = `(?:${anyOf(afterLabelled)})*`;

/** A label that says no more than a scope and what the figures are, or that has it in brackets at its end. */
const labelled = scopeWords.map(({ scope, words }) => ({
  scope,
  pattern: new RegExp(`^\\(?${before}(?<words>${anyOf(words)})${after}\\)?${after}$`, 'u'),
  inBrackets: new RegExp(`\\((?<words>${anyOf(words)})${after}\\)$`, 'u'),
}));

/** Longer texts are no labels. */
const longestLabel = 60;

/** What a line or label tells. The place of a cell of a grid is where the cell begins. */
function tellingOf({
  text,
  offset,
  grid = null,
}: Pick<Atom, 'text' | 'offset'> & Partial<Pick<Atom, 'grid'>>): ToldScope | null {
  if (text.length > longestLabel) return null;
  const folded = foldedText(text);
  for (const { scope, pattern, inBrackets } of labelled) {
    const match = pattern.exec(folded.text) ?? inBrackets.exec(folded.text);
    const words = match?.groups?.words;
    if (match === null || words === undefined) continue;
    const at = match.index + match[0].indexOf(words);
    const first = folded.at[at] ?? 0;
    const last = folded.at[at + words.length - 1] ?? first;
    return {
      scope,
      from: 'label',
      words: text.slice(first, last + 1),
      offset: grid === null ? offset + first : offset,
    };
  }
  return null;
}

/** Labels above the first of the form's own: on a line of their own, or alone in a row of the grid. */
function captionsOf({ table, reading: { runs } }: Candidate): ScopeLabel[] {
  const [first] = runs;
  if (first === undefined) return [];
  const known = new Set(printedLabels(table).map(comparableLabel));
  const own = first.texts.findIndex((text) => known.has(text));
  return labelsIn([{ ...first, labels: first.labels.slice(0, Math.max(0, own)), values: [] }]).filter(
    ({ atom }) => atom.grid === null || isAlone(atom, runs),
  );
}

function labelsIn(runs: readonly Run[]): ScopeLabel[] {
  const atoms = runs.flatMap(({ labels, values }) => [...labels, ...values.filter(({ kind }) => kind === 'label')]);
  return atoms.flatMap((atom) => {
    const told = tellingOf(atom);
    return told === null ? [] : [{ atom, told }];
  });
}

/** Lines between two rows of copied text, of which one may be empty. */
const nextLine = 2;

/** Rows right below the last that was read, each as long as it, of which no table took anything. */
function rowsBelow({ runs }: TableReading, leftOver: readonly Run[]): Run[] {
  const last = runs.at(-1);
  let above = last?.values.at(-1);
  return leftOver.filter(({ labels: [label], values }) => {
    const isRow = values.length === last?.values.length && isRightBelow(label, above);
    if (isRow) above = values.at(-1);
    return isRow;
  });
}

function isRightBelow(label: Atom | undefined, above: Atom | undefined): boolean {
  if (label === undefined || above === undefined) return false;
  if (label.grid !== null) return label.block === above.block && label.grid.row - (above.grid?.row ?? 0) === 1;
  return above.grid === null && label.line > above.line && label.line - above.line <= nextLine;
}

/** Whether nothing else is printed in the label's row of the grid: then it is a caption of all below it. */
function isAlone({ grid, block }: Atom, runs: readonly Run[]): boolean {
  const atoms = runs.flatMap(({ labels, values }) => [...labels, ...values]);
  const row = atoms.filter((each) => each.block === block && each.grid?.row === grid?.row && each.kind !== 'blank');
  return grid !== null && row.length === 1;
}

/** A label of lines that stands in no row with figures: which figures it is over is not known. */
function isHeadInLines(atom: Atom, runs: readonly Run[]): boolean {
  if (atom.grid !== null) return false;
  return !runs.some(({ labels, values }) => labels.includes(atom) && values.some(({ line }) => line === atom.line));
}

/** The label of a figure's row, else of its column; null where neither tells a scope. In lines only rows are known. */
function labelOf(figure: Atom, labels: readonly ScopeLabel[], runs: readonly Run[]): ScopeLabel | null {
  const run = runs.find(({ values }) => values.includes(figure));
  const { grid } = figure;
  if (grid === null) {
    return labels.find(({ atom }) => atom.line === figure.line && run?.labels.includes(atom)) ?? null;
  }
  const inGrid = labels.filter(({ atom }) => atom.block === figure.block);
  const ofRow = inGrid.find(({ atom }) => atom.grid?.row === grid.row && atom.grid.column < grid.column);
  const ofColumn = inGrid.findLast(
    ({ atom }) =>
      atom.grid !== null &&
      atom.grid.row < grid.row &&
      atom.grid.column <= grid.column &&
      grid.column < atom.grid.column + atom.columnSpan,
  );
  return ofRow ?? ofColumn ?? null;
}

/** The first of them where all tell one scope; null where one tells none. */
function agreedOf(told: readonly (ToldScope | null)[]): ToldScope | null {
  const [first = null] = told;
  return told.every((each) => each?.scope === first?.scope) ? first : null;
}

function other(key: TableKey, told: ToldScope | null, words: readonly string[]): Finding {
  const printed = quoted(words);
  return findingOf(otherScope, {
    cells: [key],
    zh: `表内并列不同口径的数字(${printed.zh}),${told === null ? '各格采用的是未标口径的数字' : `各格采用的是“${told.words}”的数字`},其余未采用。`,
    en: `The table prints figures of several scopes (${printed.en}). Its cells have those ${told === null ? 'without such a label' : `of “${told.words}”`}; the others were left aside.`,
  });
}

function mixed(key: TableKey, { rows }: TableReading, words: readonly string[]): Finding {
  const printed = quoted(words);
  return findingOf(mixedScopes, {
    cells: Object.entries(rows).flatMap(([row, cells]) =>
      Object.keys(cells).map((column) => `${key}.${row}.${column}`),
    ),
    zh: `表内数字标有口径(${printed.zh}),但各格口径不一或有的未标,无法判定是谁的数字。`,
    en: `Figures of the table are labelled with scopes (${printed.en}), but not all its cells with the same one: whose they are is not known.`,
  });
}

function quoted(words: readonly string[]): { readonly zh: string; readonly en: string } {
  const quotes = [...new Set(words)].map((each) => `“${each}”`);
  return { zh: quotes.join('、'), en: quotes.join(', ') };
}

function findingOf(
  { id, severity }: RuleHead,
  { cells, zh, en }: { readonly cells: readonly string[]; readonly zh: string; readonly en: string },
): Finding {
  const said = { cells: [...cells], expected: null, actual: null, message: { zh, en } };
  return { rule: id, severity, ...said, cause: 'suspected-parse' };
}
