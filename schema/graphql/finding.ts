import type { Finding, Severity } from '../finding.ts';
import { builder } from './builder.ts';
import { CauseEnum } from './cause.ts';
import { findingId } from './finding-id.ts';
import { typical } from './prices.ts';
import { SeverityEnum } from './severity.ts';

builder.objectType('Finding', {
  description: 'A doubt about printed values (疑点). It stands beside them and never changes one.',
  fields: (t) => ({
    id: t.id({
      nullable: true,
      description:
        'Names it for reviewFinding: the same as long as the figures it is about are (疑点标识). Null where its document is filed nowhere.',
      resolve: (finding, _args, { subjects }) => {
        const subject = subjects.get(finding);
        return subject === null ? null : findingId(subject);
      },
    }),
    review: t.field({
      type: 'Review',
      nullable: true,
      description:
        'What a person decided of it (复核); null where nobody has, or since a figure it is about has changed.',
      resolve: (finding, _args, { subjects, reviews }) => {
        const subject = subjects.get(finding);
        return subject === null ? null : reviews.load(subject);
      },
    }),
    rule: t.exposeString('rule', { description: 'Id of the rule that found it, see rules (规则).' }),
    severity: t.expose('severity', { type: SeverityEnum, description: 'How grave it is (严重程度).' }),
    cells: t.exposeStringList('cells', {
      complexity: { field: typical.strings },
      description:
        'Paths of the cells and figures it is about: applications.processed.total, statistics.一/(一), indicators.applications.received (涉及单元格).',
    }),
    expected: t.exposeFloat('expected', {
      nullable: true,
      description:
        'What the other operands of the relation amount to, in the unit of the cells (应为); null where no number is expected.',
    }),
    actual: t.exposeFloat('actual', {
      nullable: true,
      description: 'What is printed, in the unit of the cells (实为); null where no number is printed.',
    }),
    message: t.expose('message', { type: 'Bilingual', description: 'The finding in words (说明).' }),
    cause: t.expose('cause', {
      type: CauseEnum,
      description: "Whether the doubt is the document's or ours (疑点来源).",
    }),
    evidence: t.field({
      type: 'Bilingual',
      nullable: true,
      description:
        'What speaks for the cause: what the neighbouring relations say, or the sentence that was read (依据); null where nothing does.',
      resolve: ({ evidence }) => evidence ?? null,
    }),
  }),
});

builder.objectType('FindingCounts', {
  description: 'How many findings a record has, by severity (疑点数量).',
  fields: (t) => ({
    error: t.exposeInt('error', { description: 'Findings of severity error (错误数).' }),
    warning: t.exposeInt('warning', { description: 'Findings of severity warning (警告数).' }),
    info: t.exposeInt('info', { description: 'Findings of severity info (提示数).' }),
  }),
});

/** Findings of one severity, or all. */
export function ofSeverity(findings: readonly Finding[], severity: Severity | null | undefined): readonly Finding[] {
  return severity == null ? findings : findings.filter((finding) => finding.severity === severity);
}
