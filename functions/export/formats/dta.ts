import type { Bilingual } from '../../../schema/record/bilingual.ts';
import type { ColumnType, Field } from '../../../schema/record/exports/column.ts';
import type { PanelColumn } from '../../../schema/record/exports/panel/report-facts.ts';
import type { Lines, Pieces } from './piece.ts';

/**
 * Stata's own format, release 118 (`help dta` of Stata 14 and later), which says before the data how many rows there are and how wide each
 * column is: both are known of a snapshot, so that rows are written one after the other. Labels of columns are Chinese; `label language en`
 * changes to English. Texts of which all are known beforehand are numbers with labels.
 */

/** What is told before the first row. */
export interface DtaLayout {
  readonly rows: number;
  /** Bytes of the longest text of each column of texts, by its name. */
  readonly widths: ReadonlyMap<string, number>;
  readonly title: string;
}

/** Rows that are `layout.rows`; more or fewer break the file off. */
export async function* writeDta<Line>(
  columns: readonly PanelColumn<Line>[],
  lines: Lines<Line>,
  layout: DtaLayout,
): Pieces {
  const variables = variablesOf(columns, layout.widths);
  const width = variables.reduce((sum, { bytes }) => sum + bytes, 0);
  const before = sectionsBefore(variables, layout);
  const labels = section('value_labels', ...valueLabels(variables));
  const rowsBytes = layout.rows * width;
  yield Buffer.concat(headOfFile(before, { data: rowsBytes, labels: labels.length }));
  yield '<data>';
  let rows = 0;
  for await (const some of lines) {
    rows += some.length;
    yield Buffer.concat(some.map((line) => rowOf(variables, columns, line, width)));
  }
  if (rows !== layout.rows) throw new Error(`${rows} rows came where ${layout.rows} were announced.`);
  yield Buffer.concat([Buffer.from('</data><strls></strls>'), labels, Buffer.from('</stata_dta>')]);
}

interface Variable {
  readonly name: string;
  readonly title: Bilingual;
  /** The format's number of its type: bytes of a text, or one of `types`. */
  readonly type: number;
  readonly bytes: number;
  readonly format: string;
  /** Texts that its numbers stand for, from 1. */
  readonly labels: ValueLabels | null;
  readonly put: (buffer: Buffer, at: number, field: Field) => unknown;
}

/** A set of texts, by the name of the first variable that has it. */
interface ValueLabels {
  readonly name: string;
  readonly texts: readonly string[];
}

/** Types with their number in the format, and what stands for a field without a value. */
const types = {
  double: { type: 65_526, bytes: 8 },
  long: { type: 65_528, bytes: 4, missing: 2_147_483_621 },
  byte: { type: 65_530, bytes: 1, missing: 101 },
} as const;

/** The double that Stata shows as `.`, from its lowest byte. */
const missingDouble = Buffer.from([0, 0, 0, 0, 0, 0, 0xe0, 0x7f]);
const longestText = 2045;
/** Characters of a text that Stata shows in its tables. */
const longestShown = 40;

function variablesOf<Line>(columns: readonly PanelColumn<Line>[], widths: ReadonlyMap<string, number>): Variable[] {
  const sets = new Map<readonly string[], ValueLabels>();
  return columns.map(({ name, title, type, values }) => {
    if (values !== undefined) {
      const labels = sets.get(values) ?? { name, texts: values };
      sets.set(values, labels);
      return { name, title, labels, ...codeOf(values) };
    }
    if (type !== 'string') return { name, title, labels: null, ...numberOf(type) };
    const bytes = Math.min(longestText, Math.max(1, widths.get(name) ?? 0));
    const format = `%-${Math.min(bytes, longestShown)}s`;
    return { name, title, labels: null, type: bytes, bytes, format, put: putText(bytes) };
  });
}

type Storage = Pick<Variable, 'type' | 'bytes' | 'format' | 'put'>;

/** The place of a text among all that there are, from 1. */
function codeOf(values: readonly string[]): Storage {
  const codes = new Map<Field, number>([
    [null, types.byte.missing],
    ...values.map((text, at) => [text, at + 1] as const),
  ]);
  const put: Variable['put'] = (buffer, at, field) => {
    const code = codes.get(field);
    if (code === undefined) throw new Error(`${field} is none of ${values.join(', ')}.`);
    buffer.writeInt8(code, at);
  };
  return { ...types.byte, format: '%14.0g', put };
}

function numberOf(type: Exclude<ColumnType, 'string'>): Storage {
  if (type === 'number') return { ...types.double, format: '%12.0g', put: putDouble };
  if (type === 'boolean') {
    const put: Variable['put'] = (buffer, at, field) =>
      buffer.writeInt8(field === null ? types.byte.missing : Number(field), at);
    return { ...types.byte, format: '%8.0g', put };
  }
  const number = type === 'date' ? daysOf : Number;
  const put: Variable['put'] = (buffer, at, field) =>
    buffer.writeInt32LE(field === null ? types.long.missing : number(field), at);
  return { ...types.long, format: type === 'date' ? '%tdCCYY-NN-DD' : '%9.0g', put };
}

