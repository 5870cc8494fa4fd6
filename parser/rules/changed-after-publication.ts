import { TableKey } from '../../schema/law/forms/form.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import { type ComparedFinding, versionRules } from '../../schema/record/comparison.ts';
import type { CellChange } from '../../schema/record/difference.ts';
import type { Operand } from '../../schema/record/operand.ts';
import { isOneTitle } from '../../schema/record/renditions.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import type { RuleHead } from '../../schema/record/rule.ts';
import { type Scope, tableScope } from '../../schema/record/scope.ts';
import { cellChanges, type Figures } from '../differences/cell-changes.ts';
import { beside, writtenChanges } from './figure-names.ts';
import type { PairExamples } from './rule.ts';

/** The rule behind the findings of this file, for the dictionary of rules. */
export const changedAfterPublicationRule: RuleHead & { readonly examples: PairExamples } = {
  id: versionRules.changed,
  title: { zh: '报告公布后数字有改动', en: 'Figures were changed after the report was published' },
  severity: 'warning',
  source: { zh: '同一机关同一年度先后公布的版本', en: 'Versions of one report, published one after the other' },
  examples: {
    passing: {
      about: { zh: '营口市2020年,更正前后数字相同', en: 'Yingkou 2020, published again with the same figures' },
      before: { form: '2019', year: 2020, rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11] } },
      after: { form: '2019', year: 2020, rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11] } },
    },
    failing: {
      about: { zh: '同上,行政复议纠正2件改为1件', en: 'The same with 1 corrected in place of 2' },
      before: { form: '2019', year: 2020, rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11] } },
      after: {
        ...{ form: '2019', year: 2020, publishedOn: '2021-03-15' },
        rows: { 'reviewAndLitigation.reconsideration': [8, 1, 1, 0, 10] },
      },
    },
  },
};

/** What is looked at of a version. */
export type PublishedReport = Figures &
  Pick<ReportRecord, 'parser' | 'form' | 'title' | 'publishedOn' | 'complete' | 'findings' | 'scopes'> & {
    readonly source: Pick<ReportRecord['source'], 'mediaType'>;
  };

/** Paths of figures read from sentences begin so; a rewritten sentence is a matter of the section, not of the tables. */
export const inSentence = 'indicators.';

/**
 * What is to be said of the later of two versions of one report: a warning where a table or the annex prints another number,
 * an info where only sentences do. One finding names all the cells. Null where no number differs, and wherever the two may
 * not be the same publication, read equally well: a copy of it in another format, or one that lost some of it, is no change.
 * Nor is one that gives the figures of another scope, or of one that is not known where the other's is.
 * Where their dates do not tell which came first, the message says so.
 */
export function changedAfterPublication(before: PublishedReport, after: PublishedReport): ComparedFinding | null {
  if (!isAlike(before, after) || ![before, after].every(isIntact)) return null;
  const changes = cellChanges(before, after).filter((change) => isOtherNumber(change, before, after));
  if (changes.length === 0) return null;
  const printed = changes.filter(({ path }) => !path.startsWith(inSentence));
  const only = changes.length === 1 ? changes[0] : undefined;
  return {
    rule: changedAfterPublicationRule.id,
    severity: printed.length > 0 ? changedAfterPublicationRule.severity : 'info',
    cells: changes.map(({ path }) => path),
    expected: only?.before?.value ?? null,
    actual: only?.after?.value ?? null,
    message: inWords(changes, before, after),
    cause: 'source',
    operands: changes.flatMap(operands),
  };
}

/**
 * Whether two versions are of one kind: the same form and scopes under the same title in the same format, read by one parser.
 */
function isAlike(before: PublishedReport, after: PublishedReport): boolean {
  return (
    before.source.mediaType === after.source.mediaType &&
    before.parser.version === after.parser.version &&
    before.form === after.form &&
    isOneTitle(before.title, after.title) &&
    haveOneScope(before, after)
  );
}

/** Whether two versions give figures of the same scopes, as a whole and in each table: of different ones none is a change of the other. */
export function haveOneScope(one: PublishedReport, other: PublishedReport): boolean {
  return (
    reportScope(one) === reportScope(other) &&
    TableKey.options.every((key) => tableScope(one, key) === tableScope(other, key))
  );
}

/** Whose figures a version gives as a whole. */
export function reportScope({ scopes }: Pick<PublishedReport, 'scopes'>): Scope {
  return scopes?.report.scope ?? 'unknown';
}

/** Whether all of a version was read, and nothing suggests that any of it was misread. */
function isIntact({ complete, findings }: PublishedReport): boolean {
  return complete && findings.every(({ cause }) => cause !== 'suspected-parse');
}

/** Whether both versions print a number here and not the same; of figures in sentences, where each says it once and exactly. */
export function isOtherNumber({ path, before, after }: CellChange, ...versions: readonly Figures[]): boolean {
  if (before?.value == null || after?.value == null || before.value === after.value) return false;
  return !path.startsWith(inSentence) || versions.every((version) => saysOnce(version, path.slice(inSentence.length)));
}

function saysOnce({ indicators }: Figures, key: string): boolean {
  const [stated, ...more] = indicators.filter((indicator) => (indicator.key ?? indicator.label ?? '') === key);
  return stated !== undefined && more.length === 0 && !stated.approximate;
}

function operands({ path, before, after }: CellChange): Operand[] {
  return [
    { path: `${path}@before`, printed: figure(before) },
    { path, printed: figure(after) },
  ];
}

function figure(printed: CellChange['before']): string {
  return String(printed?.value ?? '');
}

/** Whether the dates that both print tell which was published first. */
function isDated(before: PublishedReport, after: PublishedReport): boolean {
  return before.publishedOn !== null && after.publishedOn !== null && before.publishedOn < after.publishedOn;
}

function inWords(changes: readonly CellChange[], before: PublishedReport, after: PublishedReport): Bilingual {
  const count = changes.length;
  if (isDated(before, after)) {
    const some = writtenChanges(changes, after, (change) =>
      alike(` ${change.before?.raw ?? ''} → ${change.after?.raw ?? ''}`),
    );
    const changed = count === 1 ? '1 figure was' : `${count} figures were`;
    return {
      zh: `公布后有${count}个数字改动:${some.zh}。`,
      en: `${changed} changed after publication: ${some.en}.`,
    };
  }
  const some = writtenChanges(changes, after, (change) => beside(change.after?.raw ?? '', change.before?.raw ?? ''));
  return {
    zh: `公布的两份文件有${count}个数字不同,未注明孰先孰后:${some.zh}。`,
    en: `Two documents were published of which ${count === 1 ? '1 figure differs' : `${count} figures differ`}; they do not tell which came first: ${some.en}.`,
  };
}

function alike(words: string): Bilingual {
  return { zh: words, en: words };
}
