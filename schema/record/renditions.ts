import { renditionOrder } from './media-types.ts';
import { differentScopes } from './scope.ts';
import { isIdentityInDoubt, type Reading, scopeOfHead, type VersionHead } from './version-head.ts';

/**
 * Which of the documents stored for one year's report is current, and which of them is an earlier edition of it. One publication
 * reaches the store as a page, its PDF and a copy of its text: these are its renditions. An edition is a rendition of the same
 * kind that prints other figures. All of it is told from heads, in whatever order the documents came.
 */

/**
 * Documents of one report, the one to show first. A report: what was read whole and without a doubt comes first, then the fewest
 * unreadable cells, the later printed date, where that of a document is the first of those that print the same, the more faithful format, and of like ones the newer. Plans: the newest first.
 * `versions` are the newest first, as the store lists them.
 */
export function byMerit(versions: readonly VersionHead[]): VersionHead[] {
  const firstDays = firstDaysOf(versions);
  return versions.toSorted((one, other) =>
    one.kind === 'annual-report' && other.kind === 'annual-report' ? compareMerit(one, other, firstDays) : 0,
  );
}

/** The earliest date of the documents that print the same as each: a copy that is put up later is no later edition. */
function firstDaysOf(versions: readonly VersionHead[]): ReadonlyMap<string | undefined, string> {
  const days = new Map<string | undefined, string>();
  for (const head of versions) {
    if (isIdentityInDoubt(head)) continue;
    const { reading, publishedOn } = head;
    const known = days.get(reading?.printed);
    if (publishedOn !== null && (known === undefined || publishedOn < known)) days.set(reading?.printed, publishedOn);
  }
  return days;
}

/**
 * The nearest other edition of the report that is current: of the same publication, format, title, form and scope, both read whole and
 * without a doubt. It is the earlier one, for of two such the later is current; where their dates do not tell, nothing does. One
 * that prints other figures goes before one that prints the same.
 */
export function earlierEdition(current: VersionHead, versions: readonly VersionHead[]): VersionHead | undefined {
  const editions = byMerit(versions).filter((other) => isEdition(other, current));
  return editions.find((edition) => !printsTheSame(edition, current)) ?? editions[0];
}

/**
 * The best read of the other documents of the current report's publication whose figures were read otherwise: one in another format, one
 * that was read worse, or one that gives the figures of another scope, on which the year has two reports. What an edition prints too is a
 * copy of that edition, and none of the current one read otherwise.
 */
export function copyReadOtherwise(current: VersionHead, versions: readonly VersionHead[]): VersionHead | undefined {
  const editions = versions.filter((other) => isEdition(other, current));
  return byMerit(versions).find(
    (other) =>
      other.version !== current.version &&
      other.form === current.form &&
      (isOnePublication(other, current) || differentScopes(scopeOfHead(other), scopeOfHead(current))) &&
      [current, ...editions].every((edition) => !printsTheSame(edition, other)),
  );
}

/** Whether the figures of the tables and the annex are the same; of what an early release stored that is taken to be so. */
export function printsTheSame(one: VersionHead, other: VersionHead): boolean {
  return one.reading === undefined || other.reading === undefined || one.reading.printed === other.reading.printed;
}

function isEdition(other: VersionHead, current: VersionHead): boolean {
  return (
    other.version !== current.version &&
    isSound(current) &&
    isSound(other) &&
    isOfOneKind(other, current) &&
    isOnePublication(other, current)
  );
}

/** Whether two documents were published as one: at one address, or with figures that agree but for what a correction changes. */
function isOnePublication(one: VersionHead, other: VersionHead): boolean {
  const isAtOneAddress = one.reading !== undefined && one.reading.address === other.reading?.address;
  if (isAtOneAddress && (one.pageUrl !== undefined || isCorrection(one.figures, other.figures))) return true;
  return figuresAgree(one.figures, other.figures);
}

/** Under one key of the bucket (index.html) anything may be put: of a correction few figures differ. */
function isCorrection(one: VersionHead['figures'], other: VersionHead['figures']): boolean {
  return Object.entries(one).filter(([path, value]) => (other[path] ?? value) !== value).length <= correctedAtOnce;
}

/** A correction of one number changes its totals, and the rows these are carried to. */
const correctedAtOnce = 6;

function figuresAgree(one: VersionHead['figures'], other: VersionHead['figures']): boolean {
  const shared = Object.entries(one).flatMap(([path, value]) => {
    const beside = other[path];
    return beside === undefined ? [] : [[value, beside] as const];
  });
  // Zeros agree between any two small agencies: they speak for nothing.
  const same = shared.filter(([value, beside]) => value === beside && value !== 0).length;
  const different = shared.filter(([value, beside]) => value !== beside).length;
  return same > 0 && (different <= correctedAtOnce || different <= same);
}

function compareMerit(
  one: VersionHead,
  other: VersionHead,
  firstDays: ReadonlyMap<string | undefined, string>,
): number {
  const day = ({ reading, publishedOn }: VersionHead) =>
    (reading === undefined ? publishedOn : firstDays.get(reading.printed)) ?? '';
  // Of those of one day, which print the same, the one dated first, and before any that has no date.
  const own = ({ publishedOn }: VersionHead) => publishedOn ?? '9999';
  return (
    inDoubt(one) - inDoubt(other) ||
    Number(isSound(other)) - Number(isSound(one)) ||
    Number(other.complete) - Number(one.complete) ||
    (one.reading?.unreadable ?? 0) - (other.reading?.unreadable ?? 0) ||
    compareText(day(other), day(one)) ||
    compareText(own(one), own(other)) ||
    formatPlace(one.reading) - formatPlace(other.reading)
  );
}

/** Read whole, and nothing suggests that any of it was misread. */
function isSound({ complete, reading }: VersionHead): boolean {
  return complete && (reading?.doubts ?? 0) === 0;
}

/** What may be another's report, another year's or a draft never takes the place of one of which that is certain. */
function inDoubt(head: VersionHead): number {
  return Number(isIdentityInDoubt(head));
}

function isOfOneKind(one: VersionHead, other: VersionHead): boolean {
  return (
    one.reading !== undefined &&
    one.reading.mediaType === other.reading?.mediaType &&
    one.form === other.form &&
    scopeOfHead(one) === scopeOfHead(other) &&
    isOneTitle(one.title, other.title)
  );
}

/** The place of a format among all; last what is not known. */
function formatPlace(reading: Reading | undefined): number {
  const at = renditionOrder.indexOf(reading?.mediaType ?? '');
  return at === -1 ? renditionOrder.length : at;
}

/** Marks of a corrected edition: in brackets, or at the end of the title. */
const corrected =
  /[(〔[【](?:更正|修正|修订|修改|更新|勘误|订正)[版稿件后]?[)〕\]】]|(?:更正|修正|修订|修改|更新|勘误|订正)[版稿件]$/gu;
/** Whether a title says that its text is a corrected edition: …年度报告(更正). */
export function isCorrectedEdition(title: string | null): boolean {
  return (title ?? '').normalize('NFKC').trim().search(corrected) >= 0;
}

const unlike = /[\s\p{P}\p{S}\p{Cf}]+|(?<=\d年)度/gu;

/** Whether two titles are one but for signs, 年 for 年度, and the mark of a corrected edition: …年度报告(更正). */
export function isOneTitle(one: string | null, other: string | null): boolean {
  return comparableTitle(one) === comparableTitle(other);
}

function comparableTitle(title: string | null): string {
  return (title ?? '').normalize('NFKC').trim().replace(corrected, '').replace(unlike, '');
}
function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
