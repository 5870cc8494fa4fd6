import type { GraphQLResolveInfo } from 'graphql';
import type { RecordDifference } from '../difference.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import type { DifferenceNode } from './difference-node.ts';
import { loadRecord } from './load-record.ts';
import { textOf, typical } from './prices.ts';
import { readsTextsExtension } from './reads-texts.ts';

async function differenceOf(
  { before, after }: DifferenceNode,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<RecordDifference> {
  const records = await Promise.all([loadRecord(before, context, info), loadRecord(after, context, info)]);
  return context.difference(...records);
}

builder.objectType('VersionDifference', {
  description: 'In what a version of a report differs from the document that was current before it (版本差异).',
  fields: (t) => ({
    before: t.expose('before', { type: 'Report', description: 'The earlier version (前一版本).' }),
    after: t.expose('after', { type: 'Report', description: 'The later version (后一版本).' }),
    facts: t.field({
      type: ['FactChange'],
      complexity: { field: 1, multiplier: typical.changes },
      description: 'Facts about the whole report that differ: title, publishedOn, outcome (基本信息差异).',
      resolve: async (node, _args, context, info) => (await differenceOf(node, context, info)).facts,
    }),
    cells: t.field({
      type: ['CellChange'],
      complexity: { field: 1, multiplier: typical.changes },
      description: 'Figures that are printed differently, cell by cell (数字差异).',
      resolve: async (node, _args, context, info) => (await differenceOf(node, context, info)).cells,
    }),
    sections: t.field({
      type: ['SectionChange'],
      complexity: { field: 1, multiplier: typical.sections },
      extensions: readsTextsExtension,
      description: 'Sections whose words differ (章节差异).',
      resolve: async (node, _args, context, info) => (await differenceOf(node, context, info)).sections,
    }),
  }),
});

builder.objectType('FactChange', {
  description: 'A fact about a whole report that differs (基本信息差异).',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Which fact: title, publishedOn, outcome, form (名称).' }),
    before: t.exposeString('before', { nullable: true, description: 'As the earlier version has it (原值).' }),
    after: t.exposeString('after', { nullable: true, description: 'As the later version has it (现值).' }),
  }),
});

builder.objectType('CellChange', {
  description: 'A figure that two versions print differently (数字差异).',
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'Path of the cell or figure: applications.processed.total, indicators.proactive.total (路径).',
    }),
    before: t.expose('before', {
      type: 'PrintedFigure',
      nullable: true,
      description: 'As the earlier version prints it (原值); null where it has none.',
    }),
    after: t.expose('after', {
      type: 'PrintedFigure',
      nullable: true,
      description: 'As the later version prints it (现值); null where it has none.',
    }),
  }),
});

builder.objectType('PrintedFigure', {
  description: 'A figure as one version prints it (所载数字).',
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The figure, in the unit of the cell (数值); null where none can be read.',
    }),
    raw: t.exposeString('raw', { description: 'The text as printed (原文).' }),
    state: t.exposeString('state', {
      description: 'State of the cell, as CellState; stated for a figure in a sentence (状态).',
    }),
  }),
});

builder.objectType('SectionChange', {
  description: 'A section whose heading or words differ (章节差异). Paragraphs that both versions have are left out.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'Key of the section; preamble for the text before the first, key#2 for a second of one key (章节键).',
    }),
    headingBefore: t.exposeString('headingBefore', {
      nullable: true,
      description: 'Its heading in the earlier version (原标题); null where it has no such section.',
    }),
    headingAfter: t.exposeString('headingAfter', {
      nullable: true,
      description: 'Its heading in the later version (现标题); null where it has no such section.',
    }),
    removed: t.exposeStringList('removed', {
      complexity: { field: typical.paragraphs * textOf.paragraph },
      description: 'Paragraphs that only the earlier version has, in order (删去的段落).',
    }),
    added: t.exposeStringList('added', {
      complexity: { field: typical.paragraphs * textOf.paragraph },
      description: 'Paragraphs that only the later version has, in order (新增的段落).',
    }),
  }),
});
