import { form2008 } from '../schema/forms/form-2008.ts';
import type { WorkPlan } from '../schema/work-plan.ts';
import { extractWorkPlan } from './extract/work-plan/extract-work-plan.ts';
import type { ParseHints } from './parse-hints.ts';
import type { Block } from './read/document.ts';
import { type Draft, emptyDraft } from './records.ts';
import { sectionKey } from './segment/section-key.ts';

/** The work plan on a page. */
export function workPlanDraft(blocks: readonly Block[], hints: ParseHints): Draft {
  const { sections, workPlan, publishedOn, ...identity } = extractWorkPlan(blocks, hints);
  return {
    ...emptyDraft,
    kind: 'work-plan',
    ...identity,
    publishedOn: publishedOn ?? hints.publishedOn ?? null,
    complete: isNumberedThrough(workPlan),
    sections: sections.map((section) => ({ ...section, key: sectionKey(section.heading, form2008) })),
    workPlan,
  };
}

/** A plan has no statutory cells; what it has is numbered, so a number left out is something left unread. */
function isNumberedThrough({ items, responsibilities, tasks }: WorkPlan): boolean {
  return [items, responsibilities, tasks].every((list) => list.every(({ number }, index) => number === index + 1));
}
