import { type FormColumn, type FormId, type FormRow, TableKey } from '../law/forms/form.ts';
import { formById } from '../law/forms/forms.ts';
import type { Bilingual } from '../record/bilingual.ts';
import type { Cell } from '../record/cell.ts';
import type { Finding } from '../record/finding.ts';
import type { ReportRecord, Section, Source, Statistic, StatutoryTable, TableRow } from '../record/report.ts';
import type { VersionHead } from '../record/version-head.ts';
import { rowId, sectionId } from './node-id.ts';

const none: readonly Finding[] = [];
const indexes = new WeakMap<ReportRecord, ReadonlyMap<string, Finding[]>>();

/** Findings of a record that name this cell path, in the record's order. */
function findingsOfCell(record: ReportRecord, path: string): readonly Finding[] {
  let index = indexes.get(record);
  if (index === undefined) {
    index = indexFindings(record.findings);
    indexes.set(record, index);
  }
  return index.get(path) ?? none;
}

function indexFindings(findings: readonly Finding[]): ReadonlyMap<string, Finding[]> {
  const index = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const path of new Set(finding.cells)) {
      const others = index.get(path);
      if (others === undefined) index.set(path, [finding]);
      else others.push(finding);
    }
  }
  return index;
}

/** A cell with where it stands in the form and the findings that name it. */
export interface CellNode extends Cell {
  /** Global id of the row it stands in. */
  readonly rowId: string;
  /** `applications.processed.total`: as findings name it. */
  readonly path: string;
  readonly row: string;
  readonly column: string;
  readonly unit: string | null;
  readonly findings: readonly Finding[];
}

export interface RowNode {
  readonly id: string;
  readonly key: string;
  readonly name: Bilingual;
  readonly cells: readonly CellNode[];
}

/** One statutory table of a record. */
export interface TableNode {
  /** Global id of its section. */
  readonly sectionId: string;
  readonly record: ReportRecord;
  readonly key: TableKey;
  readonly table: StatutoryTable;
}

interface RowOfForm {
  readonly row: FormRow;
  readonly columns: readonly FormColumn[];
}

const rowsOfForms = new Map<FormId, Map<TableKey, ReadonlyMap<string, RowOfForm>>>();

function rowsOfForm(form: FormId, key: TableKey): ReadonlyMap<string, RowOfForm> {
  const ofForm = rowsOfForms.get(form) ?? new Map<TableKey, ReadonlyMap<string, RowOfForm>>();
  rowsOfForms.set(form, ofForm);
  const known = ofForm.get(key);
  if (known !== undefined) return known;
  const blocks = formById(form).tables.find((table) => table.key === key)?.blocks ?? [];
  const rows = new Map(
    blocks.flatMap(({ rows, columns }) => rows.map((row): [string, RowOfForm] => [row.key, { row, columns }])),
  );
  ofForm.set(key, rows);
  return rows;
}

