import type { Comparison } from '../comparison.ts';
import type { Finding } from '../finding.ts';
import { findingKey, operandsOf } from '../finding-key.ts';
import type { Operand } from '../operand.ts';
import type { ReportRecord } from '../report.ts';
import type { ReviewRef } from '../review.ts';

/** Whose finding it is, and what it is about: enough to name it and to find what was decided of it. */
interface FindingSubject extends ReviewRef {
  readonly rule: string;
  readonly operands: readonly Operand[];
}

/**
 * What the findings of one request are about. A finding is served in many places (a report, a year, a cell) and is the same
 * object in all of them; what it is about is told once, by whoever loads it.
 */
export interface FindingSubjects {
  ofRecord(record: ReportRecord): void;
  /** The findings of a comparison as they are told of one of its two years. */
  ofComparison(comparison: Comparison, year: number): Finding[];
  /** Null for a finding of a document that is filed nowhere. */
  get(finding: Finding): FindingSubject | null;
}

export function createFindingSubjects(): FindingSubjects {
  const subjects = new WeakMap<Finding, () => FindingSubject>();
  return {
    ofRecord(record) {
      const { agency, year } = record;
      if (agency === null || year === null) return;
      for (const finding of record.findings) {
        subjects.set(finding, () => subject(finding, { agencyId: agency.id, year }, operandsOf(finding, record)));
      }
    },
    ofComparison(comparison, year) {
      const place = { agencyId: comparison.agencyId, year: comparison.after.year };
      return comparison.findings.map((compared) => {
        const seen = toldOf(compared, year);
        subjects.set(seen, () => subject(compared, place, compared.operands));
        return seen;
      });
    },
    get: (finding) => subjects.get(finding)?.() ?? null,
  };
}

type Place = Omit<ReviewRef, 'key'>;

function subject(finding: Finding, place: Place, operands: readonly Operand[]): FindingSubject {
  return { ...place, key: findingKey(finding, operands), rule: finding.rule, operands };
}

/** A year's own cells are named as in its record; those of the other year keep their year behind them. */
function toldOf(finding: Finding, year: number): Finding {
  const own = `@${year}`;
  const cells = finding.cells.map((path) => (path.endsWith(own) ? path.slice(0, -own.length) : path));
  const { rule, severity, expected, actual, message, cause, evidence } = finding;
  return { rule, severity, cells, expected, actual, message, cause, ...(evidence === undefined ? {} : { evidence }) };
}
