/**
 * Tables that are kept as files for engines that read Parquet themselves (docs/sql.md): the panel, a row a report, and its long form, a row a figure;
 * a file for each province and year, in the folders that Hive, Glue, DuckDB, Spark and Arrow know as partitions.
 */
export const keptTables = ['panel', 'figures'] as const;
export type KeptTable = (typeof keptTables)[number];

/** The file of a table for one province, by its two digits (00 where it is not known), and one year. */
export interface Partition {
  readonly table: KeptTable;
  readonly province: string;
  readonly year: number;
}

/** Where it lies below the folder of tables: `panel/province=51/year=2020/panel.parquet`. */
export function partitionPath({ table, province, year }: Partition): string {
  return `${table}/province=${province}/year=${year}/${table}.parquet`;
}

const pattern = /^(panel|figures)\/province=(\d{2})\/year=(\d{4})\/\1\.parquet$/;

/** The partition whose file lies there; null where no file of a table does. */
export function partitionOf(path: string): Partition | null {
  const [, name, province = '', year = ''] = pattern.exec(path) ?? [];
  const table = keptTables.find((each) => each === name);
  return table === undefined ? null : { table, province, year: Number(year) };
}

/** Where files of kept tables are. */
export interface TableFiles {
  /** What the file of a partition was made of, as `write` was told; null where there is none. */
  digestOf(partition: Partition): Promise<string | null>;
  /** Puts a file in the place of the one before, whole or not at all. */
  write(partition: Partition, digest: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  remove(partition: Partition): Promise<void>;
  /** Every partition of which there is a file. */
  list(): Promise<readonly Partition[]>;
}
