import { type CellKind, FormId, type FormTable, type TableKey } from '../law/forms/form.ts';
import { formById } from '../law/forms/forms.ts';
import { metricFormula } from '../law/metrics/metric.ts';
import type { Metric } from '../law/metrics/metrics.ts';
import { type MetricKey, metrics } from '../law/metrics/metrics.ts';
import { type SectionKey, sectionNames } from '../law/vocabulary/sections.ts';
import type { AgencyLevel } from '../record/agency.ts';
import type { CellState } from '../record/cell.ts';
import type { Cause, Severity } from '../record/finding.ts';
import type { Kind, Outcome } from '../record/report.ts';
import type { ReviewDecision } from '../record/review.ts';
import type { Scope, ScopeBasis } from '../record/scope.ts';
import { builder } from './builder.ts';

export const AgencyLevelEnum = builder.enumType('AgencyLevel', {
  description: 'Level of the division an agency belongs to (行政层级; Constitution, art. 30).',
  values: {
    central: { value: 'central', description: "The State Council's own organs (中央)." },
    province: {
      value: 'province',
      description: 'Province, autonomous region or municipality directly under the central government (省级).',
    },
    prefecture: {
      value: 'prefecture',
      description: 'Prefecture-level city, autonomous prefecture, league or district of a municipality (地级).',
    },
    county: { value: 'county', description: 'County, county-level city, banner or district of a city (县级).' },
    township: { value: 'township', description: 'Township, town or subdistrict (乡级).' },
  } as const satisfies Record<AgencyLevel, unknown>,
});

export const ScopeEnum = builder.enumType('Scope', {
  description: 'Whose figures something gives (统计范围).',
  values: {
    organ: { value: 'organ', description: 'Those of the organ that reports alone (本机关).' },
    ownLevel: {
      value: 'ownLevel',
      description: 'Those of a government and its departments, without the levels below (本级).',
    },
    territory: {
      value: 'territory',
      description: 'Those of a whole area or system, the levels below it too (全市、全县、全系统).',
    },
    unknown: { value: 'unknown', description: 'Nothing tells it, or what does disagrees (未知).' },
  } as const satisfies Record<Scope, unknown>,
});

export const ScopeBasisEnum = builder.enumType('ScopeBasis', {
  description: 'What told a scope (统计范围的依据).',
  values: {
    title: { value: 'title', description: 'The title (标题).' },
    statement: { value: 'statement', description: "A statement on the report's or its tables' figures (数据说明)." },
    label: { value: 'label', description: 'A label beside a heading or table (标注).' },
    sentence: {
      value: 'sentence',
      description: 'A sentence: its own figure, or one of the table that it gives as that of this scope (正文语句).',
    },
    law: {
      value: 'law',
      description:
        'No words: departments report on themselves by law (法律规定: Regulations 2019, art. 49; 2008, art. 31).',
    },
  } as const satisfies Record<ScopeBasis, unknown>,
});

const edition = (value: FormId) => {
  const { name, source } = formById(value);
  return { value, description: `${name.en} (${name.zh}): ${source.en} (${source.zh}).` };
};

export const FormIdEnum = builder.enumType('FormId', {
  description:
    "Edition of the statutory form (报告格式版本), named for the first report year it was issued for. Told from the tables' own words, never from the year.",
  // The keys of this object are made of the options of `FormId`, which the type of `Object.fromEntries` cannot say.
  values: Object.fromEntries(FormId.options.map((id) => [`FORM_${id}`, edition(id)])) as {
    [Id in FormId as `FORM_${Id}`]: { value: Id; description: string };
  },
});

const section = <Key extends SectionKey>(value: Key) => ({
  value,
  description: `${sectionNames[value].en} (${sectionNames[value].zh}).`,
});

const sections = {
  overview: section('overview'),
  proactiveDisclosure: section('proactiveDisclosure'),
  keyAreas: section('keyAreas'),
  applications: section('applications'),
  fees: section('fees'),
  reviewAndLitigation: section('reviewAndLitigation'),
  proposals: section('proposals'),
  interaction: section('interaction'),
  organization: section('organization'),
  problemsAndImprovements: section('problemsAndImprovements'),
  other: section('other'),
  statistics: section('statistics'),
  unclassified: section('unclassified'),
} as const satisfies Record<SectionKey, unknown>;

export const SectionKeyEnum = builder.enumType('SectionKey', {
  description:
    'What a section is about (章节主题). Forms 2019 and 2021 prescribe six; form 2008 leaves the headings free and the nearest of these is given.',
  values: sections,
});

export const TableKeyEnum = builder.enumType('TableKey', {
  description: 'The statutory tables of forms 2019 and 2021 (法定表格).',
  values: {
    proactiveDisclosure: {
      value: 'proactiveDisclosure',
      description: 'Table 二, proactive disclosure by the items of art. 20 of the Regulations (主动公开政府信息情况).',
    },
    applications: {
      value: 'applications',
      description:
        'Table 三, applications received and handled, by applicant and result (收到和处理政府信息公开申请情况).',
    },
    reviewAndLitigation: {
      value: 'reviewAndLitigation',
      description: 'Table 四, administrative reconsideration and litigation by result (行政复议、行政诉讼情况).',
    },
  } as const satisfies Record<TableKey, unknown>,
});

