import type { Finding, Severity } from '../record/finding.ts';
import {
  currentFindingSources,
  type FindingFilter,
  type FindingSources,
  findingPage,
  matchingFindings,
} from '../record/lists/finding-list.ts';
import { agencyId, checkAgency } from './agency.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { AgencyLevelEnum, CauseEnum, FormIdEnum, ScopeEnum, SeverityEnum } from './enums.ts';
import { badUserInput } from './errors.ts';
import { mostYearsAsked, ofYears, readKind, readPlace, readScope } from './filters.ts';
import { loadRecord } from './load-record.ts';
import { findingId } from './loaders.ts';
import { pageArgs, priceOfPage, readPage, toConnection, totalCountField } from './pages.ts';
import { call, typical } from './prices.ts';

builder.objectType('Finding', {
  interfaces: ['Node'],
  description: 'A doubt about printed values (疑点). It stands beside them and never changes one.',
  fields: (t) => ({
    id: t.id({
      description:
        'Opaque id, by which reviewFinding names it: the same as long as the figures it is about are (疑点标识). What two reports say of each other has one for each of their years.',
      resolve: (finding, _args, { subjects }) => findingId(subjects.get(finding)),
    }),
    review: t.field({
      type: 'Review',
      nullable: true,
      description:
        'What a person decided of it (复核); null where nobody has, or since a figure it is about has changed.',
      resolve: (finding, _args, { subjects, reviews }) => reviews.load(subjects.get(finding)),
    }),
    rule: t.exposeString('rule', { description: 'Id of the rule that found it, see rules (规则).' }),
    severity: t.expose('severity', { type: SeverityEnum, description: 'How grave it is (严重程度).' }),
    cells: t.exposeStringList('cells', {
      complexity: { field: typical.strings },
      description:
        'Paths of the cells and figures it is about: applications.processed.total, statistics.一/(一), indicators.applications.received (涉及单元格).',
    }),
    expected: t.exposeFloat('expected', {
      nullable: true,
      description:
        'What the other operands of the relation amount to, in the unit of the cells (应为); null where no number is expected.',
    }),
    actual: t.exposeFloat('actual', {
      nullable: true,
      description: 'What is printed, in the unit of the cells (实为); null where no number is printed.',
    }),
    message: t.expose('message', { type: 'Bilingual', description: 'The finding in words (说明).' }),
    cause: t.expose('cause', {
      type: CauseEnum,
      description: "Whether the doubt is the document's or ours (疑点来源).",
    }),
    evidence: t.field({
      type: 'Bilingual',
      nullable: true,
      description:
        'What speaks for the cause: what the neighbouring relations say, or the sentence that was read (依据); null where nothing does.',
      resolve: ({ evidence }) => evidence ?? null,
    }),
  }),
});

builder.objectType('FindingCounts', {
  description: 'How many findings a record has, by severity (疑点数量).',
  fields: (t) => ({
    error: t.exposeInt('error', { description: 'Findings of severity error (错误数).' }),
    warning: t.exposeInt('warning', { description: 'Findings of severity warning (警告数).' }),
    info: t.exposeInt('info', { description: 'Findings of severity info (提示数).' }),
  }),
});

/** Findings of one severity, or all. */
export function ofSeverity(findings: readonly Finding[], severity: Severity | null | undefined): readonly Finding[] {
  return severity == null ? findings : findings.filter((finding) => finding.severity === severity);
}

builder.objectType('ComparedReport', {
  description:
    'The other of two reports of one agency (对照的报告): of the year before, or another document of the same year.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'Its year (年度).' }),
    version: t.exposeID('version', { description: 'Its version, as Report.version names it (版本).' }),
  }),
});

builder.objectType('FoundFinding', {
  description: 'A finding in a list, with the report it is about (疑点及所在报告).',
  fields: (t) => ({
    finding: t.expose('finding', { type: 'Finding', description: 'The finding (疑点).' }),
    report: t.expose('report', {
      type: 'Report',
      description:
        'The report whose finding it is; of what two reports say of each other the later, or the one that is shown (年度报告).',
    }),
    other: t.expose('other', {
      type: 'ComparedReport',
      nullable: true,
      description: 'The other report, where the finding is about two (对照的报告); null where it is about one.',
    }),
  }),
});

