import { z } from 'zod';
import { denominatorNamed } from '../../schema/law/vocabulary/denominators.ts';
import { divisionByCode } from '../../schema/law/vocabulary/divisions.ts';
import type { Bilingual } from '../../schema/record/bilingual.ts';
import { type DenominatorStatement, denominatorSubject } from '../../schema/record/denominator.ts';
import { type CsvRow, csvRows, headingFaults } from '../csv-rows.ts';

/** Columns of a file of denominators, in the order in which one is written: `docs/denominators.md`. */
export const denominatorColumns = [
  ...(['division', 'year', 'measure', 'value', 'unit'] as const),
  ...(['source_title', 'source_url', 'published_on'] as const),
] as const;
type Column = (typeof denominatorColumns)[number];
const required: readonly Column[] = denominatorColumns.filter(
  (column) => column !== 'source_url' && column !== 'published_on',
);

/** What can be wrong in a file of denominators. */
export const denominatorErrors = {
  DENOMINATORS_MALFORMED: { zh: '文件不是有效的 CSV', en: 'The file is no CSV' },
  DENOMINATORS_COLUMN_MISSING: { zh: '首行缺少一列', en: 'The first row lacks a column' },
  DENOMINATORS_COLUMN_UNKNOWN: {
    zh: '首行有未知的列，或同一列出现两次',
    en: 'The first row has a column that no such file has, or one twice',
  },
  DENOMINATORS_ROW_TOO_LONG: { zh: '该行的值多于首行的列', en: 'The row has more values than the first' },
  DENOMINATORS_DIVISION_UNKNOWN: {
    zh: '不是 GB/T 2260 的六位行政区划代码',
    en: 'No division of GB/T 2260 has this code of six digits',
  },
  DENOMINATORS_OTHER_PROVINCE: {
    zh: '该行政区划不属于此部署的省份',
    en: 'The division is in another province than the stack',
  },
  DENOMINATORS_YEAR_UNREADABLE: { zh: '不是1990年至导入当年之间的年份', en: 'No year from 1990 to that of the import' },
  DENOMINATORS_MEASURE_UNKNOWN: { zh: '不是词汇表中的分母', en: 'No denominator of the glossary' },
  DENOMINATORS_UNIT_UNKNOWN: { zh: '该分母没有这个单位', en: 'The measure has no such unit' },
  DENOMINATORS_VALUE_UNREADABLE: {
    zh: '不是正数，或按单位换算后不是整数（不含千分位逗号）',
    en: 'No positive number without separators that comes to a whole one in single persons or organs',
  },
  DENOMINATORS_SOURCE_MISSING: {
    zh: '缺少来源标题，或标题超过300字',
    en: 'No title of the source, or one of more than 300 characters',
  },
  DENOMINATORS_URL_UNREADABLE: { zh: '不是 http 或 https 网址', en: 'No address of http or https' },
  DENOMINATORS_DATE_UNREADABLE: {
    zh: '不是 2024-01-31 形式的日期，或晚于导入日期',
    en: 'No date as 2024-01-31, or one after the import',
  },
  DENOMINATORS_REPEATED: {
    zh: '两行是同一行政区划、年份和分母',
    en: 'Two rows are on one division, year and measure',
  },
} as const satisfies Record<string, Bilingual>;

/** What is wrong, and where: the line of the file, from 1, and the column by number, from 1, where it is one value's fault. */
interface DenominatorError {
  readonly line: number;
  readonly column: number | null;
  readonly code: keyof typeof denominatorErrors;
  readonly value: string;
}

/** Denominators as they were read; where anything is wrong there are errors and nothing of them may be stored. */
export interface ReadDenominators {
  readonly statements: readonly DenominatorStatement[];
  readonly errors: readonly DenominatorError[];
}

export interface DenominatorOptions {
  /** Two digits of the province whose denominators they are; null where it may be any. */
  readonly provinceCode: string | null;
  /** When they are imported, ISO 8601. */
  readonly recordedAt: string;
}

/** Reads denominators of CSV (RFC 4180) in UTF-8, UTF-16 or GB18030, a division, year and measure a row. */
export function readDenominators(bytes: Uint8Array, options: DenominatorOptions): ReadDenominators {
  const rows = csvRows(bytes);
  if ('fault' in rows) {
    const { line, fault } = rows;
    return { statements: [], errors: [{ line, column: null, code: 'DENOMINATORS_MALFORMED', value: fault }] };
  }
  const [heading, ...body] = rows;
  const columns = heading?.values ?? [];
  const errors = headingErrors(columns, heading?.line ?? 1);
  if (errors.length > 0) return { statements: [], errors };
  const read = body.map((row) => readRow(row, columns, options));
  const all = read.flatMap(({ line, statement }) => (statement === null ? [] : [{ line, statement }]));
  return {
    statements: all.map(({ statement }) => statement),
    errors: [...read.flatMap((row) => row.errors), ...repeated(all)].sort((a, b) => a.line - b.line),
  };
}

