import type { Bilingual } from '../../schema/record/bilingual.ts';
import type { Cause } from '../../schema/record/finding.ts';
import { repairs } from './repairs.ts';
import type { CheckableRecord } from './rule.ts';

/** Whose error a broken relation seems to be, and what speaks for it. Nothing is repaired. */
export interface Diagnosis {
  readonly cause: Cause;
  readonly evidence: Bilingual;
}

/**
 * Reading goes wrong in known ways: a cell is lost and its row moves along, or digits are parted at the wrong place.
 * Where undoing one of them makes every relation of the row hold, the reading is suspected; else the document is.
 * Null for findings that are not about sums of table 三 or 四.
 */
export function whoseError(record: CheckableRecord, cells: readonly string[]): Diagnosis | null {
  const found = repairs(record, cells);
  if (found === null) return null;
  const [repair] = found.repairs;
  if (repair !== undefined) return { cause: 'suspected-parse', evidence: repair };
  return { cause: 'source', evidence: found.neighbours };
}
