import type { GraphQLError } from 'graphql';
import type { Ingestion } from '../record/ingestion.ts';
import type { IngestionFilter } from '../record/record-store.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { KindEnum, OutcomeEnum } from './enums.ts';
import { apiError, badUserInput } from './errors.ts';
import { pageArgs, priceOfPage, readPage, toConnection, totalCountField } from './pages.ts';
import { originalsOf } from './permissions.ts';
import { call, typical } from './prices.ts';

const idPattern = /^[0-9a-f]{32}$/;

/** Whether a text has the form of the id of an ingestion. */
export function isIngestionId(id: string): boolean {
  return idPattern.test(id);
}

/** No id of ours is longer; a longer one is not looked up. */
const longestId = 1_000;

builder.objectType('Ingestion', {
  interfaces: ['Node'],
  description:
    'What happened to one version of an uploaded object (入库记录). Every version that ever landed has exactly one; beside an archive, so has each of its files.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Opaque id (标识).' }),
    bucket: t.exposeString('bucket', { description: 'Bucket that holds the object (存储桶).' }),
    key: t.exposeString('key', { description: 'Key of the object (对象键).' }),
    versionId: t.exposeString('versionId', {
      nullable: true,
      description: 'Version of the object (对象版本); null where the bucket kept none.',
    }),
    sequencer: t.exposeString('sequencer', {
      description: 'Order of events on one key, as the store gives it (事件顺序).',
    }),
    arrivedAt: t.expose('arrivedAt', { type: 'DateTime', description: 'When the object landed (到达时间).' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      description: 'When it was read and written (完成时间).',
    }),
    outcome: t.expose('outcome', {
      type: OutcomeEnum,
      description: 'How it ended: the worst outcome of its records (处理结果).',
    }),
    reasons: t.field({
      type: ['Reason'],
      complexity: { field: 1, multiplier: typical.reasons },
      description: 'Why it was rejected, if it was (退回原因).',
      resolve: ({ reasons }) => reasons,
    }),
    findings: t.exposeInt('findings', { description: 'Findings of all its records together (疑点数量).' }),
    records: t.field({
      type: ['IngestedRecord'],
      complexity: { field: 1, multiplier: typical.ingestedRecords },
      description: 'What came out of it (入库结果).',
      resolve: ({ records }) => records,
    }),
    members: t.field({
      type: ['IngestedMember'],
      complexity: { field: 1, multiplier: typical.ingestedRecords },
      description: 'Files of an archive (压缩包中的文件); empty for any other object.',
      resolve: ({ members = [] }) => members,
    }),
    member: t.field({
      type: 'ArchiveMember',
      nullable: true,
      description: 'Where in which archive it was (压缩包来源); null for an object of its own.',
      resolve: ({ member }) => member ?? null,
    }),
    sha256: t.exposeString('sha256', {
      nullable: true,
      description: 'SHA-256 of its bytes, in hexadecimal (哈希值); null where it was not read.',
    }),
    bytes: t.exposeInt('bytes', {
      nullable: true,
      description: 'Its size in bytes (字节数); null where it was not read.',
    }),
    mediaType: t.exposeString('mediaType', {
      nullable: true,
      description: 'Media type told from its content (媒体类型); null where it cannot be told.',
    }),
    sourceUrl: t.exposeString('sourceUrl', {
      nullable: true,
      description: 'Where its sender took it from (来源网址); null where not said.',
    }),
    parserVersion: t.exposeString('parserVersion', { description: 'Version of the parser that read it (解析器版本).' }),
    milliseconds: t.exposeFloat('milliseconds', {
      description: 'Reading, parsing and writing together, in milliseconds (毫秒).',
    }),
  }),
});

const IngestionConnection = builder.connectionObject(
  {
    type: 'Ingestion',
    name: 'IngestionConnection',
    description: 'A page of ingestions (入库记录列表页).',
    fields: totalCountField,
  },
  { name: 'IngestionEdge', description: 'An ingestion and its place in the list (入库记录及其位置).' },
);

const IngestionFilterInput = builder.inputType('IngestionFilter', {
  description: 'Which ingestions; every condition given must hold (入库记录筛选条件).',
  fields: (t) => ({ outcome: t.field({ type: OutcomeEnum, description: 'How it ended.' }) }),
});

type IngestionFilterArg = typeof IngestionFilterInput.$inferInput | null | undefined;

const readFilter = (filter: IngestionFilterArg): IngestionFilter =>
  filter?.outcome == null ? {} : { outcome: filter.outcome };

