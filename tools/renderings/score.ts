import { uncertainColumns } from '../../parser/reading-rules.ts';
import type { Finding } from '../../schema/record/finding.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { tableCells } from '../../schema/record/table-rows.ts';
import type { Truth } from './made-up-report.ts';
import type { Rendering } from './rendering.ts';

/** What became of the cells of one rendering. */
export interface Score {
  /** Cells that are printed and read as printed. */
  readonly exact: number;
  /** Cells not read, where a finding names them or the report says that it is not complete. */
  readonly said: number;
  /** Cells that are wrong, blanked or invented, and nothing says so: `path: got, printed`. */
  readonly silent: readonly string[];
  /** Whether it is published as complete although cells of it are not in the document. */
  readonly isOverstated: boolean;
  /** Rules that speak of reading although every cell of an undamaged report is exact; that a row ends in blanks may be said of any. */
  readonly falseFindings: readonly string[];
}

/** Compares what was made of a rendering, cell by cell, with what is printed in it. */
export function score({ cells, damage, decoy }: Rendering, record: ReportRecord | undefined): Score {
  const found = new Map(tableCells(record?.tables ?? {}));
  const findings = record?.findings ?? [];
  const isNamed = naming(findings);
  const isWhole = record?.outcome === 'published' && record.complete;
  let exact = 0;
  let said = 0;
  const silent: string[] = [];
  for (const [path, truth] of Object.entries(cells)) {
    const cell = found.get(path);
    if (agrees(truth, cell?.value ?? null, cell?.state)) exact += 1;
    else if (isNamed(path) || (!isWhole && (cell === undefined || cell.state === 'unreadable'))) said += 1;
    else
      silent.push(`${path}: ${cell?.state ?? 'missing'} ${cell?.value ?? ''}, printed ${truth.printed || truth.state}`);
  }
  const isGone = Object.values(cells).some(({ state }) => state === 'gone');
  const isClean = said + silent.length === 0 && damage === 'whole' && decoy === 'none';
  return {
    exact,
    said,
    silent,
    isOverstated: isWhole && isGone,
    falseFindings: isClean ? findings.filter(isOfReading).map(({ rule }) => rule) : [],
  };
}

function agrees({ state, value }: Truth, got: number | null, gotState: string | undefined): boolean {
  if (state === 'number') return got === value;
  if (state === 'blank' || state === 'notApplicable') return gotState === state || gotState === 'blank';
  if (state === 'gone') return got === null && gotState !== 'blank';
  return got === value || (got === null && gotState !== 'blank');
}

function naming(findings: readonly Finding[]): (path: string) => boolean {
  const named = findings
    .filter(({ severity, rule }) => severity !== 'info' || rule === 'tables.inferred-placement')
    .flatMap(({ cells }) => cells);
  return (path) => named.some((name) => path === name || path.startsWith(`${name}.`));
}

function isOfReading({ rule, severity }: Finding): boolean {
  return severity !== 'info' && rule !== uncertainColumns.id && /^(?:tables|completeness)\./.test(rule);
}
