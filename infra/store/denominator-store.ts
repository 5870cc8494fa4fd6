import {
  currentStatements,
  DenominatorStatement,
  denominatorSubject,
  statesTheSame,
} from '../../schema/record/denominator.ts';
import { batchPut, type Item, type TableClient } from './calls.ts';
import { createListCache, createLists } from './lists/list-cache.ts';
import { changeIndexKeys, denominatorIndexKeys, denominatorKey, denominatorsPartition } from './table.ts';

/** The newest statement on every division, year and measure, those too that take one back. */
export async function readDenominators(table: TableClient): Promise<DenominatorStatement[]> {
  const lists = createLists({ table, cache: createListCache(1), behindMs: 0 });
  return currentStatements((await lists.denominators()).lines);
}

/** What became of the statements of an import. */
export interface DenominatorChange {
  /** Of which nothing was known. */
  readonly added: readonly DenominatorStatement[];
  /** Of which something else was said before; that stays stored. */
  readonly changed: readonly DenominatorStatement[];
  /** How many say what holds already. */
  readonly unchanged: number;
}

/** Compares statements, one a subject, with the newest that are stored. */
export function denominatorChange(
  known: readonly DenominatorStatement[],
  statements: readonly DenominatorStatement[],
): DenominatorChange {
  const bySubject = new Map(known.map((each) => [denominatorSubject(each), each]));
  const added = statements.filter((statement) => !bySubject.has(denominatorSubject(statement)));
  const changed = statements.filter((statement) => {
    const before = bySubject.get(denominatorSubject(statement));
    return before !== undefined && !statesTheSame(before, statement);
  });
  return { added, changed, unchanged: statements.length - added.length - changed.length };
}

/** Adds statements to what is stored; a repeated one takes its own place again. */
export async function putDenominators(table: TableClient, statements: readonly DenominatorStatement[]): Promise<void> {
  await batchPut(table, statements.map(denominatorItem));
}

function denominatorItem(statement: DenominatorStatement): Item {
  const subject = denominatorSubject(statement);
  return {
    ...denominatorKey(subject, statement.recordedAt),
    ...denominatorIndexKeys(subject),
    ...changeIndexKeys(denominatorsPartition, Date.now()),
    ...DenominatorStatement.parse(statement),
    rank: statement.recordedAt,
  };
}
