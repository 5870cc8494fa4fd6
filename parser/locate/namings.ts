import type { AgencyBasis } from '../../schema/record/evidence.ts';
import { unspaced } from '../wording/normalise.ts';
import { locateDivision } from './division.ts';
import { completeName, isBareKind, type NamedAgency, organsIn, principalOf } from './organ-name.ts';
import {
  central,
  firstPerson,
  namesOrgan,
  noticeWords,
  placePronoun,
  sentenceWords,
  spokenOf,
  subjectVerbs,
  township,
} from './organ-words.ts';
import { placeIncludes, placesAgree } from './place.ts';
import { yearPattern } from './published-on.ts';
import {
  agencyWords,
  announcedParts,
  titleAgency,
  titleParts,
  withoutAnnouncing,
  withoutSuffix,
} from './report-title.ts';

/** Words of a document that name an organ in a way in which reports name their own. */
export interface Naming {
  readonly from: AgencyBasis;
  readonly words: string;
  readonly named: NamedAgency;
  /** The words name several organs together, of which this is one. */
  readonly isJoint: boolean;
}

/** The texts in which namings are looked for: NFKC, without blanks but in `head`. */
export interface NamingTexts {
  readonly titles: readonly string[];
  readonly signature: readonly string[];
  readonly body: string;
  /** Lines above the text, blanks kept: they part the fields of a page's metadata. */
  readonly head: readonly string[];
  /** The name of the document's file. */
  readonly fileName: string;
  readonly hintAgency: string;
}