function putDouble(buffer: Buffer, at: number, field: Field): void {
  if (field === null) missingDouble.copy(buffer, at);
  else buffer.writeDoubleLE(Number(field), at);
}

/** A text that is too long is cut between two characters. */
function putText(bytes: number): Variable['put'] {
  return (buffer, at, field) => {
    buffer.write(String(field ?? ''), at, bytes, 'utf8');
  };
}

const dayMs = 24 * 60 * 60 * 1000;
const firstDay = Date.UTC(1960, 0, 1);

/** Days since 1 January 1960 of a day, ISO 8601. */
function daysOf(day: Field): number {
  return Math.round((Date.parse(String(day)) - firstDay) / dayMs);
}

function rowOf<Line>(
  variables: readonly Variable[],
  columns: readonly PanelColumn<Line>[],
  line: Line,
  width: number,
): Buffer {
  const row = Buffer.alloc(width);
  let at = 0;
  for (const [index, { put, bytes }] of variables.entries()) {
    put(row, at, columns[index]?.field(line) ?? null);
    at += bytes;
  }
  return row;
}

/** Bytes that the format gives to names, formats and labels, with the zero that ends them. */
const spaces = { name: 129, format: 57, label: 321 } as const;
/** Characters of a label at most. */
const longestLabel = 80;

function sectionsBefore(variables: readonly Variable[], { rows, title }: DtaLayout): readonly Buffer[] {
  const each = (name: string, of: (variable: Variable) => Buffer) => section(name, ...variables.map(of));
  return [
    section(
      'header',
      Buffer.from('<release>118</release><byteorder>LSF</byteorder>'),
      section('K', uint16(variables.length)),
      section('N', uint64(rows)),
      section('label', uint16(Buffer.byteLength(title)), Buffer.from(title)),
      section('timestamp', Buffer.alloc(1)),
    ),
    each('variable_types', ({ type }) => uint16(type)),
    each('varnames', ({ name }) => padded(name, spaces.name)),
    section('sortlist', Buffer.alloc(2 * (variables.length + 1))),
    each('formats', ({ format }) => padded(format, spaces.format)),
    each('value_label_names', ({ labels }) => padded(labels?.name ?? '', spaces.name)),
    each('variable_labels', ({ title: { zh } }) => padded(cut(zh), spaces.label)),
    section(
      'characteristics',
      characteristic('_dta', '_lang_list', 'zh en'),
      characteristic('_dta', '_lang_c', 'zh'),
      ...variables.flatMap(({ name, labels, title: { en } }) => [
        characteristic(name, '_lang_v_en', cut(en)),
        ...(labels === null ? [] : [characteristic(name, '_lang_l_en', labels.name)]),
      ]),
    ),
  ];
}

/** The opening, the header, the map of where each section begins, and all sections before the data. */
function headOfFile(
  [header, ...sections]: readonly Buffer[],
  { data, labels }: { readonly data: number; readonly labels: number },
): Buffer[] {
  const opening = Buffer.from('<stata_dta>');
  const afterData = ['<data>'.length + data + '</data>'.length, '<strls></strls>'.length, labels];
  const mapBytes = '<map></map>'.length + mapEntries * 8;
  const lengths = [mapBytes, ...sections.map(({ length }) => length), ...afterData, '</stata_dta>'.length];
  let at = opening.length + (header?.length ?? 0);
  const places = [0, at];
  for (const length of lengths) {
    at += length;
    places.push(at);
  }
  return [opening, header ?? Buffer.alloc(0), section('map', ...places.map(uint64)), ...sections];
}

/** Sections whose place the map tells, the file's own beginning and end among them. */
const mapEntries = 14;

function valueLabels(variables: readonly Variable[]): Buffer[] {
  const sets = new Set(variables.flatMap(({ labels }) => labels ?? []));
  return Array.from(sets, ({ name, texts: values }) => {
    const texts = values.map((value) => Buffer.from(`${value}\0`));
    let offset = 0;
    const offsets = texts.map((text) => {
      const at = offset;
      offset += text.length;
      return uint32(at);
    });
    const table = Buffer.concat([
      ...[uint32(values.length), uint32(offset), ...offsets],
      ...[...values.keys()].map((index) => uint32(index + 1)),
      ...texts,
    ]);
    return section('lbl', uint32(table.length), padded(name, spaces.name), Buffer.alloc(3), table);
  });
}

function characteristic(variable: string, name: string, text: string): Buffer {
  const content = Buffer.concat([padded(variable, spaces.name), padded(name, spaces.name), Buffer.from(`${text}\0`)]);
  return section('ch', uint32(content.length), content);
}

function section(name: string, ...content: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(`<${name}>`), ...content, Buffer.from(`</${name}>`)]);
}

function padded(text: string, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.write(text, 0, bytes - 1, 'utf8');
  return buffer;
}

function cut(label: string): string {
  const characters = [...label];
  return characters.length <= longestLabel ? label : `${characters.slice(0, longestLabel - 1).join('')}…`;
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function uint64(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}
