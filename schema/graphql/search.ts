import type { GraphQLResolveInfo } from 'graphql';
import { pageOf } from '../record/lists/keyset.ts';
import { type Rank, rankOf } from '../record/lists/order.ts';
import { ProvinceUnavailable } from '../record/province-unavailable.ts';
import type { ReportRecord } from '../record/report.ts';
import {
  type FoundSentence,
  type FoundText,
  type FoundTexts,
  type QueryProblem,
  type SearchedReports,
  type TextFilter,
  type TextQuery,
  textOfRecord,
} from '../record/text-search.ts';
import { agencyOfHead, type VersionHead } from '../record/version-head.ts';
import { agencyId } from './agency.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { documentSections } from './document.ts';
import { AgencyLevelEnum, SectionKeyEnum } from './enums.ts';
import { badUserInput } from './errors.ts';
import { mostYearsAsked, ofYears, readKind, readPlace, several } from './filters.ts';
import { askAfterMilliseconds } from './ingestion.ts';
import { loadRecord, readsTextsExtension } from './load-record.ts';
import { pageArgs, priceOfPage, readPage, toConnection, totalCountField } from './pages.ts';
import { searchOfAYear, textOf, typical } from './prices.ts';

builder.objectType('FoundWords', {
  description: 'Where in a sentence something stands that was searched for (命中位置), in UTF-16 units.',
  fields: (t) => ({
    offset: t.exposeInt('offset', { description: 'Its first unit in the sentence, from 0 (起始位置).' }),
    length: t.exposeInt('length', { description: 'How many units it has (长度).' }),
  }),
});

builder.objectType('FoundSentence', {
  description: 'A sentence in which something stands that was searched for (命中语句).',
  fields: (t) => ({
    text: t.exposeString('text', {
      complexity: textOf.paragraph,
      description: 'The sentence as printed (原文); several together where a phrase goes from one into the next.',
    }),
    offset: t.exposeInt('offset', {
      description: 'Its first UTF-16 unit in the text of the section or in the preamble, from 0 (在正文中的位置).',
    }),
    words: t.field({
      type: ['FoundWords'],
      complexity: { field: 1, multiplier: typical.words },
      description: 'Where in it, in order (命中位置).',
      resolve: ({ words }) => words,
    }),
  }),
});

/** Sentences of a text that are given where none says how many, and at most. */
const sentencesGiven = { default: 3, max: 50 } as const;

builder.objectType('FoundText', {
  description: 'A section of a report, or its preamble, in which everything stands that was searched for (命中章节).',
  fields: (t) => ({
    report: t.field({
      type: 'Report',
      description: 'The report (年报). Its outcome says whether there are doubts.',
      resolve: ({ head }) => head,
    }),
    section: t.field({
      type: 'Section',
      nullable: true,
      description: 'The section (章节); null for the preamble.',
      resolve: async ({ head, text }, _args, context, info) => {
        const printed = (await documentSections(head, context, info)).filter((section) => section.printed);
        return text === 0 ? null : (printed[text - 1] ?? null);
      },
    }),
    sentenceCount: t.int({
      extensions: readsTextsExtension,
      description: 'In how many of its sentences something stands that was searched for (命中语句数).',
      resolve: async (found, _args, context, info) => (await sentencesOf(found, context, info)).length,
    }),
    sentences: t.field({
      type: ['FoundSentence'],
      args: {
        first: t.arg.int({
          description: `How many at most, from 1 to ${sentencesGiven.max}. Absent: ${sentencesGiven.default}.`,
        }),
      },
      extensions: readsTextsExtension,
      complexity: ({ first }) => ({
        field: 1,
        multiplier: Math.min(Math.max(first ?? sentencesGiven.default, 1), sentencesGiven.max),
      }),
      description: 'The first of these sentences, in printed order (命中语句).',
      resolve: async (found, { first }, context, info) => {
        const most = first ?? sentencesGiven.default;
        if (most < 1 || most > sentencesGiven.max)
          throw badUserInput(`first must be from 1 to ${sentencesGiven.max}.`, 'first');
        return (await sentencesOf(found, context, info)).slice(0, most);
      },
    }),
  }),
});

const known = new WeakMap<object, Promise<readonly FoundSentence[]>>();

