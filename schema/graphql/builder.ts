import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import type { Form, FormBlock, FormColumn, FormRow, FormSection, FormTable } from '../law/forms/form.ts';
import type { ExceededWhole, Ranked } from '../law/metrics/aggregate.ts';
import type { Basis, BasisFigure } from '../law/metrics/basis.ts';
import type { Cover } from '../law/metrics/cover.ts';
import type { Gap, GapCode } from '../law/metrics/measure.ts';
import type { Break, Per } from '../law/metrics/metric.ts';
import type { Metric } from '../law/metrics/metrics.ts';
import type { Point } from '../law/metrics/series.ts';
import type { OrganKind } from '../law/vocabulary/organ-kinds.ts';
import type { Bilingual } from '../record/bilingual.ts';
import type { CalendarState } from '../record/calendar.ts';
import type { PageBox, Place } from '../record/cell.ts';
import type { Checks, ChecksNotMade } from '../record/checks.ts';
import type { Comparison } from '../record/comparison.ts';
import type { Denominator, DenominatorSource } from '../record/denominator.ts';
import type { CellChange, FactChange, PrintedFigure, SectionChange } from '../record/difference.ts';
import type { Finding } from '../record/finding.ts';
import type { IngestedMember, IngestedRecord, Ingestion } from '../record/ingestion.ts';
import type { PreparedUpload } from '../record/originals.ts';
import type { Reason } from '../record/reason.ts';
import type { Release, ReleasedFile } from '../record/release.ts';
import type { Indicator } from '../record/report.ts';
import type { Review } from '../record/review.ts';
import type { RuleDescription } from '../record/rule.ts';
import type { Scope, ToldScope } from '../record/scope.ts';
import type {
  FoundSentence,
  FoundText,
  FoundTexts,
  ReusedSentence,
  TextQuery,
  TextReuse,
} from '../record/text-search.ts';
import type { UndecidedUpload } from '../record/undecided.ts';
import type { VersionHead } from '../record/version-head.ts';
import type { ForwardedDocument, PlanItem, Responsibility, Target, Task } from '../record/work-plan.ts';
import type {
  AgencyNode,
  AgencyYearNode,
  AggregateNode,
  CalendarNode,
  ComparisonNode,
  CoverageNode,
  CoverNode,
  DivisionNode,
  ProvinceNode,
  SumRefusalNode,
} from './agency-nodes.ts';
import type { GraphqlContext } from './context.ts';
import type {
  CellNode,
  DifferenceNode,
  RowNode,
  SectionNode,
  SourceNode,
  StatisticNode,
  StatutorySectionNode,
} from './record-nodes.ts';

/** A text that was found, with what was searched for. */
interface FoundTextNode extends FoundText {
  readonly query: TextQuery;
}

interface MetricSeriesNode {
  readonly agency: AgencyNode;
  readonly metric: Metric;
  readonly points: readonly Point[];
}

