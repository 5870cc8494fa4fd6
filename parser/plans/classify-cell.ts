import {
  deadlineCell,
  longestUnit,
  placeUnit,
  strongUnit,
  unitRemark,
  weakUnit,
} from '../../schema/law/forms/work-plan.ts';

/** What a cell of a plan's table is by its own words: a time limit, a list of units, a sentence, or a short name. */
export type CellClass = 'deadline' | 'responsible' | 'content' | 'short';

/** A name of a task or group is no longer than this and has no punctuation of a sentence. */
const longestName = 25;
const sentenceMark = /[。;,:!?]/u;
const sentenceEnd = /[。;!?:][”"』」)）]?$/u;
const outsideBrackets = /[、,;](?![^(]*\))/u;

export function classifyCell(key: string): CellClass {
  const cell = key.replace(/\s+/gu, '');
  if (deadlineCell.test(cell)) return 'deadline';
  if (isUnitList(cell)) return 'responsible';
  return cell.length > longestName || sentenceMark.test(cell) ? 'content' : 'short';
}

/** True for a short cell that would be a unit where a row's names are over: 省大数据中心. */
export function mayBeUnit(key: string): boolean {
  return weakUnit.test(key);
}

/** True where the next line continues this sentence: nothing ends it. */
export function isUnfinishedSentence(key: string): boolean {
  return !sentenceEnd.test(key);
}

/** True for a name or list that visibly goes on: it ends in a joining word or leaves a bracket open. */
export function isUnfinishedName(key: string): boolean {
  return /[及和与或、,的(]$|^[^()]*\([^()]*$/u.test(key);
}

/**
 * True for a list whose every item ends as a unit's name does, one of them surely: 省政府办公厅、省大数据中心,
 * 各市(州)、县(市、区)人民政府. A remark on how they share the work may follow.
 */
export function isUnitList(key: string): boolean {
  const items = unitsOf(key);
  const named = items.every((item) => strongUnit.test(item) || weakUnit.test(item) || placeUnit.test(item));
  const sure =
    items.some((item) => strongUnit.test(item)) || (items.length > 1 && items.every((item) => item.length > 3));
  return items.length > 0 && named && sure && items.every((item) => item.length <= longestUnit);
}

function unitsOf(key: string): string[] {
  const list = key
    .replace(/[。;]$/u, '')
    .replace(unitRemark, '')
    .replace(/[、,]$/u, '');
  return list
    .split(outsideBrackets)
    .map((item) => item.replace(unitRemark, ''))
    .filter((item) => item !== '');
}
