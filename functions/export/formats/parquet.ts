import type { SchemaElement } from 'hyparquet';
import type { Column, ColumnType, Field } from '../../../schema/record/exports/column.ts';
import type { Lines, Pieces } from './piece.ts';

/** Rows of a row group: all of the file whose fields are in memory at a time. */
const groupRows = 1000;

/**
 * Apache Parquet with typed columns: figures are DOUBLE, counts of ours INT32, days DATE; a field may be empty unless every line has a
 * value in its column. Titles and notes of columns are in the codebook, for the format has no place for them.
 */
export async function* writeParquet<Line>(columns: readonly Column<Line>[], lines: Lines<Line>): Pieces {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const bytes = new ByteWriter();
  const take = () => {
    const taken = bytes.getBytes().slice();
    bytes.index = 0;
    return taken;
  };
  const schema: SchemaElement[] = [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
  const file = new ParquetWriter({ writer: bytes, schema, createdBy: 'gongkai' });
  for await (const group of groupsOf(columns, lines)) {
    const columnData = columns.map(({ name }, at) => ({ name, data: group[at] ?? [] }));
    await file.write({ columnData, rowGroupSize: groupRows });
    yield take();
  }
  await file.finish();
  yield take();
}

const types: Readonly<Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  year: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

function elementOf<Line>({ name, type, required }: Column<Line>): SchemaElement {
  return { name, ...types[type], repetition_type: required ? 'REQUIRED' : 'OPTIONAL' };
}

function parquetValue(type: ColumnType, value: Field): Field | Date {
  return type === 'date' && typeof value === 'string' ? new Date(value) : value;
}

type Value = ReturnType<typeof parquetValue>;

/**
 * Values by column in groups of so many rows, but for the last. A line is let go as soon as its fields are known: what it is made of takes many times as much.
 */
async function* groupsOf<Line>(columns: readonly Column<Line>[], lines: Lines<Line>): AsyncGenerator<Value[][]> {
  let rows = 0;
  let group: Value[][] = columns.map(() => []);
  for await (const some of lines) {
    for (const line of some) {
      for (const [at, { type, field }] of columns.entries()) group[at]?.push(parquetValue(type, field(line)));
      rows += 1;
      if (rows < groupRows) continue;
      yield group;
      [rows, group] = [0, columns.map(() => [])];
    }
  }
  if (rows > 0) yield group;
}
