import {
  currentRegister,
  type RegisteredAgency,
  RegisterStatement,
  saysTheSame,
} from '../../schema/record/register.ts';
import { batchPut, type Item, type TableClient } from './calls.ts';
import { createListCache, createLists } from './lists/list-cache.ts';
import { changeIndexKeys, registerIndexKeys, registerKey, registerPartition } from './table.ts';

/** The register as it is now: what holds of every organ, by division and name. */
export async function readRegister(table: TableClient): Promise<RegisteredAgency[]> {
  const lists = createLists({ table, cache: createListCache(1), behindMs: 0 });
  return currentRegister((await lists.register()).lines);
}

/** What became of the statements of an import. */
export interface RegisterChange {
  /** Organs of which nothing was known. */
  readonly added: readonly RegisteredAgency[];
  /** Organs of which something else was said before; that stays stored. */
  readonly changed: readonly RegisteredAgency[];
  /** How many say what holds already. */
  readonly unchanged: number;
}

/** Compares statements, one an organ, with what holds. */
export function registerChange(
  known: readonly RegisteredAgency[],
  statements: readonly RegisteredAgency[],
): RegisterChange {
  const byId = new Map(known.map((each) => [each.id, each]));
  const added = statements.filter(({ id }) => !byId.has(id));
  const changed = statements.filter((statement) => {
    const before = byId.get(statement.id);
    return before !== undefined && !saysTheSame(before, statement);
  });
  return { added, changed, unchanged: statements.length - added.length - changed.length };
}

/** Adds statements to what is stored; a repeated one takes its own place again. */
export async function putRegister(table: TableClient, statements: readonly RegisteredAgency[]): Promise<void> {
  await batchPut(table, statements.map(registerItem));
}

function registerItem(agency: RegisteredAgency): Item {
  return {
    ...registerKey(agency.id, agency.recordedAt),
    ...registerIndexKeys(agency),
    ...changeIndexKeys(registerPartition, Date.now()),
    ...RegisterStatement.parse(agency),
    rank: agency.recordedAt,
  };
}
