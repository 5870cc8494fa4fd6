import { describe, expect, it } from 'vitest';
import { comparisonPlans } from '../../../functions/ingest/settle-year.ts';
import { identityRules, type VersionHead } from '../../../schema/record/version-head.ts';
import { buildHead } from '../../support/build-head.ts';
import { buildAgency, buildRecord } from '../../support/build-record.ts';

const error = { error: 1, warning: 0, info: 0 };

/** What is compared of a year's report and of those beside it, as `kind before after`. */
function compared(reports: readonly VersionHead[], versions: readonly VersionHead[] = []): string[] {
  return comparisonPlans({ agencyId: buildAgency().id, year: 2020, reports, versions }).flatMap(
    ({ kind, reports: pair }) => (pair === null ? [] : [`${kind} ${pair.before.year} ${pair.after.year}`]),
  );
}

const headOf = (year: number) => buildHead(buildRecord({ year }), { version: `v${year}` });
const [before, own, after] = [headOf(2019), headOf(2020), headOf(2021)];

describe('the reports that are compared', () => {
  it('are a year’s, with the year before and the year after', () => {
    expect(compared([before, own, after])).toEqual(['across-years 2019 2020', 'across-years 2020 2021']);
  });

  it.each(identityRules)('are none of which %s leaves in doubt whose they are', (rule) => {
    const doubtful = { ...own, rules: { [rule]: error } };
    expect(compared([before, doubtful, after])).toEqual([]);
    expect(compared([{ ...before, rules: { [rule]: error } }, own, after])).toEqual(['across-years 2020 2021']);
  });
});