const own = <T>(values: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

/** Every row the record has, in the order of the form it follows. */
export function tableRows(node: TableNode): RowNode[] {
  const { form, ...rows } = node.table;
  const ofForm = rowsOfForm(form, node.key);
  const rest = Object.keys(rows).filter((key) => !ofForm.has(key));
  return [...ofForm.keys(), ...rest].flatMap((key) => tableRow(node, key) ?? []);
}

/** One row; null where the record has none of this key. */
export function tableRow(node: TableNode, key: string): RowNode | null {
  const cells = printedRow(node.table, key);
  if (cells === undefined) return null;
  const ofForm = rowsOfForm(node.table.form, node.key).get(key);
  const named: readonly ColumnOfForm[] = ofForm?.columns ?? [];
  const rest = Object.keys(cells).filter((column) => !named.some((each) => each.key === column));
  return {
    id: rowId(node.sectionId, key),
    key,
    name: ofForm?.row.name ?? { zh: key, en: key },
    cells: [...named, ...rest.map((column) => ({ key: column, unit: null }))].flatMap((column) => {
      const cell = own(cells, column.key);
      return cell === undefined ? [] : [cellNode(node, key, column, cell)];
    }),
  };
}

/** One cell; null where the record has none at this row and column. */
export function tableCell(node: TableNode, row: string, column: string): CellNode | null {
  const cell = own(printedRow(node.table, row) ?? {}, column);
  if (cell === undefined) return null;
  const columns = rowsOfForm(node.table.form, node.key).get(row)?.columns;
  return cellNode(node, row, columns?.find(({ key }) => key === column) ?? { key: column, unit: null }, cell);
}

type ColumnOfForm = Pick<FormColumn, 'key'> & { readonly unit: string | null };

function cellNode(node: TableNode, row: string, { key: column, unit }: ColumnOfForm, cell: Cell): CellNode {
  const { value, raw, state, place } = cell;
  const path = `${node.key}.${row}.${column}`;
  const findings = findingsOfCell(node.record, path);
  return { value, raw, state, place, rowId: rowId(node.sectionId, row), path, row, column, unit, findings };
}

function printedRow(table: StatutoryTable, key: string): TableRow | undefined {
  const row = own(table, key);
  return typeof row === 'string' ? undefined : row;
}

/** A section as served. Which GraphQL type it is depends on whether the record holds its table, see docs/decisions/0010. */
export interface SectionNode extends Section {
  /** Global id: a section of an agency's year is another than that of a document, for its cells know what other years say of them. */
  readonly id: string;
  readonly typeName: 'NarrativeSection' | StatutoryTypeName;
  /** False where no heading is printed and the section stands for its table alone. */
  readonly printed: boolean;
}

export interface StatutorySectionNode extends SectionNode {
  readonly typeName: StatutoryTypeName;
  readonly table: TableNode;
}

const statutoryTypeNames = {
  proactiveDisclosure: 'ProactiveDisclosureSection',
  applications: 'ApplicationsSection',
  reviewAndLitigation: 'ReviewAndLitigationSection',
} as const satisfies Record<TableKey, string>;
type StatutoryTypeName = (typeof statutoryTypeNames)[TableKey];

/** Sections of what has the global id `id`, in printed order; a table whose heading is not printed stands where the form has it. */
export function sectionNodes(record: ReportRecord, id: string): SectionNode[] {
  const nodes = record.sections.map((section, index) => printedSection(record, section, { id, index }));
  for (const key of TableKey.options) {
    const table = record.tables[key];
    if (table === undefined || nodes.some((node) => node.key === key)) continue;
    const node = unprintedSection({ sectionId: sectionId(id, key, 1), record, key, table });
    const next = nodes.findIndex(({ ordinal }) => ordinal > node.ordinal);
    nodes.splice(next === -1 ? nodes.length : next, 0, node);
  }
  return nodes;
}

/** The table belongs to the first section of its key; a second one with the same key is narrative. */
function printedSection(record: ReportRecord, section: Section, at: { id: string; index: number }): SectionNode {
  const key = TableKey.options.find((candidate) => candidate === section.key);
  const table = key === undefined ? undefined : record.tables[key];
  const nth = record.sections.slice(0, at.index + 1).filter((other) => other.key === section.key).length;
  const id = sectionId(at.id, section.key, nth);
  if (key === undefined || table === undefined || nth > 1) {
    return { ...section, id, typeName: 'NarrativeSection', printed: true };
  }
  return statutory({ ...section, printed: true }, { sectionId: id, record, key, table });
}

function unprintedSection(table: TableNode): SectionNode {
  const { sections } = formById(table.table.form);
  const ordinal = sections.find((section) => section.key === table.key)?.ordinal ?? sections.length + 1;
  return statutory({ ordinal, key: table.key, heading: '', text: '', printed: false }, table);
}

function statutory(section: Omit<SectionNode, 'id' | 'typeName'>, table: TableNode): StatutorySectionNode {
  return { ...section, id: table.sectionId, typeName: statutoryTypeNames[table.key], table };
}

export interface StatisticNode extends Statistic {
  readonly id: string;
  readonly cell: CellNode;
}

/** The one column of figures of the indicator annex. */
const valueColumn = 'value';

const known = new WeakMap<ReportRecord, readonly StatisticNode[]>();

/** Every row of the indicator annex of a document with the findings that name it; made once, however often a query asks for it. */
export function statisticNodes(record: ReportRecord, documentId: string): readonly StatisticNode[] {
  const before = known.get(record);
  if (before !== undefined) return before;
  const annexId = sectionId(documentId, 'statistics', 1);
  const nodes = record.statistics.map((statistic, index) =>
    statisticNode(record, statistic, rowId(annexId, String(index + 1))),
  );
  known.set(record, nodes);
  return nodes;
}

function statisticNode(record: ReportRecord, statistic: Statistic, id: string): StatisticNode {
  const path = `statistics.${statistic.path}`;
  const place = { rowId: id, path, row: statistic.path, column: valueColumn, unit: statistic.unit };
  return { ...statistic, id, cell: { ...statistic.cell, ...place, findings: findingsOfCell(record, path) } };
}

/** What was read, and where the object lies. */
export interface SourceNode extends Omit<Source, 'pageUrl'> {
  readonly pageUrl: string | null;
  readonly fetchedAt: string | null;
  readonly permalink: string | null;
  readonly bucket: VersionHead['bucket'];
  readonly key: VersionHead['key'];
  readonly versionId: VersionHead['objectVersionId'];
}

/** Two versions of one report, the earlier and the later. What differs is told when it is asked for. */
export interface DifferenceNode {
  readonly before: VersionHead;
  readonly after: VersionHead;
}
