import { arrivalOf, ingestionId } from '../../infra/aws/s3-message.ts';
import { type ReasonCode, reason } from '../../schema/law/vocabulary/reasons.ts';
import type { Agency } from '../../schema/record/agency.ts';
import type { Finding, Severity } from '../../schema/record/finding.ts';
import type { IngestedRecord } from '../../schema/record/ingestion.ts';
import { taskLines } from '../../schema/record/plan-tasks.ts';
import type { Reason } from '../../schema/record/reason.ts';
import type { FindingCounts, VersionHead } from '../../schema/record/record-store.ts';
import type { ReportRecord } from '../../schema/record/report.ts';
import { figuresOf } from './figures.ts';
import type { ObjectNotice } from './object-notice.ts';
import { planSlot } from './version.ts';

/** A record with its place in the table, or with the reasons why it has none. */
export type FiledRecord =
  | { readonly filed: true; readonly head: VersionHead; readonly agency: Agency; readonly record: ReportRecord }
  | { readonly filed: false; readonly record: ReportRecord; readonly reasons: readonly Reason[] };

/** Finds the place of a record. One that is rejected, or of no known kind, agency or year, has none. */
export function fileRecord(record: ReportRecord, version: string, notice: ObjectNotice): FiledRecord {
  const { kind, agency, year } = record;
  if (kind === 'unrecognised' || agency === null || year === null || record.outcome === 'rejected') {
    return { filed: false, record, reasons: record.reasons.length > 0 ? record.reasons : [missingPart(record)] };
  }
  const slot = kind === 'work-plan' ? planSlot(record.title) : '';
  const head: VersionHead = {
    ...{ agencyId: agency.id, year, kind, slot, version },
    ...{ agencyName: agency.name, divisionCode: agency.divisionCode },
    ...{ provinceCode: agency.provinceCode, level: agency.level },
    ...{ form: record.form, title: record.title, outcome: record.outcome, complete: record.complete },
    publishedOn: record.publishedOn,
    findings: countFindings(record.findings),
    rules: countByRule(record.findings),
    figures: figuresOf(record),
    ...(record.workPlan === null ? {} : { tasks: taskLines(record.workPlan, year) }),
    ...{
      ingestionId: ingestionId(notice, record.source.member),
      bucket: notice.bucket,
      key: notice.key,
      objectVersionId: notice.versionId,
    },
    arrival: arrivalOf(notice.eventTime, notice.sequencer),
  };
  return { filed: true, head, agency, record };
}

/** The line of an ingestion that says what became of a record. */
export function ingestedRecord(filing: FiledRecord): IngestedRecord {
  const { kind, outcome, agency, year, findings } = filing.record;
  return {
    kind,
    outcome: filing.filed ? outcome : 'rejected',
    agencyId: agency?.id ?? null,
    year,
    version: filing.filed ? filing.head.version : null,
    ...(filing.filed && filing.head.slot !== '' ? { slot: filing.head.slot } : {}),
    findings: findings.length,
  };
}

function missingPart({ kind, agency }: ReportRecord): Reason {
  const code: ReasonCode =
    kind === 'unrecognised' ? 'no-report' : agency === null ? 'agency-unrecognised' : 'year-unrecognised';
  return reason(code);
}

function countFindings(findings: readonly Finding[]): FindingCounts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

function countByRule(findings: readonly Finding[]): VersionHead['rules'] {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  return Object.fromEntries([...byRule].map(([rule, ofRule]) => [rule, countFindings(ofRule)]));
}
