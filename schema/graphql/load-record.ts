import {
  BREAK,
  type DocumentNode,
  type GraphQLResolveInfo,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { findingsOfHead } from '../record/calendar.ts';
import type { ReportRecord } from '../record/report.ts';
import type { VersionHead } from '../record/version-head.ts';
import type { GraphqlContext } from './context.ts';

/** The record that a head stands for. A head without its record is a fault of the store, never of the question. */
export async function loadRecord(
  head: VersionHead,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<ReportRecord> {
  const loader = readsTexts(info) ? context.records.withTexts : context.records.withoutTexts;
  const record = await loader.load(head);
  if (record === null) throw new Error(`record ${head.version} of ${head.agencyId} ${head.year} is not stored`);
  const findings = findingsOfHead(head, record);
  return findings.length === record.findings.length ? record : { ...record, findings: [...findings] };
}

/** Put on the fields whose answer is kept apart in the store: the narrative texts. */
export const readsTextsExtension = { readsTexts: true } as const;

const known = new WeakMap<OperationDefinitionNode, boolean>();

/**
 * Whether the operation asks for a narrative text anywhere, its fragments included. Decided once for the whole
 * operation, so that records of many years still come in one read; a field that a directive skips counts as asked for.
 */
function readsTexts(info: Pick<GraphQLResolveInfo, 'operation' | 'fragments' | 'schema'>): boolean {
  const before = known.get(info.operation);
  if (before !== undefined) return before;
  const found = selectsTexts(info);
  known.set(info.operation, found);
  return found;
}

function selectsTexts({
  operation,
  fragments,
  schema,
}: Pick<GraphQLResolveInfo, 'operation' | 'fragments' | 'schema'>) {
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
  const types = new TypeInfo(schema);
  let found = false;
  const Field = () => {
    found = types.getFieldDef()?.extensions.readsTexts === true;
    return found ? BREAK : undefined;
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return found;
}