const FindingConnection = builder.connectionObject(
  {
    type: 'FoundFinding',
    name: 'FindingConnection',
    description: 'A page of findings (疑点列表页).',
    fields: totalCountField,
  },
  { name: 'FindingEdge', description: 'A finding and its place in the list (疑点及其位置).' },
);

const FindingFilterInput = builder.inputType('FindingFilter', {
  description: 'Which findings; every condition given must hold (疑点筛选条件).',
  fields: (t) => ({
    year: t.int({ description: 'Of reports on this year. Absent: of every year.' }),
    years: t.intList({ description: `Of one of these years, at most ${mostYearsAsked}.` }),
    agencyId: t.id({ description: 'Of reports of this agency.' }),
    division: t.string({ description: 'Prefix of a division code that ends at a level: 51, 5110 or 511000.' }),
    divisions: t.stringList({ description: 'In one of these divisions, at most 100.' }),
    level: t.field({ type: AgencyLevelEnum, description: 'Of reports of agencies of this level.' }),
    levels: t.field({ type: [AgencyLevelEnum], description: 'Of reports of agencies of one of these levels.' }),
    type: t.string({ description: 'Of reports of this kind of organ, by its key: education (机关类型).' }),
    types: t.stringList({
      description: 'Of reports of agencies of one of these kinds of organ, by their keys, at most 100.',
    }),
    scope: t.field({
      type: ScopeEnum,
      description: 'Of reports that give the figures of these as a whole (统计范围).',
    }),
    scopes: t.field({ type: [ScopeEnum], description: 'Of reports of one of these scopes.' }),
    rule: t.string({ description: 'Of this rule, one of rules.' }),
    severity: t.field({ type: SeverityEnum, description: 'Of this severity.' }),
    superseded: t.boolean({
      description:
        'true: also of documents of a year that another was read better than or came after. Only with agencyId. Absent: of current reports.',
    }),
  }),
});

type FilterArg = typeof FindingFilterInput.$inferInput | null | undefined;

const readFilter = (filter: FilterArg, context: GraphqlContext): FindingFilter => ({
  ...ofYears(filter),
  ...(filter?.agencyId == null ? {} : { agencyId: agencyId(filter.agencyId) }),
  ...readPlace(filter),
  ...readKind(filter),
  ...readScope(filter ?? {}),
  ...(filter?.rule == null ? {} : { rule: knownRule(filter.rule, context) }),
  ...(filter?.severity == null ? {} : { severity: filter.severity }),
  ...(filter?.superseded ? { superseded: true } : {}),
});

/** Every document of an agency's annual reports, of one year or of all. Throws BAD_USER_INPUT where no agency is asked for. */
async function supersededToo(
  { agencyId: id, years: asked }: FindingFilter,
  context: GraphqlContext,
): Promise<FindingSources> {
  if (id === undefined) throw badUserInput('superseded needs agencyId.', 'superseded');
  const { heads = [], comparisons = [] } = (await context.agencies.load(id)) ?? {};
  const years = heads.filter((head) => head.kind === 'annual-report' && (asked?.includes(head.year) ?? true));
  return { reports: (await Promise.all(years.map((head) => context.versions.load(head)))).flat(), comparisons };
}

