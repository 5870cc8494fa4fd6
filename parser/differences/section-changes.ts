import type { SectionChange } from '../../schema/record/difference.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { changedLines } from './changed-lines.ts';

/** Stands for the text before the first section. */
const preamble = 'preamble';

/** Every section whose heading or words differ, in the order of the later record; what only the earlier one has comes last. */
export function sectionChanges(before: ReportRecord, after: ReportRecord): SectionChange[] {
  const [old, fresh] = [sectionsByKey(before), sectionsByKey(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((key) => {
    const [from, to] = [old.get(key), fresh.get(key)];
    const lines = changedLines(linesOf(from), linesOf(to));
    const headings = { headingBefore: from?.heading ?? null, headingAfter: to?.heading ?? null };
    const isSame = headings.headingBefore === headings.headingAfter && lines.removed.length + lines.added.length === 0;
    return isSame ? [] : [{ key, ...headings, ...lines }];
  });
}

interface Words {
  readonly heading: string;
  readonly text: string;
}

function sectionsByKey({ preamble: text, sections }: ReportRecord): Map<string, Words> {
  const byKey = new Map<string, Words>(text === '' ? [] : [[preamble, { heading: '', text }]]);
  for (const section of sections) {
    let key: string = section.key;
    for (let copy = 2; byKey.has(key); copy += 1) key = `${section.key}#${copy}`;
    byKey.set(key, section);
  }
  return byKey;
}

function linesOf(words: Words | undefined): string[] {
  return words === undefined || words.text === '' ? [] : words.text.split('\n');
}
