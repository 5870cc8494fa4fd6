import { form2008 } from '../../schema/law/forms/form-2008.ts';
import type { WorkPlan } from '../../schema/record/work-plan.ts';
import { sectionKey } from '../locate/section-wording.ts';
import type { Block } from '../read/document.ts';
import { unreadTasksFinding } from '../reading-rules.ts';
import type { ParseHints } from '../records.ts';
import { type Draft, emptyDraft } from '../records.ts';
import { extractWorkPlan } from './extract-work-plan.ts';
import { workPlanSigns } from './recognise-plan.ts';

/** The work plan on a page. */
export function workPlanDraft(blocks: readonly Block[], hints: ParseHints): Draft {
  const { sections, workPlan, publishedOn, ...identity } = extractWorkPlan(blocks, hints);
  const isUnread = workPlan.tasks.length + workPlan.responsibilities.length === 0 && workPlanSigns(blocks).table;
  return {
    ...emptyDraft,
    kind: 'work-plan',
    ...identity,
    publishedOn: publishedOn ?? hints.publishedOn ?? null,
    complete: !isUnread && isNumberedThrough(workPlan),
    findings: isUnread ? [unreadTasksFinding()] : [],
    sections: sections.map((section) => ({ ...section, key: sectionKey(section.heading, form2008) })),
    workPlan,
  };
}

/**
 * A plan has no statutory cells; what it has is numbered, so a number left out is something left unread. Numbers may begin
 * again in each section or table.
 */
function isNumberedThrough({ items, responsibilities, tasks }: WorkPlan): boolean {
  return [items, responsibilities, tasks].every((list) =>
    list.every(({ number }, index) => number === (list[index - 1]?.number ?? 0) + 1 || number === 1),
  );
}
