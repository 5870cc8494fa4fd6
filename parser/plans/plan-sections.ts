import { planFooter } from '../../schema/law/forms/work-plan.ts';
import type { PlanItem } from '../../schema/record/work-plan.ts';
import { ordinalOf } from '../wording/numbering.ts';
import type { PlanLine } from './plan-line.ts';

/** A section of a plan's body: 一、… with the text below it, a paragraph a line. */
export interface PlanSection {
  readonly ordinal: number;
  readonly heading: string;
  readonly text: string;
}

const sectionHeading = /^([一二三四五六七八九十]{1,3})[、.]\s*([^。;]{2,50})[。:]?$/u;
const itemHeading = /^\(([一二三四五六七八九十]{1,4})\)\s*(.+)$/u;
const numberedItem = /^(\d{1,2})[.、]\s*(.+)$/u;
/** What ends the last section: an appendix, a date under a signature, the page. */
const bodyEnd = /^附[件表]|^\d{4}年\d{1,2}月\d{1,2}日$/u;

interface OpenSection {
  readonly ordinal: number;
  readonly heading: string;
  readonly lines: PlanLine[];
}

/** The lines before the first section, and the sections, numbered 一、二、三、 in sequence. */
export function planBody(lines: readonly PlanLine[]): {
  preamble: readonly PlanLine[];
  sections: PlanSection[];
  items: PlanItem[];
} {
  const preamble: PlanLine[] = [];
  const open: OpenSection[] = [];
  for (const line of lines) {
    if (open.length > 0 && (bodyEnd.test(line.key) || planFooter.test(line.key))) break;
    const match = sectionHeading.exec(line.key);
    const ordinal = ordinalOf(match?.[1] ?? '');
    if (match !== null && ordinal === open.length + 1) open.push({ ordinal, heading: headingOf(line), lines: [] });
    else (open.at(-1)?.lines ?? preamble).push(line);
  }
  return { preamble, sections: open.map(closed), items: open.flatMap(itemsOf) };
}

function headingOf(line: PlanLine): string {
  return line.text.replace(/^[^、.．]+[、.．]\s*/u, '').replace(/[。:：]$/u, '');
}

function closed({ ordinal, heading, lines }: OpenSection): PlanSection {
  return { ordinal, heading, text: lines.map((line) => line.text).join('\n') };
}

/** The numbered items of a section, (一)…; 1. … where it has none of those. Their numbers are as printed. */
function itemsOf(section: OpenSection): PlanItem[] {
  const pattern = section.lines.some((line) => itemHeading.test(line.key)) ? itemHeading : numberedItem;
  const items: PlanItem[] = [];
  for (const line of section.lines) {
    const match = pattern.exec(line.key);
    const last = items.at(-1);
    if (match !== null) items.push(openItem(section.ordinal, match[1] ?? '', line));
    else if (last !== undefined)
      items[items.length - 1] = { ...last, text: [last.text, line.text].filter(Boolean).join('\n') };
  }
  return items;
}

/** The item's first sentence is its title. */
function openItem(section: number, printed: string, line: PlanLine): PlanItem {
  const text = line.text.replace(/^(?:[(（][^)）]*[)）]|\d+[.、．])\s*/u, '');
  const end = text.search(/[。:：]/u);
  const number = ordinalOf(printed) ?? 0;
  return {
    number,
    section,
    title: end < 0 ? text : text.slice(0, end),
    text: end < 0 ? '' : text.slice(end + 1).trim(),
  };
}
