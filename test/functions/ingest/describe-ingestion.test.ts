import { expect, test } from 'vitest';
import { outcomeOf } from '../../../functions/ingest/describe-ingestion.ts';
import type { Outcome } from '../../../schema/record/report.ts';

test.each<[Outcome, Outcome[]]>([
  ['rejected', []],
  ['rejected', ['rejected', 'rejected']],
  ['published', ['published', 'published']],
  ['held', ['published', 'held']],
  ['held', ['published', 'rejected']],
  ['held', ['held', 'rejected']],
])('a file is %s when its records are %j', (outcome, outcomes) => {
  const facts = { kind: 'annual-report' as const, agencyId: null, year: null, version: null, findings: 0 };
  expect(outcomeOf(outcomes.map((each) => ({ ...facts, outcome: each })))).toBe(outcome);
});
