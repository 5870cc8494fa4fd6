import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import type { Bilingual } from '../bilingual.ts';
import type { Place } from '../cell.ts';
import type { Finding } from '../finding.ts';
import type { Form, FormBlock, FormColumn, FormRow, FormSection, FormTable } from '../forms/form.ts';
import type { IngestedRecord, Ingestion } from '../ingestion.ts';
import type { Reason } from '../reason.ts';
import type { VersionHead } from '../record-store.ts';
import type { Indicator } from '../report.ts';
import type { RuleDescription } from '../rule.ts';

import type { ForwardedDocument, PlanItem, Responsibility, Target, Task } from '../work-plan.ts';
import type { AgencyNode } from './agency-node.ts';
import type { AgencyYearNode } from './agency-year-node.ts';
import type { GraphqlContext } from './context.ts';
import type { DivisionNode } from './division-node.ts';
import type { SectionNode, StatutorySectionNode } from './section-node.ts';
import type { SourceNode } from './source-node.ts';
import type { StatisticNode } from './statistic-node.ts';
import type { CellNode, RowNode } from './table-node.ts';

/** What stands behind each GraphQL type when its fields are resolved. Types refer to each other by name, so no file imports another's type. */
interface Objects {
  Agency: AgencyNode;
  AgencyYear: AgencyYearNode;
  ApplicationsSection: StatutorySectionNode;
  Bilingual: Bilingual;
  Cell: CellNode;
  Division: DivisionNode;
  FindingCounts: VersionHead['findings'];
  Finding: Finding;
  Form: Form;
  FormBlock: FormBlock;
  FormColumn: FormColumn;
  FormRow: FormRow;
  FormSection: FormSection;
  FormTable: FormTable;
  FormYears: Form['years'];
  ForwardedDocument: ForwardedDocument;
  Indicator: Indicator;
  IngestedRecord: IngestedRecord;
  Ingestion: Ingestion;
  NarrativeSection: SectionNode;
  Place: Place;
  PlanItem: PlanItem;
  ProactiveDisclosureSection: StatutorySectionNode;
  Reason: Reason;
  Report: VersionHead;
  Responsibility: Responsibility;
  ReviewAndLitigationSection: StatutorySectionNode;
  Rule: RuleDescription;
  Source: SourceNode;
  Statistic: StatisticNode;
  TableRow: RowNode;
  Target: Target;
  Task: Task;
  WorkPlan: VersionHead;
}

interface Interfaces {
  Document: VersionHead;
  Section: SectionNode;
  StatutorySection: StatutorySectionNode;
}

/** The one builder that every type of the API is added to; `schema.ts` makes the schema of it. */
export const builder = new SchemaBuilder<{
  Connection: { totalCount: () => Promise<number> };
  Context: GraphqlContext;
  DefaultEdgesNullability: false;
  DefaultFieldNullability: false;
  Interfaces: Interfaces;
  Objects: Objects;
  Scalars: { ID: { Input: string; Output: string } };
}>({
  plugins: [ComplexityPlugin, RelayPlugin],
  defaultFieldNullability: false,
  // Prices are read from the schema and enforced before execution (functions/graphql), not field by field.
  complexity: { disabled: true, defaultComplexity: 1 },
  relay: {
    edgesFieldOptions: {
      nullable: false,
      complexity: { field: 1, multiplier: 1 },
      description: 'The items, each with its cursor.',
    },
    nodesOnConnection: { complexity: { field: 1, multiplier: 1 }, description: 'The items alone.' },
    nodeFieldOptions: { nullable: false, description: 'The item.' },
    cursorFieldOptions: { description: 'Opaque place of the item in the list; pass it as `after`.' },
    pageInfoFieldOptions: { description: 'Where the page stands in the list.' },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Whether the list goes on after this page.' },
    hasPreviousPageFieldOptions: {
      description: 'Whether the page was asked for with a cursor, so that items stand before it.',
    },
    startCursorFieldOptions: { description: 'Cursor of the first item; null on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last item; null on an empty page.' },
  },
});
