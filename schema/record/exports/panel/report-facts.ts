import { FormId } from '../../../law/forms/form.ts';
import { timings } from '../../../law/vocabulary/deadlines.ts';
import { type Division, divisionByCode, divisionParents } from '../../../law/vocabulary/divisions.ts';
import { AgencyLevel } from '../../agency.ts';
import type { Denominators } from '../../denominator.ts';
import { kindKeyOf, typedAgencyOf } from '../../lists/agency-list.ts';
import { originalPath } from '../../original-path.ts';
import { Outcome } from '../../report.ts';
import { Scope } from '../../scope.ts';
import type { VersionHead } from '../../version-head.ts';
import type { Column } from '../column.ts';
import type { Exported } from '../exported.ts';

/** A column of the panel. `path` is where its figure stands in a record; `unit` what it counts. */
export interface PanelColumn<Line> extends Column<Line> {
  readonly path?: string;
  readonly unit?: string;
  /**
   * Of a text that is not one of `values`: the most bytes of UTF-8 it may have, or the text itself as heads tell it, by which files with
   * columns of a fixed width are laid out before a record is read.
   */
  readonly width?: number | ((head: VersionHead, denominators: Denominators) => string | null);
}

type Facts = PanelColumn<Exported>;

/** A text that a head tells. */
function ofHead(
  column: Pick<Facts, 'name' | 'title' | 'note' | 'required'>,
  text: (head: VersionHead) => string | null,
): Facts {
  return { ...column, type: 'string', width: text, field: ({ head }) => text(head) };
}

/** Which report a row is of, in every file of the panel. */
export const identityFacts: readonly Facts[] = [
  ofHead({ name: 'agency_id', required: true, title: { zh: '机关标识', en: 'Agency id' } }, ({ agencyId }) => agencyId),
  ofHead({ name: 'agency', required: true, title: { zh: '机关名称', en: 'Agency' } }, ({ agencyName }) => agencyName),
  {
    ...{ name: 'year', type: 'integer', required: true },
    title: { zh: '报告年度', en: 'Year that is reported on' },
    field: ({ head }) => head.year,
  },
  ofHead(
    {
      ...{ name: 'agency_type', required: true },
      title: { zh: '机关类别', en: 'Kind of organ' },
      note: { zh: '见词汇表；由名称推知。', en: 'Keys of the glossary; told from the name.' },
    },
    (head) => kindKeyOf(typedAgencyOf(head)),
  ),
  {
    ...{ name: 'level', type: 'string', required: false, values: AgencyLevel.options },
    title: { zh: '机关层级', en: 'Level of the agency' },
    field: ({ head }) => head.level,
  },
  ...divisionFacts('prov', 'province', { zh: '省级', en: 'Province' }),
  ...divisionFacts('city', 'prefecture', { zh: '地级', en: 'Prefecture or city' }),
  ...divisionFacts('county', 'county', { zh: '县级', en: 'County or district' }),
];

function divisionFacts(short: string, level: Division['level'], name: Facts['title']): readonly Facts[] {
  const empty = { zh: '不属于或文件未说明时为空。', en: 'Empty where it is in none, or the document does not tell.' };
  const column = (part: 'code' | 'name', title: Facts['title'], note: Facts['title']) =>
    ofHead(
      { name: `${short}_${part}`, required: false, title, note },
      (head) => divisionAt(head, level)?.[part] ?? null,
    );
  return [
    column(
      'code',
      { zh: `${name.zh}区划代码`, en: `${name.en}: code` },
      { zh: `GB/T 2260；${empty.zh}`, en: `GB/T 2260. ${empty.en}` },
    ),
    column('name', { zh: `${name.zh}区划名称`, en: `${name.en}: name` }, empty),
  ];
}

/** The division of a level that an agency is in. */
function divisionAt({ divisionCode, provinceCode }: VersionHead, level: Division['level']): Division | null {
  const code = divisionCode ?? (provinceCode === null ? null : `${provinceCode}0000`);
  const own = code === null ? null : divisionByCode(code);
  return own === null ? null : ([own, ...divisionParents(own)].find((division) => division.level === level) ?? null);
}

