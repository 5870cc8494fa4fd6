import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';
import type { Operand } from './operand.ts';
import { type PrintedParts, printedAt } from './printed-at.ts';
import type { ReportRecord } from './report.ts';
import { isIdentityRule } from './version-head.ts';

/**
 * What a finding about one record is about: each path it names, once, with what is printed there. A doubt of who reports, on which year, or whether the
 * document is the report is about the document, whose hash is the first: of another one the same decision says nothing.
 */
export function operandsOf(
  { rule, cells }: Pick<Finding, 'rule' | 'cells'>,
  record: PrintedParts & Pick<ReportRecord, 'source'>,
): Operand[] {
  const printed = [...new Set(cells)].map((path) => ({ path, printed: printedAt(record, path) }));
  return isIdentityRule(rule) ? [documentOf(record), ...printed] : printed;
}

function documentOf({ source: { sha256, member } }: Pick<ReportRecord, 'source'>): Operand {
  return { path: 'source', printed: member === undefined ? sha256 : `${sha256}/${member}` };
}

const digits = 24;

/**
 * Names a finding by its rule and its operands, in whatever order they stand: the same doubt about the same figures has the
 * same key in every version and after every re-run. Where an operand is no single figure (a sentence, a section, a table that
 * is not there) the finding's own two figures tell it from the others of its rule.
 */
export function findingKey(finding: Finding, operands: readonly Operand[]): string {
  const sorted = operands.map(({ path, printed }) => [path, printed]).sort();
  const isWhole =
    !isIdentityRule(finding.rule) && operands.length > 0 && operands.every(({ printed }) => printed !== null);
  const figures = isWhole ? [] : [finding.expected, finding.actual];
  const identity = JSON.stringify([finding.rule, sorted, figures]);
  return createHash('sha256').update(identity).digest('hex').slice(0, digits);
}
