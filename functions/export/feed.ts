import { divisionByCode } from '../../schema/law/vocabulary/divisions.ts';
import { lateKey } from '../../schema/record/calendar.ts';
import type { ComparedFinding, ComparisonKind } from '../../schema/record/comparison.ts';
import { findingKey } from '../../schema/record/finding-key.ts';
import type { AgencySnapshot, ListReader } from '../../schema/record/list-store.ts';
import { isWithin } from '../../schema/record/lists/agency-list.ts';
import type { RecordReader } from '../../schema/record/record-store.ts';
import type { Review, ReviewRef } from '../../schema/record/review.ts';
import { isIdentityInDoubt, type VersionHead } from '../../schema/record/version-head.ts';
import { type FeedEntry, writeAtom } from './atom.ts';

/** What a feed is read from. */
export type FeedReader = Pick<ListReader, 'lists' | 'agencySnapshots'> & Pick<RecordReader, 'reviews'>;

/** So many reports of a division, the last that arrived, are in its feed: one batch of their agencies. */
const mostReports = 100;
/** Reports on so many years, the newest of which anything is stored. */
const mostYears = 2;

const categories = {
  published: { term: 'published', label: '已公布' },
  late: { term: 'late', label: '逾期' },
  changed: { term: 'changed', label: '公布后有改动' },
  contradicted: { term: 'contradicted', label: '前后年度不一致' },
} as const;

/**
 * What is new in a division, as Atom: reports that arrived, those late by the date they print, figures changed after publication, and
 * figures that do not agree between two years. What a reviewer has dismissed is not told. Null where no report of it is stored.
 */
export async function divisionFeed(reader: FeedReader, division: string): Promise<string | null> {
  const heads = await newestReports(reader, division);
  if (heads.length === 0) return null;
  const snapshots = await reader.agencySnapshots([...new Set(heads.map(({ agencyId }) => agencyId))]);
  const shown = new Set(heads.map(({ version }) => version));
  const ofPairs = snapshots.flatMap((snapshot) => (snapshot === null ? [] : newsOfPairs(snapshot, shown)));
  const news = await notDismissed(reader, [...heads.flatMap(newsOfReport), ...ofPairs]);
  const name = divisionByCode(division)?.name ?? division;
  return writeAtom({
    key: ['feed', division],
    title: `${name}政府信息公开工作年度报告`,
    address: `${division}.atom`,
    entries: news.map(({ entry }) => entry).sort((one, other) => (one.updated > other.updated ? -1 : 1)),
  });
}

/** The reports of a division that arrived last, the newest first. What may be another's is no news of its agency. */
async function newestReports(reader: FeedReader, division: string): Promise<VersionHead[]> {
  const lists = reader.lists();
  const years = (await lists.years()).slice(-mostYears);
  const read = await Promise.all(years.map((year) => lists.reports(year, division.slice(0, 2))));
  return read
    .flatMap(({ lines }) => lines)
    .filter((head) => isWithin({ id: head.agencyId }, division) && !isIdentityInDoubt(head))
    .sort((one, other) => (one.arrival > other.arrival ? -1 : 1))
    .slice(0, mostReports);
}

/** Something to tell, with the findings that say so: none where nothing can be doubted. */
interface News {
  readonly entry: FeedEntry;
  readonly findings: readonly ReviewRef[];
}

function newsOfReport(head: VersionHead): News[] {
  const { agencyId, agencyName, year, publishedOn, outcome } = head;
  const held = outcome === 'held' ? '存疑,疑点另列。Held: it has findings.' : '';
  const published: FeedEntry = {
    ...entryOf(head, 'published'),
    title: `${agencyName}:${year}年报告`,
    text: `已收到${agencyName}${year}年政府信息公开工作年度报告${publishedOn === null ? '' : `,所印发布日期${publishedOn}`}。${held}`,
  };
  const late: FeedEntry = {
    ...entryOf(head, 'late'),
    title: `${agencyName}:${year}年报告所印日期晚于法定期限`,
    text: `所印发布日期为${publishedOn},晚于法定期限;页面也可能是后来重新发布的。The date printed is after the day of the law; the page may have been published again.`,
  };
  const isLate = head.timing === 'late';
  return [
    { entry: published, findings: [] },
    ...(isLate ? [{ entry: late, findings: [{ agencyId, year, key: lateKey }] }] : []),
  ];
}

/** What comparisons of an agency's reports say where one of the two is shown, at the time when the later of them arrived. */
function newsOfPairs({ heads, comparisons }: AgencySnapshot, shown: ReadonlySet<string>): News[] {
  return comparisons.flatMap(({ kind, before, after, findings }) => {
    const pair = heads.filter(({ version }) => version === before.version || version === after.version);
    const head = pair.find(({ version }) => version === after.version);
    if (head === undefined || !pair.some(({ version }) => shown.has(version))) return [];
    const arrival =
      pair
        .map((each) => each.arrival)
        .sort()
        .at(-1) ?? head.arrival;
    const years = kind === 'versions' ? `${after.year}年` : `${before.year}年与${after.year}年`;
    const grave = findings.filter(({ severity }) => severity !== 'info');
    return grave.map((finding) => newsOfFinding({ ...head, arrival }, kind, finding, years));
  });
}

function newsOfFinding(head: VersionHead, kind: ComparisonKind, finding: ComparedFinding, years: string): News {
  const { agencyId, agencyName, year } = head;
  const news = kind === 'versions' ? 'changed' : 'contradicted';
  const key = findingKey(finding, finding.operands);
  const entry: FeedEntry = {
    ...entryOf(head, news, key),
    title: `${agencyName}:${years}报告${categories[news].label}`,
    text: `${finding.message.zh} ${finding.message.en}`,
  };
  return { entry, findings: [{ agencyId, year, key }] };
}

/** What all entries about a report have in common. */
function entryOf(head: VersionHead, kind: keyof typeof categories, ...more: readonly string[]) {
  const { agencyId, agencyName, year, arrival, publishedOn } = head;
  return {
    key: [kind, agencyId, String(year), ...more],
    updated: arrival.slice(0, arrival.indexOf('#')),
    publishedOn,
    category: categories[kind],
    author: agencyName,
    address: `/agency/${agencyId}/${year}`,
  };
}

async function notDismissed(reader: FeedReader, news: readonly News[]): Promise<News[]> {
  const refs = news.flatMap(({ findings }) => findings);
  const reviews = await reader.reviews(refs);
  const dismissed = new Set(reviews.flatMap((review) => (review?.decision === 'dismissed' ? [nameOf(review)] : [])));
  return news.filter(({ findings }) => !findings.some((ref) => dismissed.has(nameOf(ref))));
}

function nameOf({ agencyId, year, key }: Pick<Review, 'agencyId' | 'year' | 'key'>): string {
  return `${agencyId} ${year} ${key}`;
}
