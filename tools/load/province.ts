import fc from 'fast-check';
import type { ExampleReport } from '../../parser/rules/rule.ts';
import { cellPaths, type FormTable } from '../../schema/law/forms/form.ts';
import { formById } from '../../schema/law/forms/forms.ts';
import { type Division, divisionByCode, divisions } from '../../schema/law/vocabulary/divisions.ts';
import { balancedReport } from '../../test/support/balanced-report.ts';
import { renderDocx } from '../../test/support/render-docx.ts';
import { renderPage } from '../../test/support/render-page.ts';
import { type GeneratedReport, renderReport } from '../../test/support/render-report.ts';
import { mulberry32, type Random } from '../random.ts';

/** A report that must be found in the end: what its record holds, by `table.row.column` or, of a narrative one, by indicator. */
export interface ExpectedReport {
  readonly agency: string;
  readonly year: number;
  readonly figures: ReadonlyMap<string, number>;
}

/** A file that is uploaded. `report` is null for one that is none. */
export interface LoadFile {
  readonly key: string;
  readonly report: ExpectedReport | null;
  bytes(): Uint8Array;
}

/** What becomes of the reports of a province: files in the order in which they arrive, and the reports that are in them. */
export interface LoadedProvince {
  /** The province's two digits. */
  readonly code: string;
  readonly files: readonly LoadFile[];
  readonly reports: readonly ExpectedReport[];
}

/** Kinds of organs that every county and city has. */
const organs =
  '人民政府 人民政府办公室 发展和改革局 教育局 科学技术局 公安局 民政局 司法局 财政局 人力资源和社会保障局 自然资源局 生态环境局 住房和城乡建设局 交通运输局 水利局 农业农村局 商务局 卫生健康局 退役军人事务局 应急管理局 审计局 市场监督管理局 统计局 医疗保障局 林业局 信访局'.split(
    ' ',
  );

const [firstTableYear, newestFormYear, lastYear] = [2019, 2021, 2025];
const [fewestYears, mostYears] = [5, 18];

/** Of a hundred files so many are broken, and so many stand there once more, as another rendition or as the same bytes. */
const [brokenShare, againShare] = [0.03, 0.05];

/**
 * The files of a made-up province of so many reports: agencies of every county, 5 to 18 years each, in the forms and formats
 * of their time, some broken, some arriving again, in random order. The same seed gives the same files.
 */
export function loadedProvince(code: string, count: number, seed: number): LoadedProvince {
  const random = mulberry32(seed);
  const samples = fc.sample(balancedReport, { seed, numRuns: 400 });
  const reports: ExpectedReport[] = [];
  const files: LoadFile[] = [];
  for (const agency of agenciesOf(code)) {
    const years = fewestYears + Math.floor(random() * (mostYears - fewestYears + 1));
    for (let year = lastYear - years + 1; year <= lastYear && reports.length < count; year += 1) {
      const made = year < firstTableYear ? narrative(agency, year, random) : tabular(agency, year, samples, random);
      reports.push(made.report);
      const number = reports.length;
      const [first, second] = shuffled(made.renditions, random);
      if (first !== undefined) files.push(fileOf(first, made.report, `${year}/${number}`));
      if (random() < againShare && second !== undefined)
        files.push(fileOf(random() < 0.5 ? second : (first ?? second), made.report, `${year}/${number}-again`));
      if (random() < brokenShare) files.push(brokenFile(`${year}/${number}-broken`, first, random));
    }
    if (reports.length >= count) break;
  }
  if (reports.length < count) throw new Error(`A province has ${reports.length} reports at most, not ${count}.`);
  return { code, files: shuffled(files, random), reports };
}

function* agenciesOf(province: string): Generator<string> {
  const own = divisions.filter(({ code, level }) => code.startsWith(province) && level !== 'province');
  for (const organ of organs) for (const division of own) yield `${fullName(division)}${organ}`;
}

/** A county with its city: 市中区 there are several of. */
function fullName(division: Division): string {
  const parent =
    division.level === 'county' && division.parentCode !== null ? divisionByCode(division.parentCode) : null;
  return parent?.level === 'prefecture' ? `${parent.name}${division.name}` : division.name;
}

interface Rendition {
  readonly extension: string;
  bytes(): Uint8Array;
}

interface Made {
  readonly report: ExpectedReport;
  readonly renditions: readonly Rendition[];
}

