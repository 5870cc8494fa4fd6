import { type Release, releasePath } from '../record/release.ts';
import { builder } from './builder.ts';
import { call, typical } from './prices.ts';

builder.objectType('Release', {
  description:
    'A frozen panel (发布): files of one moment that never change, made once under its name. docs/panel.md tells what is in them.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name: 2026-01 (名称).' }),
    created: t.field({
      type: 'DateTime',
      description: 'When it was made (制作时间).',
      resolve: ({ created }) => created,
    }),
    publisher: t.exposeString('publisher', { description: 'Who published it (发布者).' }),
    version: t.exposeString('version', { description: 'Digest of the records it is made of (数据摘要).' }),
    reports: t.exposeInt('reports', { description: 'Reports in it (报告数).' }),
    agencies: t.exposeInt('agencies', { description: 'Agencies whose reports they are (机关数).' }),
    years: t.intList({
      complexity: { field: typical.years },
      description: 'Years that they are on, oldest first (年度).',
      resolve: ({ reportYears }: Release) => reportYears,
    }),
    places: t.exposeStringList('places', {
      complexity: { field: typical.strings },
      description: 'Divisions that it was made of, by two, four or six digits; empty for all (行政区划).',
    }),
    citation: t.exposeString('citation', { description: 'How to cite it (引用格式).' }),
    files: t.field({
      type: ['ReleasedFile'],
      complexity: { field: 1, multiplier: typical.changes },
      description: 'Its files (文件).',
      resolve: ({ name, files }) => files.map((file) => ({ ...file, release: name })),
    }),
  }),
});

builder.objectType('ReleasedFile', {
  description: 'A file of a release (发布的文件).',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Its name (文件名).' }),
    mediaType: t.exposeString('mediaType', { description: 'Its media type (媒体类型).' }),
    bytes: t.exposeFloat('bytes', { description: 'Its size, in bytes as unit (字节数).' }),
    sha256: t.exposeString('sha256', { description: 'Its SHA-256, in hexadecimal digits (哈希).' }),
    permalink: t.string({
      description: "A path of the API's own address that always leads to it (永久地址).",
      resolve: ({ release, path }) => releasePath(release, path),
    }),
  }),
});

builder.queryField('releases', (t) =>
  t.field({
    type: ['Release'],
    nullable: true,
    complexity: { field: call, multiplier: typical.years },
    description:
      'Releases of the stack, newest first (发布); null where the API has no bucket of its own, as that of the nation.',
    resolve: (_root, _args, { releases }) => releases?.list() ?? null,
  }),
);