builder.queryFields((t) => ({
  ingestion: t.field({
    type: 'Ingestion',
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'Id of the ingestion.' }) },
    complexity: call,
    description: 'One ingestion (入库记录); null where none has this id.',
    resolve: (_root, { id }, { reader }) => (id === '' || id.length > longestId ? null : reader.ingestion(id)),
  }),
  ingestions: t.field({
    type: IngestionConnection,
    args: {
      filter: t.arg({ type: IngestionFilterInput, description: 'Which ingestions. Absent: all.' }),
      ...pageArgs,
    },
    complexity: priceOfPage,
    description: 'Ingestions, newest first (入库记录列表).',
    resolve: async (_root, { filter, ...args }, { reader }) => {
      const request = readPage(args);
      return toConnection(await reader.ingestions(readFilter(filter), request));
    },
  }),
}));

builder.objectType('IngestedRecord', {
  description: 'One record that came out of an object (入库结果).',
  fields: (t) => ({
    kind: t.expose('kind', { type: KindEnum, description: 'What kind of document it is (文件类型).' }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'How its reading ended (处理结果).' }),
    agencyId: t.exposeID('agencyId', {
      nullable: true,
      description: 'Whose document it is, see agency(id) (机关标识); null where it cannot be told.',
    }),
    year: t.exposeInt('year', {
      nullable: true,
      description: 'The year it is about (年度); null where it cannot be told.',
    }),
    version: t.exposeID('version', {
      nullable: true,
      description: 'The version it was stored as (版本); null where it was not stored.',
    }),
    findings: t.exposeInt('findings', { description: 'How many findings it has (疑点数量).' }),
  }),
});

builder.objectType('IngestedMember', {
  description: 'A file of an archive (压缩包中的文件) and what became of it.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Its path in the archive (压缩包内路径).' }),
    ingestionId: t.exposeID('ingestionId', { description: 'Its own ingestion, see ingestion(id) (入库记录标识).' }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'How its reading ended (处理结果).' }),
    findings: t.exposeInt('findings', { description: 'Findings of its records together (疑点数量).' }),
  }),
});

builder.objectType('ArchiveMember', {
  description: 'Where a file of an archive came from (压缩包来源).',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Its path in the archive (压缩包内路径).' }),
    archiveId: t.exposeID('archiveId', { description: 'The ingestion of the archive (压缩包的入库记录标识).' }),
  }),
});

/** How long ingesting usually takes, for whoever asks again until there is an answer. */
export const askAfterMilliseconds = 1_000;

/** An upload is followed no longer: a queue that is so far behind is asked later. */
const followedMinutes = 5;
const mostAsked = (followedMinutes * 60_000) / askAfterMilliseconds;

const objectVersionArgs = {
  key: { type: 'String', required: true, description: 'Key of the object, as createUpload gave it.' },
  versionId: { type: 'String', required: true, description: 'Version of the object, x-amz-version-id of the upload.' },
} as const;

builder.queryField('ingestionOf', (t) =>
  t.field({
    type: 'Ingestion',
    nullable: true,
    args: { key: t.arg(objectVersionArgs.key), versionId: t.arg(objectVersionArgs.versionId) },
    complexity: call,
    description: 'What happened to an uploaded document (入库记录); null until it is ingested.',
    resolve: (_root, args, context) => readIngestionOf(args, context),
  }),
);

builder.subscriptionField('ingestionOf', (t) =>
  t.field({
    type: 'Ingestion',
    nullable: true,
    args: { key: t.arg(objectVersionArgs.key), versionId: t.arg(objectVersionArgs.versionId) },
    complexity: mostAsked * call,
    description: `What happens to an uploaded document (入库进度): null at once while it is not ingested, then the ingestion; that is the end, and so are ${followedMinutes} minutes. Errors: BAD_USER_INPUT, READ_ONLY, SUBSCRIPTIONS_UNSUPPORTED where answers cannot be streamed; there ask the query of the same name.`,
    subscribe: (_root, args, context) => {
      if (!context.streams) throw unsupported();
      return repeated(() => readIngestionOf(args, context), { everyMs: askAfterMilliseconds, times: mostAsked });
    },
    resolve: (ingestion) => ingestion,
  }),
);

/** Throws BAD_USER_INPUT and READ_ONLY. */
function readIngestionOf(
  { key, versionId }: { readonly key: string; readonly versionId: string },
  context: GraphqlContext,
): Promise<Ingestion | null> {
  if (key === '' || versionId === '') throw badUserInput('key and versionId must not be empty.', 'key');
  return context.reader.ingestion(originalsOf(context).ingestionId(key, versionId));
}

interface Repetition {
  readonly everyMs: number;
  readonly times: number;
}

/** What is read first, and what is read when there is something; ends then, or when it was read so often. */
async function* repeated<T>(read: () => Promise<T | null>, { everyMs, times }: Repetition): AsyncGenerator<T | null> {
  for (let asked = 0; asked < times; asked += 1) {
    if (asked > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
    const found = await read();
    if (found !== null || asked === 0) yield found;
    if (found !== null) return;
  }
}

function unsupported(): GraphQLError {
  const message = `Answers cannot be streamed here. Ask the query ingestionOf every ${askAfterMilliseconds} ms.`;
  return apiError('SUBSCRIPTIONS_UNSUPPORTED', message);
}