/** A phrase that may announce a report, up to its closing word: text without punctuation but the quotes of a title. */
const phrase = /[^。;,:、《》“”"()\n]{0,60}?公开[^。;,:《》“”"()\n]{0,16}?(?:年度报告|工作报告|年报|工作情况)/gu;
/** What stands between the punctuation that no such phrase goes over, and the words without which it is none. */
const stretch = /[^。;,:《》“”"()\n]+/gu;
const disclosureWord = '公开';
const reportWord = /报告|年报|情况/u;
const situation = /情况$/u;
const announces = /公布|发布/u;
/** 现将X2021年政府信息公开工作情况|报告如下 */
const reportedBelow = /^(?:报告|汇报|公布|公开|通报)如下/u;

const words = '([^。;,:、()《》“”"\\n]{3,45}?)';
const aside = '(?:\\((?:以下|下)[^)]*\\))?';
const verbs = '(?:编制|编写|制作|撰写|制定|起草|汇总|统计(?!局|调查)|发布|公布)';

const basis = '(?:根据|按照|依据|依照|综合(?!行政|执法|管理|开发|保税)|结合)';
/** Who has others make their reports makes none by that: 督促X编制, Y指导X编制. */
const notOfOthers = '(?![^。;,:、\\n]{0,30}(?:督促|指导|要求|协助|委托))';
/** What others than the report's agency make: 格式由国务院办公厅编制. */
const notOfForms = '(?<!(?:格式|模板|样式|指标|数据|指南|目录|办法|制度|》)(?:统一)?)';

/** Who made the report: 由X编制, X编制了, X特编制, X依据条例编制本报告, X现将2021年…, 编制单位为X. */
const makers = [
  new RegExp(`${notOfForms}由${words}${aside}(?:(?:负责|组织|统一|牵头)?${verbs}|${basis})`, 'gu'),
  new RegExp(`本(?:年度)?(?:报告|年报)[系是为]由?${words}${aside}(?:${verbs}|${basis})`, 'gu'),
  new RegExp(`${notOfForms}${verbs}(?:单位|机关|机构|主体|部门)(?:[是为]|:)${words}(?=[。;,(\\n]|$)`, 'gu'),
  /全文(?:主要)?(?:内容)?包括([^。;,:、()《》“”\n]{3,45}?)(?:\d{4}年度?)?(?:政府)?信息公开/gu,
  new RegExp(
    `(?:^|[。;,\\n])${notOfOthers}${words}${aside}(?:${[
      `(?:负责|组织)?${verbs}(?:了|完成)`,
      `(?:特此?|现)(?:向社会)?${verbs}`,
      `${verbs}(?=本(?:年度)?(?:报告|年报)|${yearPattern}年度?政府信息公开)`,
      `${basis}[^。;,:\\n]{2,40}?${verbs}了?本(?:年度)?(?:报告|年报)`,
      `现将(?=${yearPattern}年)`,
    ].join('|')})`,
    'gmu',
  ),
];

/** X(以下简称“Y”), X(下称Y) */
const definition = /([\p{Script=Han}]{4,45})\((?:以下|下)(?:统一)?(?:简称|称)[:为]?[“"'‘「《]?([^”"'’」》)]{2,20})/gu;

/** Whom to ask. */
const contacts = [
  /(?:请|可|敬请|欢迎)(?:您)?(?:直接|径|径直|及时|随时)?(?:与|和|同|向|致电)([^。;,:()\n]{3,45}?)(?:联系|咨询|反映|索取|联络|沟通)/gu,
  /(?:请|可)(?:直接|及时|随时)?(?:联系|致电|联络)[:]?([^。;,:()\n]{3,45})/gu,
  /联系(?:单位|部门|机构)[:]([^。;,:()\n]{3,45})/gu,
];

/** The subject of a sentence that says what was done, after the year or without one: 2018年,贡井区继续…, 2018年,在…领导下,贡井区继续… */
const subjects = new RegExp(
  `(?:^|[。\\n])(?:${yearPattern}年(?:度|来|以来)?,?)?(?:在[^。;\\n]{2,60}?(?:领导|指导|关心|支持|部署)下,)?([\\p{Script=Han}]{2,30}?)(?=${subjectVerbs})`,
  'gmu',
);
/** A subject may be anybody's; a township so named needs more than one character of its own. */
const leastSubjectStem = 2;

/** Labels of a page's metadata that give an organ: the publisher's, which may only host the page. */
const field =
  /(?:发\s*布\s*(?:机\s*构|单\s*位|部\s*门|者)|公\s*开\s*(?:主\s*体|机\s*构|责\s*任\s*部\s*门|单\s*位)|(?:发\s*文|制\s*作|责\s*任|所\s*属|成\s*文|编\s*制|供\s*稿)\s*(?:机\s*构|单\s*位|机\s*关|部\s*门)|(?:信\s*息)?\s*来\s*源|作\s*者)\s*[:：|][\s|:：]*(\p{Script=Han}[\p{Script=Han}()（）]{2,30})/gu;
/** The labels that may follow a field's value without a blank: 来源:贡井区人民政府类别: */
const nextLabel = /(?:类别|发布|发文|时间|日期|浏览|点击|阅读|作者|来源|字号|字体|访问|文号|索引).*$/u;

/** Whose name a site bears. */
const mayBeSite = /(?:政府|办公室|办公厅|中心)$/u;

/** A signature is a name and nothing else: 主办:雅安市人民政府办公室 is the site's. */
const signatureLine = /^[\p{Script=Han}()、]{3,40}$/u;

/** A day, or a month alone. */
const writtenDate = new RegExp(`^[(]?${yearPattern}年.{1,3}月(?:.{1,3}日)?[)]?$`, 'u');

/** Every naming of a report's agency, the surest kind first, each kind in the order of the text. */
export function namingsIn(texts: NamingTexts): Naming[] {
  const person = speakingPerson(texts.body);
  const { body } = texts;
  const found: [AgencyBasis, readonly string[]][] = [
    ['title', texts.titles.map(titleAgency)],
    ['announcement', announced(body)],
    ['maker', mined(makers, body).map((each) => principalOf(each, person))],
    ['definition', definitions(body).map(({ full }) => full)],
    [
      'signature',
      [...signers(texts), ...coverLines(texts.head), ...linesUnderTitle(texts.head)]
        .filter(isSignature)
        .map((line) => principalOf(line, person)),
    ],
    ['contact', mined(contacts, body).map((each) => principalOf(each, person))],
    ['subject', mined([subjects], body).filter(isSubject)],
    ['field', fieldValues(texts.head).map((each) => principalOf(each, person))],
    ['file', [fileAgency(texts.fileName)]],
    ['hint', [texts.hintAgency]],
  ];
  return found.flatMap(([from, list]) => [...new Set(list)].flatMap((each) => namingOf(from, each)));
}

/** The agency in a file's name, where that is the title of a report: 内江市教育局2022年政府信息公开工作年度报告.pdf */
function fileAgency(fileName: string): string {
  return titleAgency(withoutSuffix(fileName));
}

function namingOf(from: AgencyBasis, printed: string): Naming[] {
  const organs = printed === '' ? [] : organsIn(printed);
  return organs.flatMap((words) => {
    const named = completeName(words);
    const isJoint = organs.length > 1;
    return named === null ? [] : [{ from, words: isJoint ? words : printed, named, isJoint }];
  });
}

function announced(body: string): string[] {
  return [...body.matchAll(stretch)].flatMap(({ 0: text, index: start }) => {
    if (!text.includes(disclosureWord) || !reportWord.test(text)) return [];
    return Array.from(text.matchAll(phrase), ({ 0: found, index }) => {
      const end = start + index + found.length;
      const after = body.slice(end, end + 10);
      const isAnnounced = !situation.test(found) || announces.test(found) || reportedBelow.test(after);
      if (spokenOf.test(after) || !isAnnounced) return '';
      const head = announcedParts(found)?.head ?? '';
      return noticeWords.test(head) ? '' : organIn(agencyWords(head));
    });
  });
}

function mined(patterns: readonly RegExp[], text: string): string[] {
  return patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), (match) => organIn(match[1] ?? '')));
}

