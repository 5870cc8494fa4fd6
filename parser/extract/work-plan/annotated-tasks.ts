import type { PlanLine } from './plan-line.ts';
import type { RawTask } from './raw-task.ts';
import { columnOf } from './table-header.ts';

/** 责任单位:区教育局;完成时限:年底前 */
const labelled =
  /([\p{Script=Han}及和、]{2,12})\s*[:：]\s*([^:：;；。]+?)(?=[;；。,，]?\s*[\p{Script=Han}及和、]{2,12}\s*[:：]|[;；。]|$)/gu;
/** Such labels in brackets at a paragraph's end, or on a line of their own. */
const inBrackets = /[（(【〔[]([^（(【〔[]*[:：](?:[^()（）]|[(（][^()（）]*[)）])*)[)）】〕\]]\s*[。;；]?$/u;
const sectionHeading = /^[一二三四五六七八九十]{1,3}[、.]\s*([^。;；]{2,40})[。]?$/u;
const ownNumber = /^(?:\d{1,3}[.、．]|[(（][一二三四五六七八九十\d]{1,3}[)）])\s*/u;

/** The tasks of a plan without tables, whose paragraphs say behind what is to be done who does it, and until when. */
export function annotatedTasks(lines: readonly PlanLine[]): RawTask[] {
  let group: string | null = null;
  return lines.flatMap((line, index) => {
    group = sectionHeading.exec(line.text)?.[1] ?? group;
    const bracket = inBrackets.exec(line.text);
    const ownLine = bracket === null ? answersIn(line.text) : null;
    const isOwnLine = ownLine !== null && ownLine.responsible.length > 0 && opensWithLabel(line.text);
    const answers = bracket === null ? ownLine : answersIn(bracket[1] ?? '');
    if (answers === null || answers.responsible.length === 0 || (bracket === null && !isOwnLine)) return [];
    const text = bracket === null ? (lines[index - 1]?.text ?? '') : line.text.slice(0, bracket.index);
    const content = text.replace(ownNumber, '').trim();
    return content === '' ? [] : [{ number: null, group, name: '', content: [content], ...answers }];
  });
}

function answersIn(text: string): Pick<RawTask, 'responsible' | 'deadlines'> | null {
  const parts = [...text.matchAll(labelled)].map(([, label = '', value = '']) => ({
    column: columnOf(label),
    value: value.trim(),
  }));
  const of = (wanted: string) => parts.filter(({ column }) => column === wanted).map(({ value }) => value);
  return parts.length === 0 ? null : { responsible: of('responsible'), deadlines: of('deadline') };
}

function opensWithLabel(text: string): boolean {
  const [label = ''] = text.split(/[:：]/u);
  return columnOf(label) === 'responsible';
}
