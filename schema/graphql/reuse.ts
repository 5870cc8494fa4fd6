import type { GraphQLResolveInfo } from 'graphql';
import type { ReusedSentence, TextReuse } from '../record/text-search.ts';
import { isIdentityInDoubt } from '../record/version-head.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { badUserInput } from './errors.ts';
import { loadRecord, readsTextsExtension } from './load-record.ts';
import { parseNestedId } from './node-id.ts';
import { searchOfAYear, textOf } from './prices.ts';
import type { SectionNode } from './record-nodes.ts';
import { searchedReports } from './search.ts';

/** A sentence that so many other agencies have in the same year is a set phrase: it says nothing of whether one copies from itself. */
const setPhraseFrom = 10;

/** Repeated sentences that are given where none says how many, and at most. */
const repeatsGiven = { default: 20, max: 200 } as const;

builder.objectType('TextReuse', {
  description:
    'How much of a section stands word for word, figures included, in the report of the same agency on the year before (与上年重复情况). Sentences of fewer than ten characters or words are not counted.',
  fields: (t) => ({
    before: t.expose('before', { type: 'Report', description: 'The report on the year before (上年年报).' }),
    sentences: t.int({
      description: 'Sentences compared (比较的语句数).',
      resolve: ({ sentences }) => sentences.length,
    }),
    repeated: t.int({
      description:
        'Those of them whose words stand anywhere in the text of the report before, one behind the other and to the end of a sentence or clause (与上年相同的语句数).',
      resolve: ({ sentences }) => sentences.filter(({ isRepeated }) => isRepeated).length,
    }),
    setPhrases: t.int({
      nullable: true,
      description: `Those of all compared that at least ${setPhraseFrom} other agencies have in their report on the same year (套话语句数); null where not all reports of the year could be searched, or more than 300 sentences are compared.`,
      resolve: ({ sentences }) => {
        const known = setPhrasesOf(sentences);
        return known === null ? null : known.length;
      },
    }),
    share: t.float({
      nullable: true,
      description:
        'Share of the sentences that are no set phrases which is repeated, from 0 to 1 (除套话外的重复占比); null where all are, or where it is not known which are.',
      resolve: ({ sentences }) => shareOf(sentences),
    }),
    repeats: t.field({
      type: ['RepeatedSentence'],
      args: {
        first: t.arg.int({
          description: `How many at most, from 1 to ${repeatsGiven.max}. Absent: ${repeatsGiven.default}.`,
        }),
      },
      complexity: ({ first }) => ({
        field: 1,
        multiplier: Math.min(Math.max(first ?? repeatsGiven.default, 1), repeatsGiven.max),
      }),
      description: 'The repeated sentences, set phrases among them, in printed order (与上年相同的语句).',
      resolve: ({ sentences }, { first }) => {
        const most = first ?? repeatsGiven.default;
        if (most < 1 || most > repeatsGiven.max)
          throw badUserInput(`first must be from 1 to ${repeatsGiven.max}.`, 'first');
        return sentences.filter(({ isRepeated }) => isRepeated).slice(0, most);
      },
    }),
  }),
});

function setPhrasesOf(sentences: readonly ReusedSentence[]): readonly ReusedSentence[] | null {
  if (sentences.some(({ others }) => others === null)) return null;
  return sentences.filter(({ others }) => (others ?? 0) >= setPhraseFrom);
}

function shareOf(sentences: readonly ReusedSentence[]): number | null {
  const setPhrases = setPhrasesOf(sentences);
  if (setPhrases === null || setPhrases.length === sentences.length) return null;
  const own = sentences.filter((sentence) => !setPhrases.includes(sentence));
  return own.filter(({ isRepeated }) => isRepeated).length / own.length;
}

builder.objectType('RepeatedSentence', {
  description: 'A sentence that stands in the report of the year before too (重复语句).',
  fields: (t) => ({
    text: t.exposeString('text', { complexity: textOf.paragraph, description: 'The sentence as printed (原文).' }),
    offset: t.exposeInt('offset', { description: 'Its first UTF-16 unit in the text of the section, from 0 (位置).' }),
    others: t.exposeInt('others', {
      nullable: true,
      description:
        'How many other agencies have it in their report on the same year (同年使用该语句的其他机关数); null where not all reports of the year could be searched.',
    }),
  }),
});

builder.interfaceField('Section', 'reuse', (t) =>
  t.field({
    type: 'TextReuse',
    nullable: true,
    extensions: readsTextsExtension,
    complexity: { field: 20 * searchOfAYear, multiplier: 1 },
    description:
      "How much of it stands in the report of the year before (与上年重复情况); null where there is none, where one of the two may be another agency's, and for sections of documents that are no current annual report.",
    resolve: (section, _args, context, info) => reuseOf(section, context, info),
  }),
);

async function reuseOf(
  { id, text }: SectionNode,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<TextReuse | null> {
  const nested = parseNestedId(id);
  if (nested?.kind !== 'year') return null;
  const heads = (await context.agencies.load(nested.agencyId))?.heads ?? [];
  const reportOn = (year: number) => heads.find((head) => head.kind === 'annual-report' && head.year === year);
  const [head, before] = [reportOn(nested.year), reportOn(nested.year - 1)];
  if (head === undefined || before === undefined) return null;
  if ((nested.version ?? head.version) !== head.version || isIdentityInDoubt(head) || isIdentityInDoubt(before))
    return null;
  const [record, search] = await Promise.all([loadRecord(before, context, info), context.textSearch()]);
  const texts = [record.preamble, ...record.sections.map((section) => section.text)];
  const compared = search.compared(text, texts);
  const others = await search.others(compared, head, searchedReports(context));
  return {
    before,
    sentences: compared.map(({ key: _, ...sentence }, at) => ({
      ...sentence,
      others: others?.[at] ?? null,
    })),
  };
}
