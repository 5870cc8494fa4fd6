import type { Bilingual } from '../../schema/record/bilingual.ts';
import { type ComparedFinding, versionRules } from '../../schema/record/comparison.ts';
import type { CellChange, PrintedFigure } from '../../schema/record/difference.ts';
import type { RuleHead } from '../../schema/record/rule.ts';
import { differentScopes, type Scope } from '../../schema/record/scope.ts';
import { cellChanges } from '../differences/cell-changes.ts';
import { inSentence, isOtherNumber, type PublishedReport, reportScope } from './changed-after-publication.ts';
import { beside, writtenChanges } from './figure-names.ts';
import type { PairExamples } from './rule.ts';

/** The rule behind the findings of this file, for the dictionary of rules. */
export const readOtherwiseRule: RuleHead & { readonly examples: PairExamples } = {
  id: versionRules.readOtherwise,
  title: { zh: '同一报告的另一份文件读出的数字不同', en: 'Another copy of the report is read with other figures' },
  severity: 'info',
  source: { zh: '同一机关同一年度的网页、附件与文本', en: 'Page, attachment and text of one report' },
  examples: {
    passing: {
      about: { zh: '营口市2020年,另一份文件数字相同', en: 'Yingkou 2020, with a copy of the same figures' },
      before: { form: '2019', year: 2020, rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11] } },
      after: { form: '2019', year: 2020, rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11] } },
    },
    failing: {
      about: { zh: '同上,另一份文件有两格未能读出', en: 'The same with a copy of which two cells cannot be read' },
      before: { form: '2019', year: 2020, rows: { 'reviewAndLitigation.reconsideration': [8, '■', 1, 0, '1l'] } },
      after: { form: '2019', year: 2020, rows: { 'reviewAndLitigation.reconsideration': [8, 2, 1, 0, 11] } },
    },
  },
};

/**
 * What is to be said of the report that is shown, where another document of it has other figures and is no like edition: it is in
 * another format, was read worse, bears another title, or gives the figures of another scope, which is then said. An info, for which the fault may be ours: it says nothing of the agency. Null where every
 * figure agrees, and where another parser read the other, which may be all the difference.
 */
export function readOtherwise(other: PublishedReport, shown: PublishedReport): ComparedFinding | null {
  if (other.parser.version !== shown.parser.version) return null;
  const changes = cellChanges(other, shown).filter((change) =>
    change.path.startsWith(inSentence) ? isOtherNumber(change, other, shown) : isOtherFigure(change),
  );
  if (changes.length === 0) return null;
  return {
    ...{ rule: readOtherwiseRule.id, severity: readOtherwiseRule.severity, cause: 'suspected-parse' },
    cells: changes.map(({ path }) => path),
    ...{ expected: null, actual: null },
    message: inWords(changes, other, shown),
    operands: changes.flatMap(({ path, before, after }) => [
      { path: `${path}@copy`, printed: operand(before) },
      { path, printed: operand(after) },
    ]),
  };
}

/** Whether the two have different numbers in a table or the annex, or one has none. */
function isOtherFigure({ before, after }: CellChange): boolean {
  return (before?.value ?? null) !== (after?.value ?? null);
}

const scopeNames = {
  organ: { zh: '本机关', en: 'the organ' },
  ownLevel: { zh: '本级', en: 'the level' },
  territory: { zh: '全域', en: 'the whole area' },
  unknown: { zh: '未写明', en: 'unknown' },
} as const satisfies Record<Scope, Bilingual>;

function inWords(changes: readonly CellChange[], other: PublishedReport, shown: PublishedReport): Bilingual {
  const some = writtenChanges(changes, shown, ({ before, after }) => {
    const [here, there] = [told(after), told(before)];
    return { zh: beside(here.zh, there.zh).zh, en: beside(here.en, there.en).en };
  });
  const count = changes.length;
  const [otherScope, ownScope] = [reportScope(other), reportScope(shown)];
  if (differentScopes(otherScope, ownScope)) {
    const [there, here] = [scopeNames[otherScope], scopeNames[ownScope]];
    return {
      zh: `同一机关同一年度另有一份文件,统计范围不同:本份为${here.zh},另一份为${there.zh}。两份有${count}个数字不同,不表示机关有过改动,也不宜相互比较:${some.zh}。`,
      en: `Of this agency and year there is another document, with the figures of another scope: ${here.en} here, ${there.en} in the other. ${count === 1 ? '1 figure differs' : `${count} figures differ`}, which does not say that the agency changed anything, nor can they be compared: ${some.en}.`,
    };
  }
  return {
    zh: `同一报告的另一份文件有${count}个数字读出的不同,以本份为准;可能出于文件格式或识读,不表示机关有过改动:${some.zh}。`,
    en: `Another document of this report is read with ${count === 1 ? '1 figure' : `${count} figures`} otherwise; this one is shown. That may be due to the copy or to how it is read, and does not say that the agency changed anything: ${some.en}.`,
  };
}

/** What a document has in a cell, in words where it is no figure. */
function told(figure: PrintedFigure | null): Bilingual {
  if (figure === null) return { zh: '无此格', en: 'nothing' };
  if (figure.state === 'blank') return { zh: '空白', en: 'a blank' };
  return figure.raw === '' ? { zh: '未读出', en: 'nothing readable' } : { zh: figure.raw, en: figure.raw };
}

function operand(figure: PrintedFigure | null): string | null {
  return figure === null ? null : String(figure.value ?? figure.state);
}