function headingErrors(columns: readonly string[], line: number): DenominatorError[] {
  const codes = { unknown: 'DENOMINATORS_COLUMN_UNKNOWN', missing: 'DENOMINATORS_COLUMN_MISSING' } as const;
  return headingFaults(columns, { known: denominatorColumns, required }).map(({ fault, ...where }) => ({
    ...{ line, code: codes[fault] },
    ...where,
  }));
}

interface RowRead {
  readonly line: number;
  readonly statement: DenominatorStatement | null;
  readonly errors: readonly DenominatorError[];
}

const firstYear = 1990;
const longestTitle = 300;
const longestAddress = 2000;

function readRow({ line, values }: CsvRow, columns: readonly string[], options: DenominatorOptions): RowRead {
  const errors: DenominatorError[] = [];
  const textOf = (column: Column) => values[columns.indexOf(column)] ?? '';
  const fault = (code: DenominatorError['code'], column: Column) => {
    errors.push({ line, column: columns.indexOf(column) + 1, code, value: textOf(column) });
  };
  if (values.length > columns.length) {
    const value = values[columns.length] ?? '';
    errors.push({ line, column: columns.length + 1, code: 'DENOMINATORS_ROW_TOO_LONG', value });
  }
  const today = options.recordedAt.slice(0, '2024-01-31'.length);
  const divisionCode = textOf('division');
  if (divisionByCode(divisionCode) === null) fault('DENOMINATORS_DIVISION_UNKNOWN', 'division');
  else if (options.provinceCode !== null && !divisionCode.startsWith(options.provinceCode))
    fault('DENOMINATORS_OTHER_PROVINCE', 'division');
  const year = /^\d{4}$/.test(textOf('year')) ? Number(textOf('year')) : 0;
  if (year < firstYear || year > Number(today.slice(0, '2024'.length))) fault('DENOMINATORS_YEAR_UNREADABLE', 'year');
  const term = denominatorNamed(textOf('measure'));
  if (term === null) fault('DENOMINATORS_MEASURE_UNKNOWN', 'measure');
  const [raw, unit] = [textOf('value'), textOf('unit')];
  const times = term !== null && Object.hasOwn(term.units, unit) ? (term.units[unit] ?? null) : null;
  if (term !== null && times === null) fault('DENOMINATORS_UNIT_UNKNOWN', 'unit');
  const value = raw === '' || times === null ? null : wholeNumber(raw, times);
  if (raw !== '' && times !== null && value === null) fault('DENOMINATORS_VALUE_UNREADABLE', 'value');
  const title = textOf('source_title');
  if (title === '' || [...title].length > longestTitle) fault('DENOMINATORS_SOURCE_MISSING', 'source_title');
  const url = textOf('source_url') === '' ? null : webAddress(textOf('source_url'));
  if (textOf('source_url') !== '' && url === null) fault('DENOMINATORS_URL_UNREADABLE', 'source_url');
  const publishedOn = textOf('published_on') || null;
  if (publishedOn !== null && (!z.iso.date().safeParse(publishedOn).success || publishedOn > today))
    fault('DENOMINATORS_DATE_UNREADABLE', 'published_on');
  if (term === null || errors.length > 0) return { line, statement: null, errors };
  const source = { title, url, publishedOn };
  const said = { divisionCode, year, measure: term.key, value, raw, unit, source };
  return { line, statement: { ...said, recordedAt: options.recordedAt }, errors };
}

const decimal = /^(\d{1,15})(?:\.(\d{1,8}))?$/;

/** Of a decimal number of a unit how many single ones it is, by its digits; null where that is no whole positive number that is kept exactly. */
function wholeNumber(text: string, times: number): number | null {
  const [, whole = '', fraction = ''] = decimal.exec(text) ?? [];
  if (whole === '') return null;
  const scaled = BigInt(whole + fraction) * BigInt(times);
  const divisor = 10n ** BigInt(fraction.length);
  if (scaled % divisor !== 0n) return null;
  const value = Number(scaled / divisor);
  return value > 0 && Number.isSafeInteger(value) ? value : null;
}

function webAddress(text: string): string | null {
  const url = text.length > longestAddress ? null : URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : null;
}

interface Placed {
  readonly line: number;
  readonly statement: DenominatorStatement;
}

function repeated(rows: readonly Placed[]): DenominatorError[] {
  const groups = Map.groupBy(rows, ({ statement }) => denominatorSubject(statement));
  return [...groups].flatMap(([subject, [, ...more]]) =>
    more.map(
      ({ line }): DenominatorError => ({
        ...{ line, column: null, code: 'DENOMINATORS_REPEATED' },
        value: subject.replaceAll('#', ' '),
      }),
    ),
  );
}