/** Full names with the short ones that the text defines for them. */
export function definitions(body: string): { readonly full: string; readonly short: string }[] {
  return Array.from(body.matchAll(definition), ([, full = '', short = '']) => ({ full: organIn(full), short })).filter(
    ({ full, short }) => full !== '' && namesOrgan.test(short),
  );
}

/**
 * The organ that a piece of a sentence ends in: all of it where that is a name, else the longest end that begins with a
 * division. Empty where there is none.
 */
function organIn(piece: string): string {
  const bare = withoutAnnouncing(piece);
  if (isName(bare)) return bare;
  for (let start = 1; start < bare.length - 2; start += 1) {
    const end = bare.slice(start);
    const { length, abbreviated } = locateDivision(end);
    if (length > 2 && !abbreviated && isName(end)) return end;
  }
  return '';
}

function isName(piece: string): boolean {
  const { length } = locateDivision(piece);
  const organ = piece.slice(length);
  if (sentenceWords.test(organ) || placePronoun.test(piece)) return false;
  return (length > 0 && organ === '') || (organ.length > 1 && namesOrgan.test(organ));
}

function isSubject(piece: string): boolean {
  const named = piece === '' ? null : completeName(piece);
  if (named === null || isBareKind(named)) return false;
  if (named.located.length > 0 || central.test(named.name)) return true;
  const stem = township.exec(named.name)?.[1]?.replace(/(?:镇|乡|街道|苏木)$/u, '') ?? '';
  return stem.length >= leastSubjectStem;
}

/**
 * The signature's names. Without a date under it a last line may be the site's: a government or an office is taken for the one who
 * signs only where it is in a part of the title's division, for no such site puts up the reports of the whole.
 */
function signers({ signature, titles }: NamingTexts): readonly string[] {
  if (signature.some((line) => writtenDate.test(line))) return signature;
  const reporting = titles.flatMap((title) => completeName(titleAgency(title)) ?? []);
  return signature.filter((line) => {
    const signing = completeName(line);
    if (signing === null || isBareKind(signing)) return false;
    return (
      !mayBeSite.test(line) || reporting.some((each) => placeIncludes(each, signing) && !placesAgree(each, signing))
    );
  });
}

/** Lines above the text with a date below them: an office signs on the cover. */
function coverLines(head: readonly string[]): string[] {
  const lines = head.map((line) => unspaced(line.normalize('NFKC'))).filter((line) => line !== '');
  return lines.filter((_, index) => writtenDate.test(lines[index + 1] ?? ''));
}

/**
 * The line under a title that names nobody, where it is a placed organ and nothing else. A government or an office that stands there
 * may be the site's.
 */
function linesUnderTitle(head: readonly string[]): string[] {
  const lines = head.map((line) => unspaced(line.normalize('NFKC'))).filter((line) => line !== '');
  return lines.filter((line, index) => {
    const above = lines[index - 1] ?? '';
    if (!isSignature(line) || titleParts(above) === null || titleAgency(above) !== '') return false;
    const { length, abbreviated } = locateDivision(line);
    return length > 0 && !abbreviated && !mayBeSite.test(line);
  });
}

function isSignature(line: string): boolean {
  return signatureLine.test(line) && namesOrgan.test(line);
}

/** What the page's metadata says in its fields for an organ. */
function fieldValues(head: readonly string[]): string[] {
  return head.flatMap((line) =>
    Array.from(line.matchAll(field), (match) => unspaced((match[1] ?? '').normalize('NFKC')).replace(nextLabel, '')),
  );
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
