import type { ComparedFinding } from '../../schema/comparison.ts';
import type { CellChange } from '../../schema/difference.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Operand } from '../../schema/operand.ts';
import type { ReportRecord } from '../../schema/report.ts';
import type { RuleDescription } from '../../schema/rule.ts';
import type { PairExamples } from '../rules/rule-example.ts';
import { cellChanges, type Figures, isFigureChange } from './cell-changes.ts';

/** The rule behind the findings of this file, for the dictionary of rules. */
export const changedAfterPublicationRule: RuleDescription & { readonly examples: PairExamples } = {
  id: 'report.changed-after-publication',
  title: { zh: '报告公布后数字有改动', en: 'Figures were changed after the report was published' },
  severity: 'warning',
  source: { zh: '同一机关同一年度先后公布的版本', en: 'Versions of one report, published one after the other' },
  forms: ['2008', '2019', '2021'],
  examples: {
    passing: {
      about: { zh: '营口市2020年,更正前后数字相同', en: 'Yingkou 2020, published again with the same figures' },
      before: { form: '2019', year: 2020, rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11] } },
      after: { form: '2019', year: 2020, rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11] } },
    },
    failing: {
      about: { zh: '同上,行政复议纠正2件改为1件', en: 'The same with 1 corrected in place of 2' },
      before: { form: '2019', year: 2020, rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11] } },
      after: { form: '2019', year: 2020, rows: { 'reviewAndLitigation.reconsideration': [8, 1, 1, 0, 10] } },
    },
  },
};

/** What is looked at of a version. */
type PublishedReport = Figures & Pick<ReportRecord, 'parser'>;

/** Paths of figures read from sentences begin so; a rewritten sentence is a matter of the section, not of the tables. */
const inSentence = 'indicators.';

/** So many changed figures are written out in the message. */
const writtenOut = 3;

/**
 * What is to be said of the later of two versions of one report: a warning where a table or the annex prints another figure,
 * an info where only sentences do, nothing where no figure differs. One finding names all the cells.
 */
export function changedAfterPublication(before: PublishedReport, after: PublishedReport): ComparedFinding | null {
  const changes = cellChanges(before, after).filter(isFigureChange);
  if (changes.length === 0) return null;
  const printed = changes.filter(({ path }) => !path.startsWith(inSentence));
  const only = changes.length === 1 ? changes[0] : undefined;
  return {
    rule: changedAfterPublicationRule.id,
    severity: printed.length > 0 ? changedAfterPublicationRule.severity : 'info',
    cells: changes.map(({ path }) => path),
    expected: only?.before?.value ?? null,
    actual: only?.after?.value ?? null,
    message: inWords(changes),
    ...causeOf(before, after),
    operands: changes.flatMap(operands),
  };
}

/** Two parsers may read one figure differently; where they have read the versions, the change may be ours. */
function causeOf(before: PublishedReport, after: PublishedReport): Pick<Finding, 'cause' | 'evidence'> {
  const [old, fresh] = [before.parser.version, after.parser.version];
  if (old === fresh) return { cause: 'source' };
  const evidence = {
    zh: `两个版本由不同的解析器版本(${old}、${fresh})识读。`,
    en: `The two versions were read by different parsers (${old} and ${fresh}).`,
  };
  return { cause: 'suspected-parse', evidence };
}

function operands({ path, before, after }: CellChange): Operand[] {
  return [
    { path: `${path}@before`, printed: figure(before) },
    { path, printed: figure(after) },
  ];
}

function figure(printed: CellChange['before']): string {
  return printed === null ? '' : String(printed.value ?? printed.state);
}

function inWords(changes: readonly CellChange[]) {
  const some = changes
    .slice(0, writtenOut)
    .map(({ path, before, after }) => `${path} ${shown(before)} → ${shown(after)}`);
  const more = changes.length > writtenOut;
  return {
    zh: `公布后有${changes.length}个数字改动:${some.join(';')}${more ? '等' : ''}。`,
    en: `Figures changed after publication, ${changes.length}: ${some.join('; ')}${more ? ' and more' : ''}.`,
  };
}

function shown(printed: CellChange['before']): string {
  if (printed === null) return '∅';
  return printed.raw === '' ? '—' : printed.raw;
}
