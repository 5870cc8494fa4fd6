import { exampleRecord } from '../../parser/rules/examples.ts';
import { changeVerdicts } from '../../parser/rules/narrative-change.ts';
import { countVerdicts } from '../../parser/rules/narrative-count.ts';
import { partVerdicts } from '../../parser/rules/narrative-parts.ts';
import { shareVerdicts } from '../../parser/rules/narrative-share.ts';
import type { CheckableRecord } from '../../parser/rules/rule.ts';
import type { Verdict } from '../../parser/rules/verdict.ts';
import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import { contexts } from './contexts.ts';

const kinds: Readonly<Record<string, (record: CheckableRecord) => readonly Verdict[]>> = {
  count: countVerdicts,
  share: shareVerdicts,
  change: changeVerdicts,
  parts: partVerdicts,
};

/** What a sentence is found to say of its report, as the labels say it: `share contradicts 45.3%`. */
export function verdictsOn(text: string, section: SectionKey, context: string): string[] {
  const example = contexts[context];
  if (example === undefined) throw new Error(`no context ${context}`);
  const record = exampleRecord({ ...example, sections: { overview: '。', other: '。', [section]: text } });
  return Object.entries(kinds).flatMap(([kind, verdicts]) =>
    verdicts(record).flatMap(({ agrees, tag }) =>
      agrees === null ? [] : [`${kind} ${agrees ? 'agrees' : 'contradicts'} ${tag}`],
    ),
  );
}
