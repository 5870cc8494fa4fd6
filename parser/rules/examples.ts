import type { CellKind, Form, FormTable } from '../../schema/law/forms/form.ts';
import { forms } from '../../schema/law/forms/forms.ts';
import { SectionKey, sectionNames } from '../../schema/law/vocabulary/sections.ts';
import { exampleTexts } from '../../schema/law/vocabulary/statutory-wording.ts';
import { agencyId } from '../../schema/record/agency-id.ts';
import type { Cell } from '../../schema/record/cell.ts';
import { noEvidence } from '../../schema/record/evidence.ts';
import type { Section, Statistic, StatutoryTable, TableRow, Tables } from '../../schema/record/report.ts';
import { extractIndicators } from '../prose/extract-indicators.ts';
import { parserVersion } from '../version.ts';
import { readFigure } from '../wording/figure.ts';
import type { TwoYears } from './across-years/across-years-rule.ts';
import type { PublishedReport } from './changed-after-publication.ts';
import type { CheckableRecord, ExampleReport, PairExample, RecordParts } from './rule.ts';
import { checkable, runRules } from './run-rules.ts';

const defaultYear = 2021;
const defaultAgency = { name: '内江市人民政府', level: 'prefecture', divisionCode: '511000' } as const;
const place = { table: 1, row: 1, column: 1 };

/** The record that an example describes, read as its document would be: cells by `readFigure`, sentences as narrative. */
export function exampleRecord(example: ExampleReport, editions: readonly Form[] = forms): CheckableRecord {
  const { form: id, year = defaultYear, agency = defaultAgency, publishedOn = `${year + 1}-01-28`, evidence } = example;
  const { name, level, divisionCode } = agency;
  const identity = { name, divisionCode, provinceCode: divisionCode?.slice(0, 2) ?? null };
  const form = editions.find((edition) => edition.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  const sections = exampleSections(form, example);
  const parts: RecordParts = {
    form: id,
    agency: { id: agencyId(identity), ...identity, level },
    year,
    publishedOn,
    evidence: { ...noEvidence, agency: 'title', year: 'title', publishedOn: 'document', ...evidence },
    preamble: '',
    sections,
    tables: exampleTables(form, example),
    statistics: exampleAnnex(example),
    indicators: extractIndicators(sections.map(narrative), { year, agency }),
  };
  return checkable(parts, editions);
}

function isLeftOut({ without = [] }: ExampleReport, path: string): boolean {
  return without.includes(path);
}

function exampleSections(form: Form, example: ExampleReport): Section[] {
  const texts = { ...(form.prescribesSections ? exampleTexts : {}), ...example.sections };
  const prescribed = form.sections
    .filter(({ key }) => form.prescribesSections || key in texts)
    .map(({ key, headings }) => ({ key, heading: headings[0] }));
  const others = SectionKey.options
    .filter((key) => key in texts && prescribed.every((section) => section.key !== key))
    .map((key) => ({ key, heading: sectionNames[key].zh }));
  return [...prescribed, ...others]
    .filter(({ key }) => !isLeftOut(example, `sections.${key}`))
    .map(({ key, heading }, index) => ({ ordinal: index + 1, key, heading, text: texts[key] ?? '' }));
}

function narrative({ ordinal, key, text }: Section) {
  const paragraphs = text.split('\n').map((line) => ({ kind: 'paragraph' as const, text: line, line: 1, offset: 0 }));
  return { ordinal, key, paragraphs };
}

function exampleTables(form: Form, example: ExampleReport): Tables {
  const present = form.tables.filter(({ key }) => !isLeftOut(example, key));
  return Object.fromEntries(present.map((table) => [table.key, exampleTable(form, table, example)]));
}

function exampleTable(form: Form, table: FormTable, example: ExampleReport): StatutoryTable {
  const rows = table.blocks.flatMap(({ columns, rows: formRows }) =>
    formRows.map(({ key }): [string, TableRow] => {
      const printed = example.rows?.[`${table.key}.${key}`];
      const cells = columns
        .filter((column) => !isLeftOut(example, `${table.key}.${key}.${column.key}`))
        .map((column): [string, Cell] => [
          column.key,
          cellOf(printed?.[columns.indexOf(column)] ?? (printed ? '' : 0), column.kind),
        ]);
      return [key, Object.fromEntries(cells)];
    }),
  );
  // The type of the rows' index covers the form's name too, which only a cast can tell apart.
  return { form: form.id, ...Object.fromEntries(rows) } as StatutoryTable;
}

function cellOf(printed: number | string, kind: CellKind): Cell {
  const raw = String(printed);
  const { state, value } = readFigure(raw, kind);
  return { value, raw, state, place };
}

function exampleAnnex({ annex = {} }: ExampleReport): Statistic[] {
  return Object.entries(annex).map(([path, [key, label, printed]]) => ({
    ...{ path, label, unit: null, key },
    cell: cellOf(printed, 'count'),
  }));
}

/** A report that was read whole from a page. */
type ExampleVersion = TwoYears['before'] & PublishedReport;

/** The two records that an example describes, each checked by itself first, as reports are before they are compared. */
export function examplePair({ before, after }: PairExample): { before: ExampleVersion; after: ExampleVersion } {
  return { before: checkedExample(before), after: checkedExample(after) };
}

function checkedExample(example: ExampleReport): ExampleVersion {
  const record = exampleRecord(example);
  const { findings } = runRules(record);
  return {
    ...{ ...record, findings, parser: { version: parserVersion } },
    ...{ title: null, complete: true, source: { mediaType: 'text/html' } },
  };
}
