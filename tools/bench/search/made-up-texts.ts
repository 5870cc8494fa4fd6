import { readFile } from 'node:fs/promises';
import { parseReport } from '../../../parser/parse-report.ts';
import type { ReportRecord } from '../../../schema/record/report.ts';
import type { Random } from '../../random.ts';

/** Reports whose clauses those of the made-up ones are: all that `samples/` has of the form of today. */
const sources = ['neijiang-2020.txt', 'qingzhen-2020.txt', 'yingkou-2020.txt', 'gongjing-2018.txt'];

/** Characters of the preamble, section 一, 五 and 六 of a report: as in the samples, of which the longest has 5,900. */
const lengths = { preamble: 250, overview: 2_400, problemsAndImprovements: 650, other: 120 } as const;

/** Words of which a report has some and most have not. */
const rare =
  '帮办代办 村务公开 流动宣传车 区块链 数字政府 适老化改造 政策直播间 民生实事 一码通办 邻里中心 蓝天保卫战 退捕禁捕 防汛抗旱 惠企政策 老旧小区 乡村振兴 公共资源交易 中小学招生 就业创业 医疗救助 食品抽检 征地补偿 危房改造 河长制 农村公路'.split(
    ' ',
  );

/** What the narrative of a report is made of. */
export interface Clauses {
  readonly all: readonly string[];
}

export async function readClauses(): Promise<Clauses> {
  const texts = await Promise.all(
    sources.map(async (name) => {
      const [record] = await parseReport(await readFile(new URL(`../../../samples/${name}`, import.meta.url)));
      return record?.sections.map(({ text }) => text).join('\n') ?? '';
    }),
  );
  return {
    all: texts
      .join('\n')
      .split(/[,。;，；\n]/u)
      .filter((clause) => clause.length >= 6 && clause.length <= 60),
  };
}

/** A text of about so many characters: clauses in random order with figures of their own, here and there the agency's name or a rare word. */
function text(
  { all }: Clauses,
  { length, agency, random }: { readonly length: number; readonly agency: string; readonly random: Random },
): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item; // items are never none
  const paragraphs: string[] = [];
  let written = 0;
  while (written < length) {
    const clauses = Array.from({ length: 2 + Math.floor(random() * 4) }, () => {
      const clause = pick(all).replace(/\d+/gu, () => String(Math.floor(random() ** 3 * 5_000)));
      const chance = random();
      if (chance < 0.02) return `${agency}${clause}`;
      return chance < 0.03 ? `${clause}推进${pick(rare)}${Math.floor(random() * 300)}项` : clause;
    });
    const sentence = `${clauses.join(',')}。${random() < 0.2 ? '\n' : ''}`;
    paragraphs.push(sentence);
    written += sentence.length;
  }
  return paragraphs.join('').trimEnd();
}

/** A record with a narrative of its own. */
export function withTexts(
  record: ReportRecord,
  clauses: Clauses,
  of: { readonly agency: string; readonly random: Random },
): ReportRecord {
  const lengthOf = (key: string): number => new Map(Object.entries(lengths)).get(key) ?? 0; // sections of tables have no text
  const sections = record.sections.map((section) => ({
    ...section,
    text: lengthOf(section.key) === 0 ? '' : text(clauses, { length: lengthOf(section.key), ...of }),
  }));
  return { ...record, sections, preamble: text(clauses, { length: lengths.preamble, ...of }) };
}
