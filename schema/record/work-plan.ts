import { z } from 'zod';

/** A work unit of the division-of-labour table (重点工作责任分工表): a piece of work and who answers for it. */
export const Responsibility = z.object({ number: z.int().positive(), work: z.string(), responsible: z.string() });
export type Responsibility = z.infer<typeof Responsibility>;

/**
 * A task of the task table (任务分解表). Group, responsible units and deadline are merged cells in print:
 * a task without its own has those of the task above within its group, and `inherited` names which. `number` is as
 * printed; tasks without printed numbers are counted.
 */
export const Task = z.object({
  number: z.int().positive(),
  group: z.string().nullable(),
  name: z.string(),
  content: z.array(z.string()),
  responsible: z.array(z.string()),
  deadlines: z.array(z.string()),
  inherited: z.array(z.enum(['group', 'responsible', 'deadlines'])),
});
export type Task = z.infer<typeof Task>;

/** A numeric demand: at least (or at most) so many, and whom it binds. */
export const Target = z.object({
  text: z.string(),
  who: z.string(),
  comparison: z.enum(['atLeast', 'atMost']),
  value: z.number(),
  unit: z.string(),
});
export type Target = z.infer<typeof Target>;

/** A numbered item of the plan's body, (一)…(二十二). */
export const PlanItem = z.object({
  number: z.int().positive(),
  section: z.int().positive(),
  title: z.string(),
  text: z.string(),
});
export type PlanItem = z.infer<typeof PlanItem>;

/** The document that a work plan passes on: whose it is, its number (文号) and date. */
export const ForwardedDocument = z.object({
  issuer: z.string().nullable(),
  title: z.string().nullable(),
  documentNumber: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
});
export type ForwardedDocument = z.infer<typeof ForwardedDocument>;

/** What a work plan (政务公开重点工作安排, 工作要点, 任务分解表) demands, of whom and until when. */
export const WorkPlan = z.object({
  items: z.array(PlanItem),
  responsibilities: z.array(Responsibility),
  tasks: z.array(Task),
  targets: z.array(Target),
  forwards: ForwardedDocument.nullable(),
});
export type WorkPlan = z.infer<typeof WorkPlan>;
