import { disclosureWords, notRecognised, reason } from '../../schema/law/vocabulary/reasons.ts';
import type { SectionKey } from '../../schema/law/vocabulary/sections.ts';
import type { Reason } from '../../schema/record/reason.ts';
import type { Section, Tables } from '../../schema/record/report.ts';
import type { Block } from '../read/document.ts';
import { unspaced } from '../wording/normalise.ts';

/** What a stretch of a page turned out to hold. */
export interface ReportSigns {
  readonly title: string | null;
  readonly tables: Tables;
  readonly sections: readonly Section[];
  readonly preamble: string;
  /** The lines of the stretch, its title and metadata too. */
  readonly lines: readonly string[];
}

/** What speaks for an annual report in a stretch of a page; a refusal says which of it was found and which was not. */
export interface SignsFound {
  readonly title: string | null;
  /** The text says that it is the report: …编制了2016年度政府信息公开年度报告。 */
  readonly announced: boolean;
  /** Statutory tables read. */
  readonly tables: number;
  /** Different matters of disclosure that sections or sentences are about. */
  readonly matters: number;
  /** It is parted into articles, as rules about reports are: 第一条, 第二条. */
  readonly rules: boolean;
}

/** A single statutory table is also printed in statistics of applications and in notices. */
const leastTables = 2;
/** Different matters of disclosure that a titled narrative report tells of at least. */
const leastMatters = 3;
const leastArticles = 2;

/**
 * Whether this is an annual report: it prints statutory tables, or it is titled or announced as one and tells of what such
 * a report tells of. Guides, notices, rules about reports and lists of links are none.
 */
export function isAnnualReport({ title, announced, tables, matters, rules }: SignsFound): boolean {
  return tables >= leastTables || ((title !== null || announced) && matters >= leastMatters && !rules);
}

export function signsFound({ title, tables, sections, preamble, lines }: ReportSigns): SignsFound {
  const text = [preamble, ...sections.map((section) => section.text)].join('\n');
  const headed = sections.filter((section) => section.text !== '').map(({ key }) => key);
  const told = toldMatters.filter(({ pattern }) => pattern.test(text)).map(({ key }) => key);
  const matters = new Set([...headed.filter((key) => key !== 'unclassified'), ...told]);
  return {
    title,
    announced: announces(lines),
    tables: Object.keys(tables).length,
    matters: matters.size,
    rules: lines.filter((line) => article.test(line)).length >= leastArticles,
  };
}

/** 第一条 为做好…; the captions of table two are of article 20 and go on with its clause. */
const article = /^\s*第(?!二十条)[一二三四五六七八九十]{1,3}条[\s\u3000:：](?!\s*第)/u;

/** An article of the rules, or an order to write a report, announces none. */
const order = /请|要求各|应当|须|各(?:单位|部门|科室|镇|乡|街道)(?:要|应)|通知/u;
const announcements: readonly RegExp[] = [
  /(?:编制|编写|撰写|形成|制作|公布|发布)[^。;；]{0,40}(?:信息|政务)公开[^。;；]{0,12}(?:报告|年报)/u,
  /(?:信息|政务)公开[^。;；]{0,30}(?:公布|报告|汇报|公开|发布|通报)如下/u,
  /本(?:年度)?(?:报告|年报)(?:是|由|根据|依据|按照|中所列|所列|的)/u,
];
const sentenceLine = /[。:：]/u;
/** Within so many characters a report says what it is. */
const opening = 800;

function announces(lines: readonly string[]): boolean {
  const text = lines.filter((line) => sentenceLine.test(line)).join('\n');
  const sentences = text
    .slice(0, opening)
    .split(/[。\n]/u)
    .map(unspaced);
  return sentences.some((sentence) => !order.test(sentence) && announcements.some((each) => each.test(sentence)));
}

/** What sentences tell of where no heading says it: figures or their absence, and what is to be bettered. */
const toldMatters: readonly { readonly key: SectionKey; readonly pattern: RegExp }[] = [
  { key: 'proactiveDisclosure', pattern: /公开[^。\n]{0,40}\d+\s*[条件篇份]/u },
  { key: 'applications', pattern: /(?:未|没有|无|共|收到|受理|接到|办理)[^。\n]{0,30}申请/u },
  { key: 'reviewAndLitigation', pattern: /(?:未|没有|无|共|发生|收到|被)[^。\n]{0,30}(?:复议|诉讼|申诉)/u },
  { key: 'fees', pattern: /(?:未|没有|无|共)[^。\n]{0,20}(?:收费|费用)/u },
  { key: 'problemsAndImprovements', pattern: /存在[^。\n]{0,20}(?:问题|不足)|(?:还|仍)(?:需|有待|不够)/u },
];

/**
 * Why no report was found in a file: `no-report` is said only of one that never speaks of disclosure. Of any other it
 * is not known that there is none, so `report-not-recognised` says what of a report was found and what was missing.
 */
export function reportMissing(blocks: readonly Block[], signs: readonly SignsFound[]): Reason {
  if (!blocks.some(speaksOfDisclosure)) return reason('no-report');
  const most = (read: (found: SignsFound) => number) => Math.max(0, ...signs.map(read));
  return notRecognised({
    title: signs.find(({ title }) => title !== null)?.title ?? null,
    tables: { count: most(({ tables }) => tables), least: leastTables },
    sections: { count: most(({ matters }) => matters), least: leastMatters },
    rules: signs.some(({ rules }) => rules),
  });
}

function speaksOfDisclosure(block: Block): boolean {
  const texts = block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text);
  return texts.some((text) => disclosureWords.some((word) => unspaced(text).includes(word)));
}
