import type { FactChange, RecordDifference } from '../../schema/record/difference.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { cellChanges } from './cell-changes.ts';
import { sectionChanges } from './section-changes.ts';

/** Facts about a whole record that are compared, by the name they are served under. */
const facts: Readonly<Record<string, (record: ReportRecord) => string | number | boolean | null>> = {
  kind: ({ kind }) => kind,
  form: ({ form }) => form,
  agency: ({ agency }) => agency?.name ?? null,
  agencyId: ({ agency }) => agency?.id ?? null,
  year: ({ year }) => year,
  title: ({ title }) => title,
  publishedOn: ({ publishedOn }) => publishedOn,
  outcome: ({ outcome }) => outcome,
  complete: ({ complete }) => complete,
};

/** Everything in which the later record differs from the earlier one: facts, figures cell by cell, sections line by line. */
export function recordDifference(before: ReportRecord, after: ReportRecord): RecordDifference {
  return {
    facts: factChanges(before, after),
    cells: cellChanges(before, after),
    sections: sectionChanges(before, after),
  };
}

function factChanges(before: ReportRecord, after: ReportRecord): FactChange[] {
  return Object.entries(facts).flatMap(([name, read]) => {
    const [old, fresh] = [written(read(before)), written(read(after))];
    return old === fresh ? [] : [{ name, before: old, after: fresh }];
  });
}

function written(value: string | number | boolean | null): string | null {
  return value === null ? null : String(value);
}
