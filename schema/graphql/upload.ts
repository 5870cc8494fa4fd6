import { z } from 'zod';
import { uploadTypes } from '../record/media-types.ts';
import type { UploadRequest } from '../record/originals.ts';
import { builder } from './builder.ts';
import { apiError, badUserInput } from './errors.ts';
import { askAfterMilliseconds } from './ingestion.ts';
import { originalsOf, signedIn } from './permissions.ts';
import { call } from './prices.ts';

/** Bytes of the largest document that is read. */
const mostBytes = 50 * 1024 * 1024;

/** A file name as S3 and a file system take it: no folders, no control characters. */
const FileName = z.string().regex(/^[^/\\\p{Cc}]{1,150}$/u);
const Day = z.iso.date();
const Address = z.url({ protocol: /^https?$/ }).max(1_000);
const longestName = 200;

builder.objectType('Upload', {
  description:
    'A form by which one document may be sent straight to the bucket (上传表单): POST the fields in their order, then the file as `file`. The answer of the bucket names the version in `x-amz-version-id`; ingestionOf follows it.',
  fields: (t) => ({
    url: t.expose('url', { type: 'URL', description: 'Where to send the form (地址).' }),
    fields: t.expose('fields', {
      type: ['FormField'],
      description: 'Fields of the form, all of which are needed (字段).',
    }),
    key: t.exposeString('key', { description: 'Key that the object will have (对象键).' }),
    maxBytes: t.exposeInt('maxBytes', { description: 'The file may have so many bytes, as announced (字节数上限).' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when (失效时间).' }),
    askAfterMilliseconds: t.int({
      description:
        'When to ask for the ingestion after the upload, and how often to ask again, in milliseconds (查询间隔).',
      resolve: () => askAfterMilliseconds,
    }),
  }),
});

builder.objectType('FormField', {
  description: 'A field of a form (表单字段).',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name (名称).' }),
    value: t.exposeString('value', { description: 'Its value (值).' }),
  }),
});

const CreateUploadInput = builder.inputType('CreateUploadInput', {
  description: 'The document that is to be uploaded (待上传文件).',
  fields: (t) => ({
    fileName: t.string({ required: true, description: 'Name of the file, without folders.' }),
    mediaType: t.string({
      required: true,
      description:
        'Its media type as the system of its sender names it: of a page, text, PDF, Word, WPS, workbook, OpenDocument or archive; application/octet-stream where it is not known.',
    }),
    bytes: t.int({ required: true, description: `Its size in bytes, at most ${mostBytes}.` }),
    sourceUrl: t.string({ description: 'Where it was published, an http or https address.' }),
    agency: t.string({ description: 'Who published it: a hint where the document does not say.' }),
    publishedOn: t.string({
      description: 'When it was published, an ISO date: a hint where the document does not say.',
    }),
  }),
});

builder.mutationField('createUpload', (t) =>
  t.field({
    type: 'Upload',
    args: { input: t.arg({ type: CreateUploadInput, required: true, description: 'The document.' }) },
    complexity: call,
    description:
      'Prepares the upload of a document (上传文件). Needs credentials. Errors: UNAUTHENTICATED, BAD_USER_INPUT, READ_ONLY.',
    resolve: async (_root, { input }, context) => {
      signedIn(context, 'upload documents');
      const request = readRequest(input);
      return { ...(await originalsOf(context).prepareUpload(request)), maxBytes: request.bytes };
    },
  }),
);

builder.mutationField('reprocess', (t) =>
  t.field({
    type: 'Ingestion',
    args: { ingestionId: t.arg.id({ required: true, description: 'Id of the ingestion.' }) },
    complexity: 2 * call,
    description:
      'Has a document read again by the parser in use (重新处理). Answers the ingestion as it was; its finishedAt tells when it was read again. Needs credentials. Errors: UNAUTHENTICATED, INGESTION_NOT_FOUND, READ_ONLY.',
    resolve: async (_root, { ingestionId }, context) => {
      signedIn(context, 'reprocess documents');
      const originals = originalsOf(context);
      const ingestion = ingestionId === '' ? null : await context.reader.ingestion(ingestionId);
      if (ingestion === null || ingestion.versionId === null) {
        throw apiError('INGESTION_NOT_FOUND', 'No ingestion of a stored object version has this id.');
      }
      await originals.reprocess(ingestion);
      return ingestion;
    },
  }),
);

/** Throws BAD_USER_INPUT. */
function readRequest(input: typeof CreateUploadInput.$inferInput): UploadRequest {
  const { fileName, mediaType, bytes, sourceUrl = null, agency = null, publishedOn = null } = input;
  if (!FileName.safeParse(fileName).success) throw badUserInput('fileName must be a name without folders.', 'fileName');
  if (!uploadTypes.includes(mediaType))
    throw badUserInput(`mediaType must be one of ${uploadTypes.join(', ')}.`, 'mediaType');
  if (bytes < 1 || bytes > mostBytes) throw badUserInput(`bytes must be from 1 to ${mostBytes}.`, 'bytes');
  if (sourceUrl !== null && !Address.safeParse(sourceUrl).success)
    throw badUserInput('sourceUrl is no address.', 'sourceUrl');
  if ((agency ?? '').length > longestName) throw badUserInput('agency is too long a name.', 'agency');
  if (publishedOn !== null && !Day.safeParse(publishedOn).success)
    throw badUserInput('publishedOn must be an ISO date.', 'publishedOn');
  return { fileName, mediaType, bytes, sourceUrl, agency, publishedOn };
}
