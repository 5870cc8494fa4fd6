import { type Deadline, deadlinesOf, lastDay, type Timing, timings } from '../law/vocabulary/deadlines.ts';
import { type Duty, dutyOf, kindNamed } from '../law/vocabulary/organ-kinds.ts';
import type { Agency } from './agency.ts';
import { agencyKind, canonicalOrganOf } from './agency-id.ts';
import type { Bilingual } from './bilingual.ts';
import { type AgencyBasis, type Evidence, leastConfidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { findingKey } from './finding-key.ts';
import { expectedToReport, type RegisteredAgency } from './register.ts';
import { isCorrectedEdition } from './renditions.ts';
import type { Scope, Scopes } from './scope.ts';
import { type UndecidedUpload, uploadsOf } from './undecided.ts';
import { isIdentityInDoubt, type VersionHead } from './version-head.ts';

/**
 * Who published when, held against the law: the one place that says of a report that it came in time or late, and of an agency
 * that its report was not found. Whatever is not certain is said to be unknown.
 */

/** What is known of an agency and a year. */
export type CalendarState = Timing | 'notFound' | 'undecided' | 'notExpected' | 'unknown';

/**
 * Who publishes, as far as deadlines depend on it. `type` is the key of a kind of organ where somebody says it, else its name
 * does; `scope` whose figures its report gives, where there is one.
 */
interface Publisher extends Pick<Agency, 'name' | 'divisionCode' | 'level'> {
  readonly type?: string;
  readonly scope?: Scope | undefined;
}

/** Days by which an agency may have to publish its report on a year, the earliest first; none where that is not certain. */
export function deadlinesFor(agency: Publisher, year: number): Deadline[] {
  return deadlinesOf(dutyOfAgency(agency), year);
}

function dutyOfAgency(agency: Publisher): Duty | null {
  const { level, type } = agency;
  const kind = (type === undefined ? null : kindNamed(type)) ?? agencyKind(agency);
  const duty = dutyOf(kind, canonicalOrganOf(agency));
  if (level === null || duty === null || level === kind.branchesAt) return null;
  if (level !== 'township') return duty === 'office' ? dutyOfOffice(agency) : duty;
  // A township's government is an administrative organ, and none of a county or above.
  return duty === 'department' || duty === 'zone' ? null : 'organ';
}

/** A government's office publishes its own report as a department, and that of the government and all below it as the government. */
function dutyOfOffice({ scope }: Publisher): Duty {
  if (scope === 'organ') return 'department';
  return scope === 'ownLevel' || scope === 'territory' ? 'government' : 'office';
}

/** What is printed of who reports on which year, and when it was published. */
export interface DatedReport {
  readonly agency: Publisher | null;
  readonly year: number | null;
  readonly title?: string | null;
  readonly publishedOn: string | null;
  readonly evidence: Pick<
    Evidence,
    'agency' | 'agencyConfidence' | 'likelyDivisions' | 'year' | 'otherYears' | 'publishedOn' | 'draftWords'
  >;
  readonly scopes?: Pick<Scopes, 'report'> | undefined;
}

/** The deadline that a report kept or missed; or why it cannot be said. */
export type Timeliness =
  | { readonly timing: 'inTime' | 'late'; readonly publishedOn: string; readonly deadline: Deadline }
  | { readonly timing: 'dateUnknown'; readonly why: Bilingual };

/** Words that leave no doubt of who reports; a contact or a sender's hint may be of another organ. */
const certainBases: readonly (AgencyBasis | null)[] = ['title', 'announcement', 'signature'];
const certainYears: readonly string[] = ['title', 'period'];
/** A page dated later than this many years after the report's was most likely put up anew. */
const mostYears = 2;

/** Whether a report was published in time by the date it prints, where it is certain who reports, on which year, and by which day. */
export function timelinessOf({ agency, year, title = null, publishedOn, evidence, scopes }: DatedReport): Timeliness {
  if (agency === null || year === null || publishedOn === null || evidence.publishedOn !== 'document') {
    return unknown('文件没有写明发布日期。', 'The document does not say when it was published.');
  }
  if (evidence.otherYears.length > 0 || !certainYears.includes(evidence.year ?? '')) {
    return unknown('报告年度有疑问。', 'It is in doubt which year the report is of.');
  }
  if (evidence.draftWords !== undefined)
    return unknown('文件不是正式发布的报告。', 'The document is no published report.');
  if (!isCertainWho(agency, evidence)) return unknown('报告机关有疑问。', 'It is in doubt who reports.');
  if (publishedOn <= `${year}-12-31`) {
    return unknown('所印日期早于报告年度结束。', 'The date printed is before the end of the year reported on.');
  }
  if (Number(publishedOn.slice(0, 4)) > year + mostYears) {
    return unknown('页面可能是后来重新发布的。', 'The page may have been published again.');
  }
  const deadlines = deadlinesFor({ ...agency, scope: scopes?.report.scope }, year);
  const [first, last] = [deadlines[0], deadlines.at(-1)];
  if (first !== undefined && publishedOn <= first.day) return { timing: 'inTime', publishedOn, deadline: first };
  if (isCorrectedEdition(title)) return unknown('所印为更正版的日期。', 'The date is that of a corrected edition.');
  if (last !== undefined && publishedOn > last.day) return { timing: 'late', publishedOn, deadline: last };
  return unknown('该机关的公布期限无法确定。', 'It is not certain which deadline the organ has.');
}

/** Words leave no doubt of the agency, and it is in one division, or a national organ in none. */
function isCertainWho({ divisionCode, level }: Publisher, evidence: DatedReport['evidence']): boolean {
  return (
    certainBases.includes(evidence.agency) &&
    (evidence.agencyConfidence ?? 1) >= leastConfidence &&
    evidence.likelyDivisions.length === 0 &&
    (divisionCode !== null || level === 'central')
  );
}

const chinaIsAheadMs = 8 * 60 * 60_000;

/** The day of a moment in China, which has one time, ISO 8601. */
export function dayInChina(moment: Date): string {
  return new Date(moment.getTime() + chinaIsAheadMs).toISOString().slice(0, 10);
}

function unknown(zh: string, en: string): Timeliness {
  return { timing: 'dateUnknown', why: { zh, en } };
}

/** The rule that says of a report that it came late. */
export const lateRule = 'identity.late';

/** Key of what it finds: the finding is about no figure, so that the key needs no record. */
export const lateKey = findingKey(
  {
    rule: lateRule,
    severity: 'info',
    cells: [],
    expected: null,
    actual: null,
    message: { zh: '', en: '' },
    cause: 'source',
  },
  [],
);

/**
 * A head with what all documents of its report tell of its day. Of a report that came in time by another document, that this one is dated later is no
 * finding.
 */
export function withTiming(head: VersionHead, timing: Timing | undefined): VersionHead {
  const { [lateRule]: late, ...rules } = head.rules;
  if (timing !== 'inTime' || late === undefined) return { ...head, timing };
  const { error, warning, info } = head.findings;
  const findings = { error: error - late.error, warning: warning - late.warning, info: info - late.info };
  return { ...head, timing, rules, findings };
}

/** A record's findings as those of a head: without one on a day that is not the report's. */
export function findingsOfHead(
  { timing }: Pick<VersionHead, 'timing'>,
  { findings }: { readonly findings: readonly Finding[] },
): readonly Finding[] {
  return timing === 'inTime' ? findings.filter(({ rule }) => rule !== lateRule) : findings;
}

/** Of several documents of one report: in time if any was, for a copy may be put up later; late if any was. */
export function timingOfAll(told: readonly (Timing | undefined)[]): Timing | undefined {
  return timings.find((timing) => told.includes(timing));
}

/** What is known of an agency and a year. */
export interface CalendarFacts {
  readonly year: number;
  /** Its report of the year, where one is stored. */
  readonly report: VersionHead | undefined;
  /** What the register says of it; undefined where there is none, or it does not name it. */
  readonly registered: RegisteredAgency | undefined;
  /** Reports of the year whose agency is in no known division or not in the register: one of them may be its, under another name. */
  readonly unmatched: readonly VersionHead[];
  /** Uploads of which it is not decided whose they are. */
  readonly undecided: readonly UndecidedUpload[];
  /** The day in China, ISO 8601. */
  readonly today: string;
}

/** Says of an agency and a year no more than the documents, the register and the law tell. */
export function calendarState({ year, report, registered, unmatched, undecided, today }: CalendarFacts): CalendarState {
  if (report !== undefined) return isIdentityInDoubt(report) ? 'undecided' : (report.timing ?? 'dateUnknown');
  if (registered === undefined) return 'unknown';
  const due = dueDay(registered, year);
  const expected = expectedToReport(registered, year, due);
  if (expected === 'no') return 'notExpected';
  if (uploadsOf(registered, year, undecided).length > 0) return 'undecided';
  const isPast = today > due;
  return expected === 'yes' && isPast && !unmatched.some((head) => mayBeOf(head, registered)) ? 'notFound' : 'unknown';
}

/** The last day by which a registered organ may publish: its own where the law gives one, else that of all. */
export function dueDay(agency: Publisher, year: number): string {
  return deadlinesFor(agency, year).at(-1)?.day ?? lastDay(year);
}

/**
 * Whether a report may be an organ's under another name: both are of one kind, in one division, or where that is not known in one province. Organs
 * of no kind of the dictionary, and townships, of which a division has many, are also called alike.
 */
function mayBeOf(head: VersionHead, registered: RegisteredAgency): boolean {
  const { divisionCode, agencyName: name } = head;
  const [own, other] = [agencyKind(registered), agencyKind({ name, divisionCode })];
  if (divisionCode === null) {
    return own.key === other.key && (head.provinceCode === null || head.provinceCode === registered.provinceCode);
  }
  if (divisionCode !== registered.divisionCode || head.level !== registered.level) return false;
  if (own.key === other.key && own.key !== 'other' && head.level !== 'township') return true;
  const [organ, reported] = [canonicalOrganOf(registered), canonicalOrganOf({ name, divisionCode })];
  return organ.slice(0, calledAlike) === reported.slice(0, calledAlike);
}

/** Characters with which names begin that may be one organ's: 新江镇 and 新江街道. */
const calledAlike = 2;

/** Reports whose agency is in no known division, or is none of the register's. */
export function unmatchedReports(
  reports: readonly VersionHead[],
  register: ReadonlyMap<string, RegisteredAgency>,
): VersionHead[] {
  return reports.filter(
    ({ divisionCode, level, agencyId }) =>
      (divisionCode === null && level !== 'central') || (divisionCode !== null && !register.has(agencyId)),
  );
}
