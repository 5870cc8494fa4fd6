import { z } from 'zod';
import { agencyNamed } from '../../parser/locate/agency.ts';
import { divisionByCode } from '../../schema/law/vocabulary/divisions.ts';
import { kindNamed } from '../../schema/law/vocabulary/organ-kinds.ts';
import { type Agency, AgencyLevel } from '../../schema/record/agency.ts';
import { agencyKind } from '../../schema/record/agency-id.ts';
import { type Period, type RegisteredAgency, registered } from '../../schema/record/register.ts';
import { type CsvRow, csvRows, headingFaults } from '../csv-rows.ts';

/** Columns of a register, in the order in which one is written: `docs/register.md`. */
export const registerColumns = ['name', 'type', 'level', 'parent', 'valid_from', 'valid_to'] as const;
type Column = (typeof registerColumns)[number];
const required: readonly Column[] = ['name'];

/** What can be wrong in a register. */
export const registerErrors = {
  REGISTER_MALFORMED: 'The file is no CSV',
  REGISTER_COLUMN_MISSING: 'The first row lacks a column',
  REGISTER_COLUMN_UNKNOWN: 'The first row has a column that no register has, or one twice',
  REGISTER_ROW_TOO_LONG: 'The row has more values than the first',
  REGISTER_NAME_UNREADABLE: 'No name of an organ',
  REGISTER_PARENT_UNREADABLE: 'No name of an organ',
  REGISTER_PLACE_UNKNOWN: 'Neither the name nor the parent tells which division it is in',
  REGISTER_OTHER_PROVINCE: 'The organ is in another province than the stack',
  REGISTER_TYPE_UNKNOWN: 'No kind of organ',
  REGISTER_LEVEL_UNKNOWN: 'No level, and the name tells none',
  REGISTER_DATE_UNREADABLE: 'No date as 2024-01-31',
  REGISTER_PERIOD_REVERSED: 'valid_to is before valid_from',
  REGISTER_PERIODS_OVERLAP: 'Two rows say that the organ is there at the same time',
  REGISTER_ROWS_CONTRADICT: 'Rows of one organ differ in more than their dates',
} as const;

/** What is wrong, and where: the line of the file, from 1, and the column by number, from 1, where it is one value's fault. */
interface RegisterError {
  readonly line: number;
  readonly column: number | null;
  readonly code: keyof typeof registerErrors;
  readonly value: string;
}

/** A register as it was read; where anything is wrong there are errors and nothing of it may be stored. */
export interface ReadRegister {
  readonly statements: readonly RegisteredAgency[];
  readonly errors: readonly RegisterError[];
}

export interface RegisterOptions {
  /** Two digits of the province whose register it is; null where it may be any. */
  readonly provinceCode: string | null;
  /** When it is imported, ISO 8601. */
  readonly recordedAt: string;
}

/** Reads a register of CSV (RFC 4180) in UTF-8, UTF-16 or GB18030, one organ a row; an organ that is there more than once has a row for each time. */
export function readRegister(bytes: Uint8Array, options: RegisterOptions): ReadRegister {
  const rows = csvRows(bytes);
  if ('fault' in rows) {
    const { line, fault } = rows;
    return { statements: [], errors: [{ line, column: null, code: 'REGISTER_MALFORMED', value: fault }] };
  }
  const [heading, ...body] = rows;
  const columns = heading?.values ?? [];
  const errors = headingErrors(columns, heading?.line ?? 1);
  if (errors.length > 0) return { statements: [], errors };
  const read = body.map((row) => readRow(row, columns, options));
  const organs = [...Map.groupBy(read.flatMap(rowRead), ({ agency }) => agency.id).values()].map(oneOrgan);
  return {
    statements: organs.map(({ agency }) => agency),
    errors: [...read, ...organs].flatMap((each) => each.errors).sort((a, b) => a.line - b.line),
  };
}

function headingErrors(columns: readonly string[], line: number): RegisterError[] {
  const codes = { unknown: 'REGISTER_COLUMN_UNKNOWN', missing: 'REGISTER_COLUMN_MISSING' } as const;
  return headingFaults(columns, { known: registerColumns, required }).map(({ fault, ...where }) => ({
    ...{ line, code: codes[fault] },
    ...where,
  }));
}

interface RowRead {
  readonly line: number;
  readonly agency: RegisteredAgency | null;
  readonly errors: readonly RegisterError[];
}

