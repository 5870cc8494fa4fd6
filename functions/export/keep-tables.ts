import type { PanelRequest } from '../../schema/record/exports/export-kind.ts';
import {
  type KeptTable,
  keptTables,
  type Partition,
  partitionPath,
  type TableFiles,
} from '../../schema/record/exports/kept-table.ts';
import { bytesOf } from './formats/piece.ts';
import { panelFile } from './panel-file.ts';
import type { PanelReader } from './snapshot.ts';

/** What became of the files of kept tables. */
export interface KeptFiles {
  readonly written: readonly Partition[];
  readonly removed: readonly Partition[];
  /** How many were of the data as they are. */
  readonly unchanged: number;
  /** How many are left for the next time. */
  readonly left: number;
}

export interface KeepOptions {
  /** Asked before each file that would be written, by its digest: whether to write it now. Absent: always. */
  readonly mayWrite?: (partition: Partition, digest: string) => boolean;
}

const forms: Readonly<Record<KeptTable, PanelRequest['form']>> = { panel: 'wide', figures: 'long' };

/**
 * Makes the files of kept tables follow from what is stored: writes those of which a report or a denominator has changed, newest year first, and removes those
 * of which nothing is left. A file is of one moment, and two of them may be of two. It may be called at any time and cut off at any time.
 */
export async function keepTables(
  reader: PanelReader,
  files: TableFiles,
  { mayWrite = () => true }: KeepOptions = {},
): Promise<KeptFiles> {
  const partitions = await partitionsOf(reader);
  const kept = { written: [] as Partition[], removed: [] as Partition[], unchanged: 0, left: 0 };
  for (const partition of partitions) {
    const { table, province, year } = partition;
    const { rows, digest, pieces } = await panelFile(reader, {
      ...{ what: 'panel', form: forms[table], format: 'parquet', places: [province], years: [[year, year]] },
      ...{ types: [], levels: [], scopes: [] },
    });
    // Since the list was read its reports were taken back: the next time finds nothing of it.
    if (rows === 0) continue;
    if ((await files.digestOf(partition)) === digest) kept.unchanged += 1;
    else if (mayWrite(partition, digest)) {
      await files.write(partition, digest, bytesOf(pieces()));
      kept.written.push(partition);
    } else kept.left += 1;
  }
  const present = new Set(partitions.map(partitionPath));
  for (const partition of await files.list()) {
    if (present.has(partitionPath(partition))) continue;
    await files.remove(partition);
    kept.removed.push(partition);
  }
  return kept;
}

/** Another whenever a report or a denominator is, so that who looks often need not look at every file. Of one process alone. */
export async function tablesState(reader: PanelReader): Promise<string> {
  const lists = reader.lists();
  const years = await lists.years();
  const versions = years.map((year) => lists.version(`reports/${year}`));
  return JSON.stringify([years, await Promise.all(versions), await lists.version('denominators')]);
}

/** Of each year, newest first, and each province that has reports of it a file of each table. */
async function partitionsOf(reader: PanelReader): Promise<Partition[]> {
  const partitions: Partition[] = [];
  const years = await reader.lists().years();
  for (const year of years.toSorted((one, other) => other - one)) {
    const { lines } = await reader.lists().reports(year);
    const provinces = [...new Set(lines.map(({ agencyId }) => agencyId.slice(0, '51'.length)))].sort();
    for (const province of provinces) for (const table of keptTables) partitions.push({ table, province, year });
  }
  return partitions;
}
