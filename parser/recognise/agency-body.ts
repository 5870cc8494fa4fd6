import { divisionsByName, longestDivisionName } from '../../schema/vocabulary/division-names.ts';
import { locateDivision } from './agency-division.ts';
import { agencyWords, titleParts } from './agency-title.ts';
import {
  announcing,
  firstPerson,
  namesOrgan,
  noticeWords,
  placePronoun,
  spokenOf,
  subjectVerbs,
} from './agency-words.ts';
import { yearPattern } from './date.ts';

/** A phrase that may announce a report, up to its closing word: text without punctuation but the quotes of a title. */
const phrase = /[^。;,:、《》“”"()\n]{0,40}?公开[^。;,:《》“”"()\n]{0,16}?(?:年度报告|工作报告|年报)/gu;

/** What stands between the punctuation that no such phrase goes over, and the words without which it is none. */
const stretch = /[^。;,:《》“”"()\n]+/gu;
const disclosureWord = '公开';
const reportWord = /报告|年报/u;

/** Who made the report, or answers questions on it. */
const makers = [
  /报告(?:[^。\n]{0,6})由([^。;,:、()\n]{3,30}?)(?:负责)?(?:编制|编写|发布|汇总|起草)/gu,
  /(?:请|可|敬请|欢迎)(?:直接|径|径直|及时)?(?:与|和|同|向|致电)([^。;,:()\n]{3,30}?)(?:联系|咨询|反映|索取)/gu,
];

/** The subject of a first sentence: 2018年,贡井区继续… */
const subjects = new RegExp(
  `(?:^|[。\\n])(?:${yearPattern}年(?:度|来|以来)?,?)([\\p{Script=Han}]{2,30}?)(?=${subjectVerbs})`,
  'gmu',
);

/** Agencies that the body announces a report of, in order: 现公布清镇市2020年政府信息公开工作年度报告. */
export function announcedAgencies(body: string): string[] {
  return announcingPhrases(body)
    .map(({ text, end }) => (spokenOf.test(body.slice(end)) ? '' : phraseAgency(text)))
    .filter((words) => words !== '');
}

/** The phrases in order, each with the place behind it. */
function announcingPhrases(body: string): { readonly text: string; readonly end: number }[] {
  return [...body.matchAll(stretch)].flatMap(({ 0: words, index: start }) => {
    if (!words.includes(disclosureWord) || !reportWord.test(words)) return [];
    return Array.from(words.matchAll(phrase), ({ 0: text, index }) => ({ text, end: start + index + text.length }));
  });
}

function phraseAgency(text: string): string {
  const head = titleParts(text)?.head ?? '';
  return noticeWords.test(head) ? '' : plausible(agencyWords(head));
}

/** Agencies named as the report's maker or as the one to write to. */
export function responsibleAgencies(body: string): string[] {
  return makers
    .flatMap((pattern) => Array.from(body.matchAll(pattern), (match) => plausible(match[1] ?? '')))
    .filter((words) => words !== '');
}

/** Agencies or places that a sentence beginning with the year has as its subject. */
export function subjectAgencies(body: string): string[] {
  return Array.from(body.matchAll(subjects), (match) => plausible(match[1] ?? '')).filter((words) => words !== '');
}

function plausible(words: string): string {
  const bare = words.replace(announcing, '');
  const located = locateDivision(bare);
  const organ = bare.slice(located.length);
  return (located.length > 0 && organ === '') || (organ.length > 1 && namesOrgan.test(organ) && !isPersonal(bare))
    ? bare
    : '';
}

function isPersonal(words: string): boolean {
  return placePronoun.test(words);
}

/** How the report speaks of its agency, by the word after 我 or 本 that it uses most: 市, 局, 镇. Null where it does not. */
export function speakingPerson(body: string): string | null {
  const counts = new Map<string, number>();
  for (const match of body.matchAll(firstPerson)) {
    const person = match[1] ?? '';
    counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, left], [, right]) => right - left);
  return first?.[0] ?? null;
}

/** The division of a kind (市, 区, 县) that the text names most often; null where two are named equally often. */
export function commonestDivision(text: string, kind: string): string | null {
  const counts = new Map<string, number>();
  for (let end = text.indexOf(kind); end >= 0; end = text.indexOf(kind, end + 1)) {
    const name = divisionEndingAt(text, end + kind.length);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, left], [, right]) => right - left);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

/** The longest division name that ends there; two characters may be a part of any town: 城区. */
function divisionEndingAt(text: string, end: number): string | null {
  for (let length = Math.min(longestDivisionName, end); length > 2; length -= 1) {
    const name = text.slice(end - length, end);
    if (divisionsByName(name).length > 0) return name;
  }
  return null;
}