/** Looked for once, whichever fields ask for them. */
function sentencesOf(
  found: FoundText & { readonly query: TextQuery },
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<readonly FoundSentence[]> {
  const before = known.get(found) ?? findSentences(found, context, info);
  known.set(found, before);
  return before;
}

async function findSentences(
  { head, text, query }: FoundText & { readonly query: TextQuery },
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<readonly FoundSentence[]> {
  const [record, search] = await Promise.all([loadRecord(head, context, info), context.textSearch()]);
  return search.sentences(query, textOfRecord(record, text));
}

builder.objectType('SearchCoverage', {
  description:
    'How many of the reports that were asked for have been searched (检索覆盖情况). Nothing is said of the others: not that they lack the words either.',
  fields: (t) => ({
    reports: t.int({ description: 'Current reports that the filter lets through (应检索).', resolve: ({ of }) => of }),
    searched: t.exposeInt('searched', { description: 'Those whose texts were looked through (已检索).' }),
    withoutText: t.exposeInt('withoutText', {
      description: 'Those of the searched in which no text was read, but tables at most (无正文).',
    }),
    inDoubt: t.exposeInt('inDoubt', {
      description: 'Those that are left out because it is in doubt whose report they are, or on which year (归属存疑).',
    }),
    left: t.int({
      description: 'Those that could not be searched yet (尚未检索); 0 where the answer is of all others.',
      resolve: leftOf,
    }),
    askAfterMilliseconds: t.int({
      nullable: true,
      description:
        'After how many milliseconds it is worth asking again for those left (多久后再查); null where none is left, or none will come.',
      resolve: ({ isComing }) => (isComing ? askAfterMilliseconds : null),
    }),
  }),
});

function leftOf({ of, searched, inDoubt }: FoundTexts): number {
  return of - searched - inDoubt;
}

const FoundTextConnection = builder.connectionObject(
  {
    type: 'FoundText',
    name: 'FoundTextConnection',
    description: 'A page of the texts in which something stands (检索结果页).',
    fields: (t) => ({
      ...totalCountField(t),
      coverage: t.field({
        type: 'SearchCoverage',
        description: 'Of how many reports this can be said (检索覆盖情况).',
        // Every page of this list is made below, with what was found.
        resolve: ({ found }) => found as FoundTexts,
      }),
    }),
  },
  { name: 'FoundTextEdge', description: 'A text and its place in the list (命中章节及其位置).' },
);

const SearchFilterInput = builder.inputType('SearchFilter', {
  description: 'Which reports are searched, and where in them; every condition given must hold (检索范围).',
  fields: (t) => ({
    year: t.int({ description: 'Reports on this year. Absent: on every year.' }),
    years: t.intList({ description: `On one of these years, at most ${mostYearsAsked}.` }),
    agencyId: t.id({ description: 'Reports of this agency.' }),
    division: t.string({ description: 'Prefix of a division code that ends at a level: 51, 5110 or 511000.' }),
    divisions: t.stringList({ description: 'In one of these divisions, at most 100.' }),
    level: t.field({ type: AgencyLevelEnum, description: 'Of agencies of this level.' }),
    levels: t.field({ type: [AgencyLevelEnum], description: 'Of agencies of one of these levels.' }),
    type: t.string({ description: 'Of agencies of this kind of organ, by its key: education (机关类型).' }),
    types: t.stringList({ description: 'Of agencies of one of these kinds of organ, by their keys, at most 100.' }),
    sections: t.field({
      type: [SectionKeyEnum],
      description: 'In sections of these keys. Absent: in all, and in the preamble.',
    }),
  }),
});

type FilterArg = typeof SearchFilterInput.$inferInput | null | undefined;

const readFilter = (filter: FilterArg): TextFilter => ({
  ...ofYears(filter),
  ...(filter?.agencyId == null ? {} : { agencyId: agencyId(filter.agencyId) }),
  ...readPlace(filter),
  ...readKind(filter),
  ...(filter?.sections == null ? {} : { sections: several(filter.sections, 'sections') }),
});

/** In both languages: whoever searches is no programmer. */
const problems: Readonly<Record<QueryProblem, string>> = {
  'nothing-to-find': 'Search for words or figures: marks alone are not searched. 请输入文字或数字,标点符号不参与检索。',
  'one-ideograph': 'A Chinese word must have two characters at least. 每个中文检索词至少两个字。',
  'too-long': 'A search can have 200 characters at most. 检索内容不能超过 200 个字符。',
  'too-many-phrases': 'A search can have 10 words at most. 检索词不能超过 10 个。',
};

builder.queryField('search', (t) =>
  t.field({
    type: FoundTextConnection,
    args: {
      text: t.arg.string({
        required: true,
        description:
          'What to find: words parted by blanks, of which each must stand in the section as it is written here, with its blanks where it is in quotation marks. Punctuation counts as a gap, whichever it is; figures and Latin words are found whole; half-width, capital and traditional characters count as their others. At least two Chinese characters a word, at most 10 words and 200 characters.',
      }),
      filter: t.arg({ type: SearchFilterInput, description: 'Where. Absent: in every current report.' }),
      ...pageArgs,
    },
    complexity: ({ filter, ...page }) => {
      const price = priceOfPage(page);
      const years = filter?.year == null ? (filter?.years?.length ?? typical.years) : 1;
      return { ...price, field: price.field + searchOfAYear * Math.max(years, 1) };
    },
    description:
      'Sections and preambles of current annual reports in which something stands, by year, the newest first, then by division, agency and place in the report (全文检索). Headings, tables, the annex and work plans are not searched. What has not been searched yet says coverage; extensions.notices says so too.',
    resolve: async (_root, { text, filter: arg, ...args }, context, info) => {
      const [filter, request, search] = [readFilter(arg), readPage(args), await context.textSearch()];
      const query = search.read(text);
      if (typeof query === 'string') throw badUserInput(problems[query], 'text');
      const found = await search.find(query, filter, searchedReports(context));
      if (leftOf(found) > 0) context.notices.add(found.isComing ? 'SEARCH_UNFINISHED' : 'SEARCH_NOT_INDEXED');
      const page = pageOf({ lines: found.texts, rank: rankOfText, name: ['search', text, filter] }, request);
      const items = page.items.map((each) => ({ ...each, query }));
      // Read together, whichever of their fields asks for it.
      await Promise.all(items.map(({ head }) => loadRecord(head, context, info)));
      return { ...toConnection({ ...page, items }), found };
    },
  }),
);

function rankOfText({ head, text }: FoundText): Rank {
  return [-head.year, ...rankOf(agencyOfHead(head)), text];
}

/** What is searched for a request. */
export function searchedReports(context: GraphqlContext): SearchedReports {
  return { lists: context.lists, recordsOf: (heads) => recordsOf(heads, context) };
}

/** Records with their texts; null for those of a province that does not answer, which are then not searched. */
async function recordsOf(
  heads: readonly VersionHead[],
  { records }: GraphqlContext,
): Promise<readonly (ReportRecord | null)[]> {
  return (await records.withTexts.loadMany(heads)).map((record) => {
    if (!(record instanceof Error)) return record;
    if (record instanceof ProvinceUnavailable) return null;
    throw record;
  });
}