/** What is known of a report as a whole. */
export const reportFacts: readonly Facts[] = [
  {
    ...{ name: 'form', type: 'string', required: false, values: FormId.options },
    title: { zh: '格式版本', en: 'Edition of the form' },
    field: ({ head }) => head.form,
  },
  {
    ...{ name: 'scope', type: 'string', required: true, values: Scope.options },
    title: { zh: '报告统计范围', en: 'Whose figures the report gives' },
    note: {
      zh: 'organ 本机关；ownLevel 本级；territory 全辖区；unknown 未知。范围互相包含的报告不可相加。',
      en: 'organ, ownLevel (without the levels below), territory (with them) or unknown. A whole and its parts do not add up.',
    },
    field: ({ head }) => head.scope ?? 'unknown',
  },
  {
    ...{ name: 'outcome', type: 'string', required: true, values: Outcome.options },
    title: { zh: '处理结果', en: 'Outcome' },
    note: { zh: 'held 有严重疑点。', en: 'held: shown with doubts of severity error.' },
    field: ({ head }) => head.outcome,
  },
  {
    ...{ name: 'complete', type: 'boolean', required: true },
    title: { zh: '是否完整', en: 'Whether every cell of the form is accounted for' },
    field: ({ head }) => head.complete,
  },
  {
    ...{ name: 'timing', type: 'string', required: true, values: timings },
    title: { zh: '是否按期', en: 'Whether it was published in time' },
    note: { zh: '依文件所印日期。', en: 'By the dates that documents print.' },
    field: ({ head }) => head.timing ?? 'dateUnknown',
  },
  {
    ...{ name: 'published_on', type: 'date', required: false },
    title: { zh: '公布日期', en: 'Date of publication' },
    field: ({ head }) => head.publishedOn,
  },
  {
    ...{ name: 'arrived_on', type: 'date', required: true },
    title: { zh: '入库日期', en: 'Day on which the document was stored' },
    note: { zh: '世界标准时间。', en: 'UTC.' },
    field: ({ head }) => head.arrival.slice(0, '2021-03-31'.length),
  },
  ofHead({ name: 'title', required: false, title: { zh: '标题', en: 'Title' } }, ({ title }) => title),
  {
    ...{ name: 'checks_possible', type: 'integer', required: true },
    title: { zh: '可核对关系数', en: 'Relations that its form has' },
    field: ({ record }) => record.checks.possible,
  },
  {
    ...{ name: 'checks_passed', type: 'integer', required: true },
    title: { zh: '核对相符数', en: 'Relations that hold' },
    field: ({ record }) => record.checks.passed,
  },
  {
    ...{ name: 'checks_failed', type: 'integer', required: true },
    title: { zh: '核对不符数', en: 'Relations that do not hold' },
    note: { zh: '其余关系缺少数字，未核对。', en: 'Those left could not be checked for want of a figure.' },
    field: ({ record }) => record.checks.made - record.checks.passed,
  },
  {
    ...{ name: 'errors', type: 'integer', required: true },
    title: { zh: '严重疑点数', en: 'Findings of severity error' },
    field: ({ head }) => head.findings.error,
  },
  {
    ...{ name: 'warnings', type: 'integer', required: true },
    title: { zh: '一般疑点数', en: 'Findings of severity warning' },
    field: ({ head }) => head.findings.warning,
  },
  {
    ...{ name: 'rendition', type: 'string', required: true, width: 80 },
    title: { zh: '文件格式', en: 'Format of the document' },
    note: { zh: '同一报告有多个格式时取最佳者。', en: 'Of several copies of a report the best read one.' },
    field: ({ record }) => record.source.mediaType,
  },
  {
    ...{ name: 'sha256', type: 'string', required: true, width: 64 },
    title: { zh: '文件哈希', en: 'SHA-256 of the document' },
    field: ({ record }) => record.source.sha256,
  },
  ofHead(
    {
      ...{ name: 'source_url', required: false },
      title: { zh: '原文网址', en: 'Address of the page on which it was published' },
      note: { zh: '上传者说明，或文件所印；均无则为空。', en: 'As its sender says, else as the document prints it.' },
    },
    ({ pageUrl }) => pageUrl ?? null,
  ),
  ofHead(
    {
      ...{ name: 'fetched_at', required: false },
      title: { zh: '采集时间', en: 'When its sender fetched it from there' },
      note: { zh: '世界标准时间。', en: 'UTC.' },
    },
    ({ fetchedAt }) => fetchedAt ?? null,
  ),
  ofHead(
    {
      ...{ name: 'original', required: false },
      title: { zh: '原始文件永久地址', en: 'Permanent address of the stored document' },
      note: { zh: '接口地址下的路径。', en: "A path of the API's own address." },
    },
    originalPath,
  ),
  ofHead(
    { name: 'version', required: true, title: { zh: '记录版本', en: 'Version of the record' } },
    ({ version }) => version,
  ),
  {
    ...{ name: 'parser_version', type: 'string', required: true, width: 20 },
    title: { zh: '解析器版本', en: 'Version of the parser' },
    field: ({ record }) => record.parser.version,
  },
];
