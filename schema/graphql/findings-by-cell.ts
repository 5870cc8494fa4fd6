import type { Finding } from '../finding.ts';
import type { ReportRecord } from '../report.ts';

const none: readonly Finding[] = [];
const indexes = new WeakMap<ReportRecord, ReadonlyMap<string, Finding[]>>();

/** Findings of a record that name this cell path, in the record's order. */
export function findingsOfCell(record: ReportRecord, path: string): readonly Finding[] {
  let index = indexes.get(record);
  if (index === undefined) {
    index = indexFindings(record.findings);
    indexes.set(record, index);
  }
  return index.get(path) ?? none;
}

function indexFindings(findings: readonly Finding[]): ReadonlyMap<string, Finding[]> {
  const index = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const path of new Set(finding.cells)) {
      const others = index.get(path);
      if (others === undefined) index.set(path, [finding]);
      else others.push(finding);
    }
  }
  return index;
}
