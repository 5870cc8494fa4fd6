import type { GraphQLError } from 'graphql';
import type { Comparison } from '../record/comparison.ts';
import type { Finding } from '../record/finding.ts';
import { isIdentityRule } from '../record/version-head.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { ReviewDecisionEnum } from './enums.ts';
import { apiError, badUserInput } from './errors.ts';
import { type FindingRef, parseFindingId } from './loaders.ts';
import { signedIn } from './permissions.ts';
import { call } from './prices.ts';

builder.objectType('Review', {
  description:
    'What a person decided of a finding (复核). It holds as long as the figures that the finding is about do.',
  fields: (t) => ({
    decision: t.expose('decision', { type: ReviewDecisionEnum, description: 'Confirmed or dismissed (结论).' }),
    note: t.exposeString('note', { description: 'Why, in the words of the reviewer (说明).' }),
    reviewer: t.exposeString('reviewer', { description: 'Who decided (复核人).' }),
    at: t.expose('at', { type: 'DateTime', description: 'When (时间).' }),
  }),
});

const ReviewFindingInput = builder.inputType('ReviewFindingInput', {
  description: 'A decision on a finding (复核结论).',
  fields: (t) => ({
    finding: t.id({ required: true, description: 'Id of the finding.' }),
    decision: t.field({ type: ReviewDecisionEnum, required: true, description: 'What is decided.' }),
    note: t.string({ required: true, description: 'Why; 1 to 2,000 characters.' }),
  }),
});

/** Characters a note may have. */
const longestNote = 2_000;

builder.mutationField('reviewFinding', (t) =>
  t.field({
    type: 'Finding',
    args: { input: t.arg({ type: ReviewFindingInput, required: true, description: 'The decision.' }) },
    complexity: { field: 5 * call },
    description:
      'Confirms or dismisses a finding, in place of an earlier decision (复核疑点). A report of which every doubt of who reports, on which year, or whether it is the report is dismissed is measured, ranked and compared as any other, as soon as it is read again, which this asks for. Needs credentials. Errors: UNAUTHENTICATED, FINDING_NOT_FOUND, BAD_USER_INPUT.',
    resolve: async (_root, { input }, context) => {
      const viewer = signedIn(context, 'review findings');
      const note = input.note.trim();
      if (note === '' || note.length > longestNote) throw badUserInput('note must have 1 to 2,000 characters.', 'note');
      const ref = parseFindingId(input.finding);
      const found = ref === null ? null : await findFinding(ref, context);
      if (ref === null || found === null) throw notFound();
      const { toldOf: _, ...subject } = context.subjects.get(found);
      const review = await context.writeReview({
        ...subject,
        operands: [...subject.operands],
        ...{ decision: input.decision, note, reviewer: viewer.name },
      });
      context.reviews.clear(subject).prime(subject, review);
      if (isIdentityRule(found.rule)) await readAgain(ref, context);
      return found;
    },
  }),
);

function notFound(): GraphQLError {
  return apiError('FINDING_NOT_FOUND', 'No current report has this finding: a figure it is about may have changed.');
}

/** Has the current documents of a year read again: what was decided of whose they are tells whether they are measured and compared. */
async function readAgain({ agencyId, year }: FindingRef, { years, reader, originals }: GraphqlContext): Promise<void> {
  if (originals === null) return;
  const heads = (await years.load(agencyId))?.heads.filter((head) => head.year === year) ?? [];
  for (const id of new Set(heads.map(({ ingestionId }) => ingestionId))) {
    const ingestion = await reader.ingestion(id);
    if (ingestion !== null && ingestion.versionId !== null) await originals.reprocess(ingestion);
  }
}

function isToldOf({ before, after }: Comparison, { year, toldOf }: FindingRef): boolean {
  return after.year === year && (toldOf === year || toldOf === before.year);
}

/** The finding among those of the current documents of its year and of their comparisons; null where it is none of them. */
export async function findFinding(ref: FindingRef, context: GraphqlContext): Promise<Finding | null> {
  const stored = await context.years.load(ref.agencyId);
  const heads = stored?.heads.filter(({ year }) => year === ref.year) ?? [];
  const records = await context.records.withoutTexts.loadMany(heads);
  const compared = stored?.comparisons.filter((comparison) => isToldOf(comparison, ref)) ?? [];
  const findings = [
    ...records.flatMap((record) => (record === null || record instanceof Error ? [] : record.findings)),
    ...compared.flatMap((comparison) => context.subjects.ofComparison(comparison, ref.toldOf)),
  ];
  const isNamed = (finding: Finding): boolean => {
    const { key, toldOf } = context.subjects.get(finding);
    return key === ref.key && toldOf === ref.toldOf;
  };
  return findings.find((finding) => isNamed(finding)) ?? null;
}
