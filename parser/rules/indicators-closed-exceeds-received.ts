import { ofOneScope, tableScope } from '../../schema/record/scope.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { pick, type StatedFigure, statedInSentences, sumOf, written } from './stated-figures.ts';
import { viewTable } from './table-view.ts';

const received = 'applications.received';
const carriedOver = 'applications.carriedOver';
const carriedOverRow = 'carriedOver';
const totalColumn = 'total';
const closed = 'applications.closed';
const closedParts = ['applications.closedOnTime', 'applications.closedExtended'];

/** Carried over from last year as sentences state it, else as table 三 prints it; empty where neither does. */
function carriedOverFigure(record: CheckableRecord, stated: readonly StatedFigure[]): StatedFigure[] {
  if (stated.length > 0) return [...stated];
  const row = viewTable(record, 'applications')?.table[carriedOverRow];
  const value = row?.[totalColumn]?.value ?? null;
  if (value === null) return [];
  const name = { zh: '上年结转', en: 'Carried over from last year' };
  return [
    {
      key: carriedOver,
      path: `${carriedOver}.total`,
      name,
      value,
      approximate: false,
      scope: tableScope(record, 'applications'),
    },
  ];
}

function message(incoming: readonly StatedFigure[], outgoing: readonly StatedFigure[]) {
  const unstated = incoming.length === 1;
  return {
    zh: `办结多于收到:${written(outgoing, 'zh')},而${written(incoming, 'zh')}${unstated ? ',未写明上年结转数' : ''}。`,
    en: `More closed than received: ${written(outgoing, 'en')}, but ${written(incoming, 'en')}${unstated ? '; none is said to be carried over' : ''}.`,
  };
}

function check(record: CheckableRecord): RuleCheck {
  const figures = statedInSentences(record);
  const whole = pick(figures, [closed]);
  const outgoing = whole.length > 0 ? whole : pick(figures, closedParts);
  const arrived = pick(figures, [received]);
  if (arrived.length === 0 || outgoing.length === 0) {
    const why = { zh: '正文未写明收到数或办结数。', en: 'The text states no number received or none closed.' };
    return { outcome: 'notApplicable', why };
  }
  const incoming = [...arrived, ...carriedOverFigure(record, pick(figures, [carriedOver]))];
  if ([...incoming, ...outgoing].some(({ approximate }) => approximate)) {
    return { outcome: 'notApplicable', why: { zh: '正文只写约数。', en: 'The text gives round figures only.' } };
  }
  if (!ofOneScope([...incoming, ...outgoing].map(({ scope }) => scope))) {
    const why = { zh: '所述数字的统计范围不同。', en: 'The figures are of different scopes.' };
    return { outcome: 'notApplicable', why };
  }
  if (sumOf(outgoing) <= sumOf(incoming)) return { outcome: 'pass' };
  const failure = {
    cells: [...incoming, ...outgoing].map(({ path }) => path),
    expected: sumOf(incoming),
    actual: sumOf(outgoing),
    message: message(incoming, outgoing),
  };
  return { outcome: 'fail', failure };
}

/** The text cannot have closed more applications than came in; `expected` is the most that could be closed. */
export const indicatorsClosedExceedsReceived: Rule = {
  id: 'indicators.closed-exceeds-received',
  title: { zh: '办结申请不多于收到与上年结转之和', en: 'No more applications are closed than came in' },
  severity: 'error',
  source: { zh: '正文所述依申请公开情况', en: 'What the text says of applications' },
  check: (record) => [check(record)],
  examples: {
    passing: {
      about: { zh: '清镇市2020年', en: 'Qingzhen 2020' },
      form: '2008',
      year: 2018,
      sections: { applications: '收到依申请公开申请41件,办结41件。' },
    },
    failing: {
      about: { zh: '贡井区2018年:收到2件,办结29件', en: 'Gongjing 2018: 2 received, 29 closed' },
      form: '2008',
      year: 2018,
      sections: { applications: '全年共收到依申请公开申请2件。\n全区依申请公开件按时办结24件,按规定延时办结5件。' },
    },
  },
};
