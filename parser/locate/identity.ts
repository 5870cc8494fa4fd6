import type { DoubtfulPublication } from '../../schema/record/evidence.ts';
import type { Block } from '../read/document.ts';
import type { Draft, ParseHints } from '../records.ts';
import { type AgencyEvidence, recogniseReporter } from './agency.ts';
import { otherPeriod, partOfYear } from './period.ts';
import { publicationDays } from './published-on.ts';
import { draftWordsAlone, draftWordsIn, titleAgency, titleParts } from './report-title.ts';
import { likelyTitles } from './title.ts';
import { recogniseYear, type YearReading } from './year.ts';

/** Where in a document to look for who reports, on which year, and when it was published. */
export interface IdentityEvidence {
  /** Blocks above the report's text: page, title, metadata. */
  readonly head: readonly Block[];
  /** The report's own paragraphs, a line each. */
  readonly body: string;
  readonly signature: readonly string[];
  readonly hints: ParseHints;
}

export type Identity = Pick<Draft, 'agency' | 'year' | 'title' | 'publishedOn' | 'evidence'>;

/** The first lines of the text, where the statistics period and the agency are announced. */
const openingLines = 8;
/** Characters of the text in which a report says whose it is; what comes later speaks of others. */
const evidenceLength = 20_000;
/** The same for a single line above the text. */
const longestLine = 2000;

/** Likely titles looked at; a page that links to more is a list. */
const mostTitles = 8;

/** Who reports on which year, told from the document's own words. Whatever it does not say is null. */
export function identify({ head, body: text, signature, hints }: IdentityEvidence): Identity {
  const body = text.slice(0, evidenceLength);
  const printed = head.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : tableLines(block)));
  const lines = printed.map((line) => line.slice(0, longestLine));
  const { agency: hintAgency, provinceCode, fileName, site } = hints;
  const sender = {
    ...(fileName && { fileName }),
    ...(site && { site }),
    ...(hintAgency && { hintAgency }),
    ...(provinceCode && { provinceCode }),
  };
  const texts = { signature, body, head: lines, ...sender };
  const likely = likelyTitles([...lines, ...body.split('\n').slice(0, openingLines)]).slice(0, mostTitles);
  const title = surestTitle(likely, texts);
  const reporter = recogniseReporter({ ...texts, titles: surestFirst(title, likely) });
  const year = yearOf(title, likely, { body, fileName: fileName ?? '' });
  const { doubtful, ...publication } = publicationOf(publicationDays([...lines, ...signature]), hints, year);
  const printedTitle = title ?? lines.find((line) => titleParts(line) !== null) ?? '';
  const partly = partOfYear(printedTitle);
  const draftWords = draftWordsIn(printedTitle) ?? lines.flatMap((line) => draftWordsAlone(line) ?? [])[0];
  const period = partly ?? otherPeriod([...lines, body].join('\n'));
  return {
    agency: reporter?.agency ?? null,
    year: year?.year ?? null,
    title,
    publishedOn: publication.day,
    evidence: {
      agency: reporter?.from ?? null,
      agencyConfidence: reporter?.confidence ?? null,
      agencyNamings: [...(reporter?.namings ?? [])],
      likelyDivisions: [...(reporter?.likely ?? [])],
      year: year?.from ?? null,
      otherYears: [...(year?.others ?? [])],
      ...(period === null ? {} : { otherPeriod: period }),
      ...(doubtful === null ? {} : { doubtfulPublication: doubtful }),
      ...(draftWords === undefined ? {} : { draftWords }),
      ...(isUnfinished(year, hints) ? { receivedInYear: hints.receivedOn } : {}),
      publishedOn: publication.from,
      provinceHint: provinceCode ?? null,
    },
  };
}

/**
 * The title's year. Titles of the same agency and of other years above one text, as in a list of links, are a doubt where neither a statistics
 * period nor the sentences tell which is the text's.
 */
function yearOf(
  title: string | null,
  likely: readonly string[],
  texts: { readonly body: string; readonly fileName: string },
): YearReading | null {
  const titles = title === null ? [] : [title];
  const own = recogniseYear({ titles, ...texts });
  const told = recogniseYear({ titles: [], body: texts.body });
  if (title === null || own?.from !== 'title' || told?.year === own.year) return own;
  const ofAgency = likely.filter((each) => titleAgency(each) === titleAgency(title));
  return recogniseYear({ titles: [...titles, ...ofAgency], ...texts });
}

interface Publication {
  readonly day: string | null;
  readonly from: 'document' | 'hint' | null;
  readonly doubtful: DoubtfulPublication | null;
}

/**
 * The day on which the document says that it was published, else the sender. No report is published before the end of its
 * year or after it was received; of several days none is known to be the one.
 */
function publicationOf(printed: readonly string[], hints: ParseHints, year: YearReading | null): Publication {
  const from = printed.length > 0 ? 'document' : 'hint';
  const days = printed.length > 0 ? [...printed] : [hints.publishedOn].filter((day) => day !== undefined);
  const [day = null, ...others] = days;
  if (day === null) return { day, from: null, doubtful: null };
  const isEarly = year !== null && day <= `${year.year}-12-31`;
  const isFuture = hints.receivedOn !== undefined && day > hints.receivedOn;
  if (others.length === 0 && !isEarly && !isFuture) return { day, from, doubtful: null };
  const contradictsYear = others.length === 0 && isEarly && !isSlip(day, year);
  return { day: null, from: null, doubtful: { days, contradictsYear } };
}

/** Reports are put together in the last days of a year, and not before. */
function isUnfinished(year: YearReading | null, { receivedOn }: ParseHints): boolean {
  return year !== null && receivedOn !== undefined && receivedOn < `${year.year}-12-01`;
}

/**
 * A day within the year on which title and statistics period agree has last year's number, as people write in January; and one in the last days of
 * the year may be that on which its report was signed.
 */
function isSlip(day: string, { year, title, period }: YearReading): boolean {
  return day >= `${year}-01-01` && title === year && (period === year || day >= `${year}-12-15`);
}

/** The title whose agency the rest of the document confirms best; of equals the likeliest. Null where none is printed. */
function surestTitle(likely: readonly string[], texts: Omit<AgencyEvidence, 'titles'>): string | null {
  if (likely.length < 2) return likely[0] ?? null;
  const confidence = (title: string) => recogniseReporter({ ...texts, titles: [title] })?.confidence ?? 0;
  const trusted = likely.map((title) => ({ title, confidence: confidence(title) }));
  const most = Math.max(...trusted.map((each) => each.confidence));
  return trusted.find((each) => each.confidence === most)?.title ?? null;
}

/** The others stay evidence: titles of several agencies above one text are a doubt. */
function surestFirst(title: string | null, likely: readonly string[]): string[] {
  return title === null ? [] : [title, ...likely.filter((each) => each !== title)];
}

/** Metadata is printed in a table on many pages: 发布机构 | … | 公开日期 | … */
function tableLines(table: Extract<Block, { kind: 'table' }>): string[] {
  return table.rows.map((row) => row.map((cell) => cell.text).join(' '));
}
