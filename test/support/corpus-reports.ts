import { parseReport } from '../../parser/parse-report.ts';
import type { ExampleReport } from '../../parser/rules/rule.ts';
import type { CellKind } from '../../schema/law/forms/form.ts';
import { formById } from '../../schema/law/forms/forms.ts';
import type { Agency } from '../../schema/record/agency.ts';
import type { Cell } from '../../schema/record/cell.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { corpusCases } from './corpus.ts';

const tableKeys = ['proactiveDisclosure', 'applications', 'reviewAndLitigation'] as const;

/** The corpus' reports on the statutory forms in which no error was found, as their figures are printed. */
export async function corpusReports(): Promise<ExampleReport[]> {
  const records: ReportRecord[] = [];
  for (const { bytes } of corpusCases()) records.push(...(await parseReport(bytes)));
  return records.filter(isClean).map(asExample);
}

function isClean({ form, tables, findings }: ReportRecord): boolean {
  const isOfOneForm = tableKeys.every((key) => tables[key] === undefined || tables[key].form === form);
  return tables.applications !== undefined && isOfOneForm && findings.every(({ severity }) => severity !== 'error');
}

function asExample({ form, year, tables, sections, agency }: ReportRecord): ExampleReport {
  const id = form ?? '2021';
  const cells = formById(id).tables.flatMap((table) =>
    table.blocks.flatMap(({ rows, columns }) =>
      rows.map((row): [string, (number | string)[]] => {
        const printed = tables[table.key]?.[row.key];
        const figures = columns.map(({ key, kind }) =>
          figureOf(typeof printed === 'object' ? printed[key] : undefined, kind),
        );
        return [`${table.key}.${row.key}`, figures];
      }),
    ),
  );
  return {
    form: id,
    ...(year === null ? {} : { year }),
    rows: Object.fromEntries(cells),
    sections: Object.fromEntries(sections.map(({ key, text }) => [key, text])),
    ...(agency === null ? {} : agencyOf(agency)),
  };
}

function agencyOf({ name, level, divisionCode }: Agency): Pick<ExampleReport, 'agency'> {
  return level === null || divisionCode === null ? {} : { agency: { name, level, divisionCode } };
}

/** Numbers as they were read, so that they can be changed, money in yuan; what is no number as printed. */
function figureOf(cell: Cell | undefined, kind: CellKind): number | string {
  if (cell === undefined) return '';
  const { state, value, raw } = cell;
  if (state !== 'number' || value === null) return raw;
  if (kind !== 'amount') return value;
  return Number(raw) === value ? raw : `${value}元`;
}