builder.queryField('findings', (t) =>
  t.field({
    type: FindingConnection,
    args: { filter: t.arg({ type: FindingFilterInput, description: 'Which findings. Absent: all.' }), ...pageArgs },
    complexity: ({ filter, ...page }) => {
      const price = priceOfPage(page);
      return { ...price, field: price.field + (filter?.superseded ? call * typical.years : 0) };
    },
    description:
      'Findings of annual reports by division, agency and year, and with each report what it says of the year before and of other documents of its own (疑点列表).',
    resolve: async (_root, { filter: arg, ...args }, context, info) => {
      const [filter, request] = [readFilter(arg, context), readPage(args)];
      const sources = filter.superseded ? supersededToo(filter, context) : currentFindingSources(context.lists, filter);
      const page = findingPage(await sources, filter, request);
      if (page.items.length === 0) await checkAgency(filter.agencyId, context);
      const items = await Promise.all(
        page.items.map(async ({ head, comparison, index }) => {
          const findings =
            comparison === null
              ? matchingFindings((await loadRecord(head, context, info)).findings, filter)
              : context.subjects.ofComparison(comparison, head.year);
          const finding = findings[index];
          if (finding === undefined) throw new Error(`finding ${index} of ${head.version} is not in its record`);
          return { finding, report: head, other: comparison?.before ?? null };
        }),
      );
      return toConnection({ ...page, items });
    },
  }),
);

builder.objectType('Rule', {
  interfaces: ['Node'],
  description: 'A relation that printed values must satisfy (勾稽关系与校验规则).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stable name, as findings give it: applications.column-balance (规则标识).' }),
    title: t.expose('title', { type: 'Bilingual', description: 'The rule in words (规则名称).' }),
    severity: t.expose('severity', {
      type: SeverityEnum,
      description: 'Severity of its findings, unless one says otherwise (严重程度).',
    }),
    source: t.expose('source', {
      type: 'Bilingual',
      description: 'The form or article the relation comes from (依据).',
    }),
    forms: t.field({
      type: [FormIdEnum],
      complexity: 1,
      description: 'Forms whose reports it is checked on (适用版式).',
      resolve: ({ forms }) => forms,
    }),
  }),
});

builder.queryField('rules', (t) =>
  t.field({
    type: ['Rule'],
    description: 'Every rule that records are checked against (校验规则).',
    resolve: (_root, _args, { rules }) => rules,
  }),
);

/** The id of a rule, as a filter names it. Throws BAD_USER_INPUT for one that no record is checked against. */
export function knownRule(id: string, { rules }: Pick<GraphqlContext, 'rules'>): string {
  if (!rules.some((rule) => rule.id === id)) throw badUserInput('rule is none of the rules, see rules { id }.', 'rule');
  return id;
}

builder.objectType('ChecksNotMade', {
  description: 'Checks of one rule that could not be made (未能进行的校验).',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'Id of the rule, see rules (规则).' }),
    count: t.exposeInt('count', { description: 'How many of its checks (数量).' }),
    why: t.expose('why', { type: 'Bilingual', description: 'Why the first of them could not be made (原因).' }),
  }),
});

builder.objectType('Checks', {
  description: 'How much of a record was checked: 142 of 150 checks could be made (校验覆盖情况).',
  fields: (t) => ({
    made: t.exposeInt('made', { description: 'Relations that could be evaluated (已校验).' }),
    possible: t.exposeInt('possible', { description: 'Relations that the rules look at in this report (应校验).' }),
    passed: t.exposeInt('passed', { description: 'Relations that hold (通过).' }),
    notMade: t.field({
      type: ['ChecksNotMade'],
      complexity: { field: 1, multiplier: typical.strings },
      description: 'What could not be evaluated, by rule (未能校验).',
      resolve: ({ notMade }) => notMade,
    }),
  }),
});

builder.objectType('Reason', {
  description: 'Why a document was rejected (退回原因): what happened and what its sender can do.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable name of the reason, such as no-report (原因代码).' }),
    message: t.field({
      type: 'Bilingual',
      description: 'The reason in words (说明).',
      resolve: ({ message }) => message,
    }),
    detail: t.exposeString('detail', {
      nullable: true,
      description: 'What of the document it speaks of, such as the link of attachment-only (具体内容).',
    }),
  }),
});

builder.objectType('Bilingual', {
  description: 'The same words for a Chinese and an English reader (中英文).',
  fields: (t) => ({
    zh: t.exposeString('zh', { description: 'In Chinese (中文).' }),
    en: t.exposeString('en', { description: 'In English (英文).' }),
  }),
});
