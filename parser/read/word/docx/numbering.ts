import { childOf, elementAt, elementsOf, type XmlElement } from '../../xml.ts';
import type { List, ListLevel } from '../list-numbers.ts';
import { isOn, type Styles, switchOf, valOf } from './runs.ts';

/** The lists of a document by their number (ISO/IEC 29500 part 1, 17.9). */
export type Lists = ReadonlyMap<string, List>;

/** Where a paragraph stands in which list. */
export interface ListPlace {
  readonly list: List;
  readonly level: number;
}

export function readLists(part: XmlElement | null): Lists {
  const children = elementsOf(childOf(part ?? undefined, 'w:numbering') ?? { name: '', attributes: {}, children: [] });
  const abstract = new Map(
    children
      .filter(({ name }) => name === 'w:abstractNum')
      .map((element) => [element.attributes['w:abstractNumId'], element]),
  );
  return new Map(
    children
      .filter(({ name }) => name === 'w:num')
      .map((num) => {
        const counter = valOf(childOf(num, 'w:abstractNumId')) ?? '';
        return [num.attributes['w:numId'] ?? '', readList(num, counter, abstract.get(counter))];
      }),
  );
}

function readList(num: XmlElement, counter: string, abstract: XmlElement | undefined): List {
  const overrides = elementsOf(num).filter(({ name }) => name === 'w:lvlOverride');
  const levels: (ListLevel | undefined)[] = [];
  const restarts = new Map<number, number>();
  for (const element of levelsIn(abstract)) levels[indexOf(element)] = readLevel(element);
  for (const override of overrides) {
    for (const element of levelsIn(override)) levels[indexOf(element)] = readLevel(element);
    const start = valOf(childOf(override, 'w:startOverride'));
    if (start !== null) restarts.set(indexOf(override), Number(start));
  }
  return { counter, levels, restarts };
}

function levelsIn(element: XmlElement | undefined): XmlElement[] {
  return element === undefined ? [] : elementsOf(element).filter(({ name }) => name === 'w:lvl');
}

const deepestLevel = 8;

function indexOf({ attributes }: XmlElement): number {
  return levelNumber(attributes['w:ilvl'] ?? null);
}

function levelNumber(value: string | null): number {
  const level = Number(value ?? 0);
  return Number.isInteger(level) && level >= 0 && level <= deepestLevel ? level : 0;
}

function readLevel(level: XmlElement): ListLevel {
  const format = valOf(childOf(level, 'w:numFmt')) ?? 'decimal';
  const restart = valOf(childOf(level, 'w:lvlRestart'));
  const text = format === 'bullet' ? '' : (valOf(childOf(level, 'w:lvlText')) ?? '');
  return {
    start: Number(valOf(childOf(level, 'w:start')) ?? 0),
    format,
    label: text.split(/(%[1-9])/).flatMap((part) => {
      if (part === '') return [];
      return [/^%[1-9]$/.test(part) ? Number(part[1]) - 1 : part];
    }),
    restartsBelow: restart === null ? null : Number(restart),
    isLegal: switchOf(childOf(level, 'w:isLgl')) ?? false,
  };
}

/** The list a paragraph is in, by its own properties or its style's; number 0 takes it out of every list. */
export function listPlace(paragraph: XmlElement, lists: Lists, styles: Styles): ListPlace | null {
  const own = elementAt(paragraph, 'w:pPr', 'w:numPr');
  const styleId = valOf(elementAt(paragraph, 'w:pPr', 'w:pStyle')) ?? styles.defaultParagraph;
  const inherited = styles.find(styleId, 'w:pPr', 'w:numPr');
  const id = valOf(childOf(own, 'w:numId')) ?? valOf(childOf(inherited ?? undefined, 'w:numId'));
  const list = isOn(id) ? lists.get(id ?? '') : undefined;
  if (list === undefined) return null;
  const level = valOf(childOf(own, 'w:ilvl')) ?? valOf(childOf(inherited ?? undefined, 'w:ilvl'));
  return { list, level: levelNumber(level) };
}
