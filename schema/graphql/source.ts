import { builder } from './builder.ts';
import { call } from './prices.ts';

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
    bucket: t.exposeString('bucket', { description: 'Bucket that holds the object (存储桶).' }),
    key: t.exposeString('key', { description: 'Key of the object in the bucket (对象键).' }),
    url: t.string({
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
