import type { GraphQLResolveInfo } from 'graphql';
import { divisionByCode } from '../law/vocabulary/divisions.ts';
import { Agency } from '../record/agency.ts';
import type { VersionHead } from '../record/version-head.ts';
import { agencyNode } from './agency.ts';
import { agencyYears, provinceNode } from './agency-nodes.ts';
import { yearSections } from './agency-year.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { documentSections, documentTypeNames } from './document.ts';
import { badUserInput } from './errors.ts';
import { isIngestionId } from './ingestion.ts';
import { parseFindingId } from './loaders.ts';
import { type InYear, parseNestedId } from './node-id.ts';
import { call } from './prices.ts';
import { type SectionNode, type StatisticNode, type StatutorySectionNode, tableRow } from './record-nodes.ts';
import { reportStatistics } from './report.ts';
import { findFinding } from './review.ts';

/** What an id names, with the type it is served as. */
interface Found {
  readonly type: string;
  readonly node: object;
}

/** The type of each object that was found by its id. */
const typeNames = new WeakMap<object, string>();

builder.interfaceType('Node', {
  description: 'What has an id of its own, by which node(id) finds it again (节点).',
  resolveType: (node) => typeNames.get(node),
  fields: (t) => ({ id: t.id({ description: 'Opaque id, like no other of any type (全局标识).' }) }),
});

/** Ids that may be asked for at once. */
const mostIds = 100;

/** An agency's years and the versions of one of them, or the lists of a province: no id takes more calls. */
const callsOfAnId = 2;

builder.queryFields((t) => ({
  node: t.field({
    type: 'Node',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'An id that the API gave.' }) },
    complexity: callsOfAnId * call,
    description: 'What has this id (按标识查询); null where nothing has.',
    resolve: (_root, { id }, context, info) => nodeOf(id, context, info),
  }),
  nodes: t.field({
    type: ['Node'],
    nullable: { list: false, items: true },
    args: { ids: t.arg.idList({ required: true, description: `Ids that the API gave, at most ${mostIds}.` }) },
    complexity: ({ ids }) => ({ field: callsOfAnId * call * Math.max(ids.length, 1), multiplier: ids.length }),
    description: 'What has these ids, in their order (按标识批量查询); null for each that nothing has.',
    resolve: (_root, { ids }, context, info) => {
      if (ids.length > mostIds) throw badUserInput(`At most ${mostIds} ids can be asked for.`, 'ids');
      return Promise.all(ids.map((id) => nodeOf(id, context, info)));
    },
  }),
}));

async function nodeOf(id: string, context: GraphqlContext, info: GraphQLResolveInfo): Promise<object | null> {
  const found = await findNode(id, context, info);
  if (found === null) return null;
  typeNames.set(found.node, found.type);
  return found.node;
}

async function findNode(id: string, context: GraphqlContext, info: GraphQLResolveInfo): Promise<Found | null> {
  if (Agency.shape.id.safeParse(id).success) return typed('Agency', await agencyNode(id, context));
  if (isIngestionId(id)) return typed('Ingestion', await context.reader.ingestion(id));
  const finding = parseFindingId(id);
  if (finding !== null) return typed('Finding', await findFinding(finding, context));
  const nested = parseNestedId(id);
  if (nested === null)
    return typed(
      'Rule',
      context.rules.find((rule) => rule.id === id),
    );
  if (nested.kind === 'year') {
    return nested.version === null ? inYear(nested, context, info) : inDocument(nested, context, info);
  }
  return nested.kind === 'division'
    ? typed('Division', divisionByCode(nested.code))
    : typed('Province', await provinceNode(context.lists, nested.code));
}

function typed(type: string, node: object | null | undefined): Found | null {
  return node == null ? null : { type, node };
}

/** A year of an agency, or what is in the sections of its report. */
async function inYear(id: InYear, context: GraphqlContext, info: GraphQLResolveInfo): Promise<Found | null> {
  const stored = await context.years.load(id.agencyId);
  const node = stored === null ? undefined : agencyYears(stored).find(({ year }) => year === id.year);
  if (node === undefined || id.path.length === 0) return typed('AgencyYear', node);
  return inSections(await yearSections(node, context, info), id);
}

/** A version of a document, or what is in its sections or its annex. */
async function inDocument(id: InYear, context: GraphqlContext, info: GraphQLResolveInfo): Promise<Found | null> {
  const head = await versionOf(id, context);
  if (head === null) return null;
  if (id.path.length === 0) return typed(documentTypeNames[head.kind], head);
  return (
    inSections(await documentSections(head, context, info), id) ??
    inAnnex(await reportStatistics(head, context, info), id)
  );
}

/** The current version of a document, or an earlier one of a report. */
async function versionOf(
  { agencyId, year, version }: InYear,
  { years, versions }: GraphqlContext,
): Promise<VersionHead | null> {
  const heads = (await years.load(agencyId))?.heads ?? [];
  const isThis = (head: VersionHead): boolean => head.year === year && head.version === version;
  const current = heads.find(isThis);
  if (current !== undefined || heads.length === 0) return current ?? null;
  return (await versions.load({ agencyId, year, kind: 'annual-report', slot: '' })).find(isThis) ?? null;
}

function inSections(sections: readonly SectionNode[], { parent, path: [name, row, column] }: InYear): Found | null {
  const section = sections.find(({ id }) => id === `${parent}/${name}`);
  if (section === undefined || row === undefined) return typed(section?.typeName ?? '', section);
  const found = 'table' in section ? tableRow((section as StatutorySectionNode).table, row) : null;
  if (found === null || column === undefined) return typed('TableRow', found);
  return typed(
    'Cell',
    found.cells.find((cell) => cell.column === column),
  );
}

function inAnnex(statistics: readonly StatisticNode[], { parent, path }: InYear): Found | null {
  const [name, row, column] = path;
  const statistic = statistics.find(({ id }) => id === `${parent}/${name}/${row}`);
  if (statistic === undefined || column === undefined) return typed('Statistic', statistic);
  return typed('Cell', statistic.cell.column === column ? statistic.cell : null);
}
