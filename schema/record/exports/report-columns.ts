import type { Column } from './column.ts';
import type { Exported } from './exported.ts';

/** What every line says of the report it is from. The names are those of the API. */
export const reportColumns: readonly Column<Exported>[] = [
  {
    ...{ name: 'agencyId', type: 'string', required: true },
    title: { zh: '机关标识', en: 'Agency id' },
    field: ({ head }) => head.agencyId,
  },
  {
    ...{ name: 'agencyName', type: 'string', required: true },
    title: { zh: '机关名称', en: 'Name of the agency' },
    field: ({ head }) => head.agencyName,
  },
  {
    ...{ name: 'divisionCode', type: 'string', required: false },
    title: { zh: '行政区划代码', en: 'Division code' },
    note: {
      zh: 'GB/T 2260；文件未说明时为空。',
      en: 'GB/T 2260; empty where the document does not say enough to tell.',
    },
    field: ({ head }) => head.divisionCode,
  },
  {
    ...{ name: 'level', type: 'string', required: false },
    title: { zh: '机关层级', en: 'Level of the agency' },
    note: {
      zh: 'central、province、prefecture、county 或 township。',
      en: 'central, province, prefecture, county or township.',
    },
    field: ({ head }) => head.level,
  },
  {
    ...{ name: 'reportScope', type: 'string', required: true },
    title: { zh: '报告统计范围', en: 'Whose figures the report gives' },
    note: {
      zh: 'organ 本机关；ownLevel 本级；territory 全辖区（含下级）；unknown 未知。范围互相包含的报告不可相加。',
      en: 'organ, ownLevel (without the levels below), territory (with them) or unknown. A whole and its parts do not add up.',
    },
    field: ({ record }) => record.scopes?.report.scope ?? 'unknown',
  },
  {
    ...{ name: 'year', type: 'year', required: true },
    title: { zh: '报告年度', en: 'Year that is reported on' },
    field: ({ head }) => head.year,
  },
  {
    ...{ name: 'outcome', type: 'string', required: true },
    title: { zh: '处理结果', en: 'Outcome' },
    note: {
      zh: 'published 已发布；held 有严重疑点。',
      en: 'published, or held: shown with doubts of severity error.',
    },
    field: ({ head }) => head.outcome,
  },
  {
    ...{ name: 'version', type: 'string', required: true },
    title: { zh: '记录版本', en: 'Version of the record' },
    note: { zh: '相同文件与解析器得到相同版本。', en: 'The same file and parser give the same version.' },
    field: ({ head }) => head.version,
  },
  {
    ...{ name: 'pageUrl', type: 'string', required: false },
    title: { zh: '原文网址', en: 'Address of the page on which it was published' },
    note: { zh: '上传者说明，或文件所印。', en: 'As its sender says, else as the document prints it.' },
    field: ({ head }) => head.pageUrl ?? null,
  },
];
