import {
  afterSubject,
  comparisons,
  comparisonsAfter,
  connectives,
  everyPlace,
  targetUnits,
} from '../../../schema/law/forms/work-plan.ts';
import type { Target } from '../../../schema/record/work-plan.ts';
import { isUnitList } from './classify-cell.ts';

type Comparison = Target['comparison'];

const quantity = `(\\d[\\d.,]*)(万|亿)?(${targetUnits})`;

/** Between the comparison and its number a verb may stand: 至少听取1次. Or it follows: 20篇以上. */
const demands = (Object.keys(comparisons) as Comparison[]).flatMap((comparison) => [
  { comparison, pattern: new RegExp(`(?:${comparisons[comparison].join('|')})[^\\d,。;]{0,8}?${quantity}`, 'u') },
  { comparison, pattern: new RegExp(`${quantity}(?:${comparisonsAfter[comparison].join('|')})`, 'u') },
]); // Object.keys loses the type of the keys, which are those of `comparisons`.

const multipliers: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Ends of clauses; a comma inside a bracket or a number (8,000) ends none. */
const clauseEnd = /[,，。;；!！?？](?![^(（]*[)）])(?!\d{3}(?:\D|$))/u;

/**
 * The numeric demands of a text: the clause that makes one, whom it binds, and how much. Whom: the units at the
 * clause's beginning, else those at the beginning of an earlier clause of its sentence, else nobody (empty).
 */
export function targetsIn(text: string): Target[] {
  return text.split(/[。!！?？\n]/u).flatMap((sentence) => {
    const clauses = sentence.split(clauseEnd).map((clause) => clause.trim().replace(connectives, ''));
    return clauses.flatMap((clause, index) => targetIn(clause, clauses.slice(0, index)));
  });
}

function targetIn(clause: string, before: readonly string[]): Target[] {
  const key = clause.normalize('NFKC');
  for (const { comparison, pattern } of demands) {
    const match = pattern.exec(key);
    if (match === null) continue;
    const [, number = '', multiplier = '', unit = ''] = match;
    const who = [clause, ...before.toReversed()].map(subjectOf).find((subject) => subject !== '') ?? '';
    return [
      {
        text: clause,
        who,
        comparison,
        value: Number(number.replaceAll(',', '')) * (multipliers[multiplier] ?? 1),
        unit,
      },
    ];
  }
  return [];
}

/** The units that a clause begins with: 经开区管委会、市级各部门(单位)|在…; a kind of division counts: 各县(区)|全年… */
function subjectOf(clause: string): string {
  const subject = clause.split(afterSubject)[0]?.trim() ?? '';
  const key = subject.normalize('NFKC');
  return isUnitList(key) || everyPlace.test(key) ? subject : '';
}
