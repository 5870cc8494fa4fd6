import type { GraphQLResolveInfo } from 'graphql';
import { originalPath } from '../record/original-path.ts';
import type { Kind } from '../record/report.ts';
import { agencyOfHead, type VersionHead } from '../record/version-head.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { KindEnum, OutcomeEnum, SeverityEnum } from './enums.ts';
import { ofSeverity } from './finding.ts';
import { loadRecord, readsTextsExtension } from './load-record.ts';
import { documentId } from './node-id.ts';
import { call, textOf, typical } from './prices.ts';
import { type SectionNode, sectionNodes } from './record-nodes.ts';
import { ofKeys, sectionKeyArgs, sectionKeysArgs, sectionsPrice } from './section.ts';

/** The type that each kind of document is served as. */
export const documentTypeNames = { 'annual-report': 'Report', 'work-plan': 'WorkPlan' } as const satisfies Partial<
  Record<Kind, string>
>;

/** Sections of a document in printed order. */
export async function documentSections(
  head: VersionHead,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<SectionNode[]> {
  return sectionNodes(await loadRecord(head, context, info), documentId(head));
}

builder.interfaceType('Document', {
  interfaces: ['Node'],
  description: 'One stored version of a document: an annual report or a work plan (文件).',
  resolveType: ({ kind }) => documentTypeNames[kind],
  fields: (t) => ({
    id: t.id({
      description: 'Opaque id of this version (标识). A document that takes its place has another.',
      resolve: documentId,
    }),
    kind: t.expose('kind', { type: KindEnum, description: 'What kind of document it is (文件类型).' }),
    year: t.exposeInt('year', { description: 'The year it is about, not the one it was printed in (年度).' }),
    agency: t.field({ type: 'Agency', description: 'Whose document it is (发文机关).', resolve: agencyOfHead }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'Its title as printed (标题); null where none is printed.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'Day on which it was published, as the document says (发布日期); null where it does not.',
    }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'How its reading ended (处理结果).' }),
    complete: t.exposeBoolean('complete', {
      description:
        'Whether every cell that its form expects is accounted for: number, blank, not applicable or unreadable (是否完整).',
    }),
    version: t.exposeID('version', {
      description: 'Names this version: the same bytes read by the same parser have the same (版本).',
    }),
    arrival: t.exposeString('arrival', {
      description: 'When the object arrived, comparable as a string (到达时间).',
    }),
    ingestionId: t.exposeID('ingestionId', {
      description: 'The ingestion that stored it, see ingestion(id) (入库记录).',
    }),
    findingCounts: t.expose('findings', { type: 'FindingCounts', description: 'How many findings it has (疑点数量).' }),
    findings: t.field({
      type: ['Finding'],
      args: { severity: t.arg({ type: SeverityEnum, description: 'Only findings of this severity. Absent: all.' }) },
      complexity: { field: 1, multiplier: typical.findings },
      description: 'Doubts about its printed values (疑点).',
      resolve: async (head, { severity }, context, info) =>
        ofSeverity((await loadRecord(head, context, info)).findings, severity),
    }),
    reasons: t.field({
      type: ['Reason'],
      complexity: { field: 1, multiplier: typical.reasons },
      description: 'Why it was rejected, if it was (退回原因).',
      resolve: async (head, _args, context, info) => (await loadRecord(head, context, info)).reasons,
    }),
    preamble: t.string({
      extensions: readsTextsExtension,
      complexity: textOf.preamble,
      description: 'Text before its first section, as printed (前言).',
      resolve: async (head, _args, context, info) => (await loadRecord(head, context, info)).preamble,
    }),
    sections: t.field({
      type: ['Section'],
      args: sectionKeysArgs,
      complexity: sectionsPrice,
      description: 'Its sections in printed order (章节).',
      resolve: async (head, { keys }, context, info) => ofKeys(await documentSections(head, context, info), keys),
    }),
    section: t.field({
      type: 'Section',
      nullable: true,
      args: sectionKeyArgs,
      complexity: sectionsPrice,
      description: 'One of its sections (章节); null where it has none of this key.',
      resolve: async (head, { key }, context, info) =>
        (await documentSections(head, context, info)).find((section) => section.key === key) ?? null,
    }),
    source: t.field({
      type: 'Source',
      description: 'The file it was read from (原始文件).',
      resolve: async (head, _args, context, info) => {
        const { source } = await loadRecord(head, context, info);
        const published = { pageUrl: head.pageUrl ?? null, fetchedAt: head.fetchedAt ?? null };
        const stored = {
          bucket: head.bucket,
          key: head.key,
          versionId: head.objectVersionId,
          permalink: originalPath(head),
        };
        return { ...source, ...published, ...stored };
      },
    }),
    parserVersion: t.string({
      description: 'Version of the parser that read it (解析器版本).',
      resolve: async (head, _args, context, info) => (await loadRecord(head, context, info)).parser.version,
    }),
  }),
});

builder.objectType('Source', {
  description: 'The file that a record was read from (原始文件): what its bytes are and where the object lies.',
  fields: (t) => ({
    sha256: t.exposeString('sha256', { description: 'SHA-256 of its bytes, in hexadecimal (哈希值).' }),
    bytes: t.exposeInt('bytes', { description: 'Its size in bytes (字节数).' }),
    mediaType: t.exposeString('mediaType', { description: 'Media type told from its content (媒体类型).' }),
    encoding: t.exposeString('encoding', {
      nullable: true,
      description:
        'Character encoding it was decoded with, as the WHATWG Encoding Standard names it (字符编码); null for binary formats.',
    }),
    member: t.exposeString('member', {
      nullable: true,
      description:
        'Its path in the archive that was uploaded (压缩包内路径), of which hash, size and link are then; null for a file of its own.',
    }),
    pageUrl: t.expose('pageUrl', {
      type: 'URL',
      nullable: true,
      description:
        'Address of the page on which it was published (原文网址), as its sender says, else as the document prints it; null where neither does.',
    }),
    fetchedAt: t.expose('fetchedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its sender fetched it from there (采集时间); null where nobody says it.',
    }),
    permalink: t.exposeString('permalink', {
      nullable: true,
      description:
        'Path of the address at which the API of its province always leads to these bytes, named by their hash (永久地址); null for work plans.',
    }),
    bucket: t.exposeString('bucket', { description: 'Bucket that holds the object (存储桶).' }),
    key: t.exposeString('key', { description: 'Key of the object in the bucket (对象键).' }),
    url: t.field({
      type: 'URL',
      nullable: true,
      complexity: call,
      description:
        'A link to the object that anyone may follow for a quarter of an hour (原文链接); null where the API has no access to it.',
      resolve: async ({ bucket, key, versionId }, _args, { originals }) =>
        originals === null ? null : (await originals.linkTo({ bucket, key, versionId })).url,
    }),
    versionId: t.exposeString('versionId', {
      nullable: true,
      description: 'Version of the object (对象版本); null where the bucket kept none.',
    }),
  }),
});