export const TableLayoutEnum = builder.enumType('TableLayout', {
  description: 'How a table is printed (版式).',
  values: {
    down: { value: 'down', description: 'One printed row for each row of the form (逐行).' },
    across: {
      value: 'across',
      description: 'All rows side by side in one printed row of figures, as table 四 (并列).',
    },
  } as const satisfies Record<FormTable['layout'], unknown>,
});

const kinds = {
  annualReport: {
    value: 'annual-report',
    description:
      'Annual report on open government information (政府信息公开工作年度报告; Regulations 2019, art. 49 and 50).',
  },
  workPlan: {
    value: 'work-plan',
    description: 'What an office tells others to disclose, who answers for it and until when (政务公开工作要点).',
  },
  unrecognised: { value: 'unrecognised', description: 'Neither of them (未识别).' },
} as const satisfies Record<string, { value: Kind; description: string }>;

export const KindEnum = builder.enumType('Kind', { description: 'Kind of a document (文件类型).', values: kinds });

export const OutcomeEnum = builder.enumType('Outcome', {
  description: 'How the reading of a document ended (处理结果).',
  values: {
    published: { value: 'published', description: 'Served without an error finding (已发布).' },
    held: { value: 'held', description: 'Served as printed, together with its error findings (存疑).' },
    rejected: {
      value: 'rejected',
      description: 'No report in it, or none that can be filed under an agency and year; the reasons say why (退回).',
    },
  } as const satisfies Record<Outcome, unknown>,
});

export const SeverityEnum = builder.enumType('Severity', {
  description: 'How grave a finding is (严重程度).',
  values: {
    error: {
      value: 'error',
      description: 'A relation of the form does not hold; the report is served as held (错误).',
    },
    warning: { value: 'warning', description: 'Worth a look; does not hold the report (警告).' },
    info: { value: 'info', description: 'A remark on how something was read (提示).' },
  } as const satisfies Record<Severity, unknown>,
});

const causes = {
  source: { value: 'source', description: "The document's own error, stored as printed (原文有误)." },
  suspectedParse: { value: 'suspected-parse', description: 'We may have misread the document (疑似识读有误).' },
} as const satisfies Record<string, { value: Cause; description: string }>;

export const CauseEnum = builder.enumType('Cause', {
  description: 'Whose doubt a finding is (疑点来源).',
  values: causes,
});

export const ReviewDecisionEnum = builder.enumType('ReviewDecision', {
  description: 'What a person decided of a finding (复核结论).',
  values: {
    confirmed: { value: 'confirmed', description: 'The document is wrong as the finding says (确认).' },
    dismissed: { value: 'dismissed', description: 'The finding is not to be counted against it (排除).' },
  } as const satisfies Record<ReviewDecision, unknown>,
});

export const CellKindEnum = builder.enumType('CellKind', {
  description: 'What a printed figure means (数值类型).',
  values: {
    count: { value: 'count', description: 'A number of things (数量).' },
    change: { value: 'change', description: 'A signed change against last year; 减12 is -12 (增减).' },
    amount: { value: 'amount', description: 'An amount of money in yuan (金额,元).' },
  } as const satisfies Record<CellKind, unknown>,
});

export const CellStateEnum = builder.enumType('CellState', {
  description: 'What kind of thing stands in a cell (单元格状态). A blank is not a zero.',
  values: {
    number: { value: 'number', description: 'A figure is printed (数字).' },
    blank: { value: 'blank', description: 'Nothing is printed (空白).' },
    notApplicable: {
      value: 'notApplicable',
      description: 'A mark for "does not apply" is printed, such as / or 无 (不适用).',
    },
    unreadable: { value: 'unreadable', description: "Something else stands in a number's place (无法识读)." },
    inferred: {
      value: 'inferred',
      description:
        'Not printed readably, but the relations of the form leave exactly one value; a finding gives the reasoning (推断).',
    },
  } as const satisfies Record<CellState, unknown>,
});

const keyValue = (metric: Metric) => ({
  value: metric.key,
  description: `${metric.name.en} (${metric.name.zh}); unit ${metric.unit}: ${metricFormula(metric)}.`,
});

export const MetricKeyEnum = builder.enumType('MetricKey', {
  description: 'A derived measure (衍生指标). metrics gives each with its formula and the forms it exists in.',
  // The keys of this object are those of the measures, which the type of `Object.fromEntries` cannot say.
  values: Object.fromEntries(metrics.map((metric) => [metric.key, keyValue(metric)])) as {
    [Key in MetricKey]: { value: Key; description: string };
  },
});
