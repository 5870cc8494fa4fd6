import { TableKey } from '../forms/form.ts';
import { formById } from '../forms/forms.ts';
import type { ReportRecord, Section } from '../report.ts';
import type { TableNode } from './table-node.ts';

/** A section as served. Which GraphQL type it is depends on whether the record holds its table, see docs/decisions/0010. */
export interface SectionNode extends Section {
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

/** Sections in printed order; a table whose heading is not printed stands where the form has it. */
export function sectionNodes(record: ReportRecord): SectionNode[] {
  const nodes = record.sections.map((section, index) => printedSection(record, section, index));
  for (const key of TableKey.options) {
    const table = record.tables[key];
    if (table === undefined || nodes.some((node) => node.key === key)) continue;
    const node = unprintedSection({ record, key, table });
    const next = nodes.findIndex(({ ordinal }) => ordinal > node.ordinal);
    nodes.splice(next === -1 ? nodes.length : next, 0, node);
  }
  return nodes;
}

/** The table belongs to the first section of its key; a second one with the same key is narrative. */
function printedSection(record: ReportRecord, section: Section, index: number): SectionNode {
  const key = TableKey.options.find((candidate) => candidate === section.key);
  const table = key === undefined ? undefined : record.tables[key];
  const isFirst = record.sections.findIndex((other) => other.key === section.key) === index;
  if (key === undefined || table === undefined || !isFirst) {
    return { ...section, typeName: 'NarrativeSection', printed: true };
  }
  return statutory({ ...section, printed: true }, { record, key, table });
}

function unprintedSection(table: TableNode): SectionNode {
  const { sections } = formById(table.table.form);
  const ordinal = sections.find((section) => section.key === table.key)?.ordinal ?? sections.length + 1;
  return statutory({ ordinal, key: table.key, heading: '', text: '', printed: false }, table);
}

function statutory(section: Omit<SectionNode, 'typeName'>, table: TableNode): StatutorySectionNode {
  return { ...section, typeName: statutoryTypeNames[table.key], table };
}