/** What stands behind each GraphQL type when its fields are resolved. Types refer to each other by name, so no file imports another's type. */
interface Objects {
  Agency: AgencyNode;
  AgencyYear: AgencyYearNode;
  Aggregate: AggregateNode;
  ApplicationsSection: StatutorySectionNode;
  ArchiveMember: NonNullable<Ingestion['member']>;
  Bilingual: Bilingual;
  Cell: CellNode;
  CellChange: CellChange;
  ComparedReport: Comparison['before'];
  Checks: Checks;
  ChecksNotMade: ChecksNotMade;
  Cover: CoverNode;
  Coverage: CoverageNode;
  LeftOutReport: Cover['leftOut'][number];
  ExceededWhole: ExceededWhole;
  SumRefusal: SumRefusalNode;
  ScopeCount: { readonly scope: Scope; readonly count: number };
  Denominator: Denominator;
  DenominatorSource: DenominatorSource;
  Division: DivisionNode;
  FactChange: FactChange;
  FindingCounts: VersionHead['findings'];
  Finding: Finding;
  Form: Form;
  FormBlock: FormBlock;
  FormField: PreparedUpload['fields'][number];
  FormColumn: FormColumn;
  FormRow: FormRow;
  FormSection: FormSection;
  FormTable: FormTable;
  FormYears: Form['years'];
  ForwardedDocument: ForwardedDocument;
  FoundSentence: FoundSentence;
  FoundText: FoundTextNode;
  FoundWords: FoundSentence['words'][number];
  FoundFinding: {
    readonly finding: Finding;
    readonly report: VersionHead;
    readonly other: Comparison['before'] | null;
  };
  FoundTask: { readonly task: Task; readonly plan: VersionHead; readonly dueOn: readonly string[] };
  AgencyCalendar: CalendarNode;
  UndecidedUpload: UndecidedUpload;
  CalendarCount: { readonly state: CalendarState; readonly count: number };
  GapCount: { readonly code: GapCode; readonly count: number };
  Indicator: Indicator;
  OrganKind: OrganKind;
  IngestedMember: IngestedMember;
  IngestedRecord: IngestedRecord;
  Ingestion: Ingestion;
  Metric: Metric;
  MetricBreak: Break;
  MetricBasis: Basis;
  MetricGap: Gap & { readonly message: Bilingual };
  MetricOperand: BasisFigure & { readonly head: VersionHead };
  MetricPer: Per;
  MetricPoint: Point;
  MetricSeries: MetricSeriesNode;
  NarrativeSection: SectionNode;
  PageBox: PageBox;
  Place: Place;
  PlanItem: PlanItem;
  PrintedFigure: PrintedFigure;
  ProactiveDisclosureSection: StatutorySectionNode;
  Province: ProvinceNode;
  RankedReport: Ranked;
  Reason: Reason;
  Release: Release;
  ReleasedFile: ReleasedFile & { readonly release: string };
  Report: VersionHead;
  Responsibility: Responsibility;
  Review: Review;
  ReviewAndLitigationSection: StatutorySectionNode;
  Rule: RuleDescription;
  SectionChange: SectionChange;
  Source: SourceNode;
  Statistic: StatisticNode;
  ToldScope: ToldScope;
  TableRow: RowNode;
  RepeatedSentence: ReusedSentence;
  SearchCoverage: FoundTexts;
  TextReuse: TextReuse;
  Target: Target;
  Task: Task;
  Upload: PreparedUpload & { readonly maxBytes: number };
  VersionDifference: DifferenceNode;
  WorkPlan: VersionHead;
  YearComparison: ComparisonNode;
}

interface Interfaces {
  Node: object;
  Document: VersionHead;
  Section: SectionNode;
  StatutorySection: StatutorySectionNode;
}

/** The one builder that every type of the API is added to; `schema.ts` makes the schema of it. */
export const builder = new SchemaBuilder<{
  /** `found` is of a list that a search made. */
  Connection: { totalCount: () => Promise<number>; readonly found?: FoundTexts };
  Context: GraphqlContext;
  DefaultEdgesNullability: false;
  DefaultFieldNullability: false;
  Interfaces: Interfaces;
  Objects: Objects;
  Scalars: {
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    ID: { Input: string; Output: string };
    URL: { Input: string; Output: string };
  };
}>({
  plugins: [ComplexityPlugin, RelayPlugin],
  defaultFieldNullability: false,
  // Prices are read from the schema and enforced before execution (functions/graphql), not field by field.
  complexity: { disabled: true, defaultComplexity: 1 },
  relay: {
    edgesFieldOptions: {
      nullable: false,
      complexity: { field: 1, multiplier: 1 },
      description: 'The items, each with its cursor (带游标的条目).',
    },
    nodesOnConnection: { complexity: { field: 1, multiplier: 1 }, description: 'The items alone (条目).' },
    nodeFieldOptions: { nullable: false, description: 'The item (条目).' },
    cursorFieldOptions: { description: 'Opaque place of the item in the list; pass it as `after` (游标).' },
    pageInfoFieldOptions: { description: 'Where the page stands in the list (分页信息).' },
    pageInfoTypeOptions: { description: 'Where a page stands in its list (分页信息).' },
    hasNextPageFieldOptions: { description: 'Whether the list goes on after this page (是否有下一页).' },
    hasPreviousPageFieldOptions: {
      description: 'Whether items stand before this page (是否有上一页).',
    },
    startCursorFieldOptions: { description: 'Cursor of the first item; null on an empty page (首项游标).' },
    endCursorFieldOptions: { description: 'Cursor of the last item; null on an empty page (末项游标).' },
  },
});

/** What makes the fields of an input: for fields that several inputs have. */
export type InputFields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;