function readRow({ line, values }: CsvRow, columns: readonly string[], options: RegisterOptions): RowRead {
  const errors: RegisterError[] = [];
  const textOf = (column: Column) => values[columns.indexOf(column)] ?? '';
  const fault = (code: RegisterError['code'], column: Column) => {
    errors.push({ line, column: columns.indexOf(column) + 1, code, value: textOf(column) });
  };
  if (values.length > columns.length) {
    const value = values[columns.length] ?? '';
    errors.push({ line, column: columns.length + 1, code: 'REGISTER_ROW_TOO_LONG', value });
  }
  const [name, parentName] = [textOf('name'), textOf('parent')];
  const parent = parentName === '' ? null : named(parentName, '', options);
  const agency = placedUnder(named(name, parentName, options), parent);
  if (parentName !== '' && parent === null) fault('REGISTER_PARENT_UNREADABLE', 'parent');
  if (agency === null) fault('REGISTER_NAME_UNREADABLE', 'name');
  else if (agency.divisionCode === null && agency.level !== 'central') fault('REGISTER_PLACE_UNKNOWN', 'name');
  else if (options.provinceCode !== null && agency.provinceCode !== options.provinceCode)
    fault('REGISTER_OTHER_PROVINCE', 'name');
  const type = textOf('type') === '' ? null : kindNamed(textOf('type'));
  if (textOf('type') !== '' && type === null) fault('REGISTER_TYPE_UNKNOWN', 'type');
  const level =
    textOf('level') === '' ? (agency?.level ?? null) : (AgencyLevel.safeParse(textOf('level')).data ?? null);
  if (level === null && (agency !== null || textOf('level') !== ''))
    fault('REGISTER_LEVEL_UNKNOWN', columns.includes('level') ? 'level' : 'name');
  const period = { from: textOf('valid_from') || null, to: textOf('valid_to') || null };
  for (const [column, date] of [
    ['valid_from', period.from],
    ['valid_to', period.to],
  ] as const) {
    if (date !== null && !z.iso.date().safeParse(date).success) fault('REGISTER_DATE_UNREADABLE', column);
  }
  if (period.from !== null && period.to !== null && period.to < period.from)
    fault('REGISTER_PERIOD_REVERSED', 'valid_to');
  if (agency === null || level === null || errors.length > 0) return { line, agency: null, errors };
  const statement = {
    ...{ name: agency.name, divisionCode: agency.divisionCode, provinceCode: agency.provinceCode, level },
    ...{ type: (type ?? agencyKind(agency)).key, parent: parent?.name ?? null },
    ...{ periods: [period], recordedAt: options.recordedAt },
  };
  return { line, agency: registered(statement), errors };
}

function named(name: string, nearby: string, { provinceCode }: RegisterOptions): Agency | null {
  return agencyNamed(name, { texts: [nearby], provinceCode });
}

/** 甜城湖街道办事处 under 内江市市中区人民政府 is in 市中区: a name without a place has that of the organ above it. */
function placedUnder(agency: Agency | null, parent: Agency | null): Agency | null {
  if (agency === null || agency.divisionCode !== null || agency.level === 'central') return agency;
  if (parent === null || parent.divisionCode === null) return agency;
  const level = agency.level ?? divisionByCode(parent.divisionCode)?.level ?? null;
  return { ...agency, divisionCode: parent.divisionCode, provinceCode: parent.provinceCode, level };
}

interface Placed {
  readonly line: number;
  readonly agency: RegisteredAgency;
}

function rowRead({ line, agency }: RowRead): Placed[] {
  return agency === null ? [] : [{ line, agency }];
}

/** All rows of one organ as one statement, its periods in order. */
function oneOrgan([first, ...more]: readonly Placed[]): Placed & { readonly errors: readonly RegisterError[] } {
  if (first === undefined) throw new Error('An organ has a row');
  const rows = [first, ...more].map(({ line, agency }) => ({ line, period: agency.periods[0] ?? always }));
  const byTime = rows.toSorted((a, b) => ((a.period.from ?? '') < (b.period.from ?? '') ? -1 : 1));
  const value = first.agency.name;
  const contradictions = more
    .filter(({ agency }) => !isSameOrgan(agency, first.agency))
    .map(({ line }): RegisterError => ({ line, column: null, code: 'REGISTER_ROWS_CONTRADICT', value }));
  const overlaps = byTime.slice(1).flatMap(({ line, period }, at): RegisterError[] => {
    const before = byTime[at]?.period ?? always;
    const isApart = before.to !== null && period.from !== null && before.to < period.from;
    return isApart ? [] : [{ line, column: null, code: 'REGISTER_PERIODS_OVERLAP', value }];
  });
  const periods = byTime.map(({ period }) => period);
  return { line: first.line, agency: { ...first.agency, periods }, errors: [...contradictions, ...overlaps] };
}

const always: Period = { from: null, to: null };

function isSameOrgan(one: RegisteredAgency, other: RegisteredAgency): boolean {
  return one.name === other.name && one.type === other.type && one.level === other.level && one.parent === other.parent;
}
