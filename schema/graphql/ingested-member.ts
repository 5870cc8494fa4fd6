import { builder } from './builder.ts';
import { OutcomeEnum } from './outcome.ts';

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