/** A report on the form of its year: tables three and four as a sample that agrees with itself has them, and table two at random. */
function tabular(agency: string, year: number, samples: readonly ExampleReport[], random: Random): Made {
  const form = formById(year < newestFormYear ? '2019' : '2021');
  const ofForm = samples.filter((sample) => sample.form === form.id);
  const { rows = {} } = ofForm[Math.floor(random() * ofForm.length)] ?? {};
  const figures = new Map(form.tables.flatMap((table) => figuresOf(table, rows, random)));
  const printed = new Map([...figures].map(([path, value]) => [path, isAmount(path) ? `${value}万元` : String(value)]));
  const stored = new Map([...figures].map(([path, value]) => [path, isAmount(path) ? value * 10_000 : value]));
  return { report: { agency, year, figures: stored }, renditions: renditionsOf({ form, agency, year, printed }) };
}

function figuresOf(table: FormTable, rows: ExampleReport['rows'] & object, random: Random): [string, number][] {
  if (table.key === 'proactiveDisclosure')
    return cellPaths(table).map((path) => [`${table.key}.${path}`, Math.floor(random() * 1_000)]);
  return table.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column, index): [string, number] => {
        const value = rows[`${table.key}.${row.key}`]?.[index] ?? 0;
        return [`${table.key}.${row.key}.${column.key}`, Number(value)];
      }),
    ),
  );
}

/** Amounts are printed in units of ten thousand yuan and stored in yuan. */
const isAmount = (path: string) => path.endsWith('.amount');

function renditionsOf(report: GeneratedReport): Rendition[] {
  const texts = {
    preamble: [`本报告由${report.agency}编制，所列数据的统计期限为${report.year}年1月1日至${report.year}年12月31日。`],
    overview: ['全年工作平稳有序，政府信息公开的各项制度得到落实。'],
    problems: ['公开内容的深度还不够。'],
    other: ['没有其他需要报告的事项。'],
  };
  return [
    { extension: 'html', bytes: () => Buffer.from(renderPage(report, texts)) },
    { extension: 'txt', bytes: () => Buffer.from(renderReport(report, 'pipes')) },
    {
      extension: 'docx',
      bytes: () => renderDocx(report, texts, { numbered: false, boxed: [], edited: false }),
    },
  ];
}

/** A report of the years before the tables: sentences. */
function narrative(agency: string, year: number, random: Random): Made {
  const [disclosed, received] = [100 + Math.floor(random() * 9_000), 1 + Math.floor(random() * 90)];
  const lines = [
    `${agency}${year}年政府信息公开工作年度报告`,
    `本报告由${agency}编制，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    '一、概述',
    '按照《中华人民共和国政府信息公开条例》的要求，政府信息公开工作有序开展。',
    '二、主动公开政府信息情况',
    `全年主动公开政府信息${disclosed}条。`,
    '三、依申请公开政府信息情况',
    `全年共收到政府信息公开申请${received}件，均已按时答复。`,
    '四、存在的主要问题和改进措施',
    '公开的内容还需要进一步丰富。',
  ];
  const figures = new Map([
    ['indicators.proactive.total', disclosed],
    ['indicators.applications.received', received],
  ]);
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${lines.map((line) => `<p>${line}</p>`).join('\n')}</body></html>`;
  return {
    report: { agency, year, figures },
    renditions: [
      { extension: 'html', bytes: () => Buffer.from(page) },
      { extension: 'txt', bytes: () => Buffer.from(lines.join('\n')) },
    ],
  };
}

function fileOf({ extension, bytes }: Rendition, report: ExpectedReport, name: string): LoadFile {
  return { key: `raw/load/${name}.${extension}`, report, bytes };
}

/** A page of something else, a file cut off in its middle, or bytes that are nothing. */
function brokenFile(name: string, like: Rendition | undefined, random: Random): LoadFile {
  const kinds: readonly Rendition[] = [
    { extension: 'html', bytes: () => Buffer.from(`<html><body><p>${name}：关于召开会议的通知</p></body></html>`) },
    { extension: 'docx', bytes: () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(name)]) },
    { extension: 'pdf', bytes: () => Buffer.from(`%PDF-1.7\n${name}`) },
  ];
  const { extension, bytes } = kinds[Math.floor(random() * kinds.length)] ??
    like ?? { extension: 'txt', bytes: () => Buffer.of(0) };
  return { key: `raw/load/${name}.${extension}`, report: null, bytes };
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  for (let index = left.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [left[index], left[other]] = [left[other] as T, left[index] as T];
  }
  return left;
}
