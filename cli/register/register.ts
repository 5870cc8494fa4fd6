import { putRegister, type RegisterChange, readRegister, registerChange } from '../../infra/store/register-store.ts';
import type { RegisteredAgency } from '../../schema/record/register.ts';
import type { Target } from '../target.ts';
import { withTable } from '../with-table.ts';
import { registerColumns } from './read-register.ts';

/** Stores what a register says that does not hold already, and answers what that is; with `dryRun` it stores nothing. */
export async function importRegister(
  target: Target,
  statements: readonly RegisteredAgency[],
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<RegisterChange> {
  return withTable(target, async (table) => {
    const change = registerChange(await readRegister(table), statements);
    if (!dryRun) await putRegister(table, [...change.added, ...change.changed]);
    return change;
  });
}

/** The register that holds, as rows that can be imported again: a heading, then each organ with each of its periods. */
export async function registerRows(target: Target): Promise<string[][]> {
  const register = await withTable(target, readRegister);
  const rows = register.flatMap(({ name, type, level, parent, periods }) =>
    periods.map(({ from, to }) => [name, type, level ?? '', parent ?? '', from ?? '', to ?? '']),
  );
  return [[...registerColumns], ...rows];
}
