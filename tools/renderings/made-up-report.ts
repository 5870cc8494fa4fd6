import fc from 'fast-check';
import { cellPaths, type FormTable, type TableKey } from '../../schema/law/forms/form.ts';
import type { Cell } from '../../schema/record/cell.ts';
import { type ArbitraryReport, arbitraryReport } from '../../test/support/arbitrary-report.ts';
import { balancedReport } from '../../test/support/balanced-report.ts';
import { tableHtml } from '../../test/support/render-page.ts';
import { type LaidCell, type LaidTable, layOut } from '../../test/support/statutory-layout.ts';

/** What is printed in a cell of a made-up report, and what may be said of it. */
export interface Truth {
  readonly printed: string;
  readonly value: number | null;
  /** `open`: the damage leaves more than one reading, so that none is right too; `gone`: it is not in the document. */
  readonly state: Exclude<Cell['state'], 'unreadable'> | 'open' | 'gone';
}

/** A report with random figures, as the page from which tools make other files. */
export interface MadeUpReport {
  readonly form: string;
  readonly agency: string;
  readonly year: number;
  /** What was done to it, in words; `whole` for nothing. */
  readonly damage: string;
  /** What stands in it beside its own tables, in words; `none` for nothing. */
  readonly decoy: string;
  readonly html: string;
  /** By `table.row.column`, in the form's order. */
  readonly cells: ReadonlyMap<string, Truth>;
}

/** A report's tables while they are being damaged. */
interface Draft {
  readonly tables: ReadonlyMap<TableKey, LaidTable | null>;
  readonly cells: ReadonlyMap<string, Truth>;
}

/** Damages one table; `pick` chooses the place. */
type Damage = (draft: Draft, table: FormTable, pick: number) => Draft;

/** The same report as it was made by its seed, in every run. */
export function madeUpReport(seed: number): MadeUpReport {
  return fc.sample(reports, { seed, numRuns: 1 })[0] as MadeUpReport; // as many as asked for
}

const agencies = ['赤水市人民政府', '鞍山市教育局', '重庆市渝中区人民政府', '贵州省水利厅', '内江市人民政府'];

const sentences = [
  '认真贯彻落实《中华人民共和国政府信息公开条例》，持续提升政务公开质量。',
  '通过政府网站主动公开信息1286条，政务微博发布326条，微信公众号发布415条。',
  '全年组织培训2次，参训人员45人次。',
  '一是健全制度，二是规范流程，三是强化监督。',
  '存在的问题主要是公开内容的深度还不够，更新不够及时。',
  '下一步将加强队伍建设，进一步规范依申请公开办理。',
  '本年度未收取信息处理费。',
];

const damages: Readonly<Record<string, Damage>> = {
  whole: (draft) => draft,
  'a row is lost': rowLost,
  'a cell is lost': (draft, table, pick) =>
    inRow(draft, table, { pick, change: (cells, at) => cells.filter((_, index) => index !== at) }),
  'two figures in one cell': (draft, table, pick) =>
    inRow(draft, table, {
      pick,
      change: (cells, at) =>
        cells.flatMap((cell, index) => {
          if (index === at) return [together(cell, cells[at + 1])];
          return index === at + 1 ? [] : [cell];
        }),
    }),
  'a note mark at a figure': (draft, table, pick) =>
    inRow(draft, table, {
      pick,
      change: (cells, at) =>
        cells.map((cell, index) =>
          index === at ? { ...cell, text: `${cell.text}${['①', '*', '<sup>[1]</sup>', '（注）'][pick % 4]}` } : cell,
        ),
    }),
  'a table is lost': (draft, table) => tableLost(draft, table),
};

/** One cell with what two print; what is left where one of them is blank. */
function together(cell: LaidCell, next: LaidCell | undefined): LaidCell {
  if (next === undefined || next.text === '') return cell;
  return cell.text === '' ? next : { ...cell, text: `${cell.text} ${next.text}` };
}

type Decoy = (report: ArbitraryReport['report']) => { readonly above: string; readonly below: string };

const decoys: Readonly<Record<string, Decoy>> = {
  none: () => ({ above: '', below: '' }),
  'last year’s table above': (report) => ({ above: otherTable(report, captionOf(report, report.year - 1)), below: '' }),
  'last year’s table below': (report) => ({ above: '', below: otherTable(report, captionOf(report, report.year - 1)) }),
  'a subordinate’s table below': (report) => ({
    above: '',
    below: otherTable(report, `城关镇人民政府${report.year}年收到和处理政府信息公开申请情况表`),
  }),
  'a table of another subject': () => ({
    above: '',
    below:
      '<p>人员和经费情况</p><table border="1"><tr><td>项目</td><td>专职人员</td><td>兼职人员</td></tr><tr><td>人数（人）</td><td>3</td><td>12</td></tr></table>',
  }),
};

const reports: fc.Arbitrary<MadeUpReport> = balancedReport.chain((balanced) =>
  fc
    .record({
      any: arbitraryReport('cells', agencies).filter(({ report }) => report.form.id === balanced.form),
      isBalanced: fc.nat({ max: 3 }).map((pick) => pick > 0),
      zeros: fc.constantFrom('0', '0', '0', '', '/'),
      damage: fc.oneof(
        { weight: 3, arbitrary: fc.constant('whole') },
        { weight: 2, arbitrary: fc.constantFrom(...Object.keys(damages)) },
      ),
      decoy: fc.oneof(
        { weight: 3, arbitrary: fc.constant('none') },
        { weight: 1, arbitrary: fc.constantFrom(...Object.keys(decoys)) },
      ),
      pick: fc.nat({ max: 100_000 }),
      prose: fc.array(fc.constantFrom(...sentences), { minLength: 6, maxLength: 6 }),
    })
    .map(({ any, isBalanced, zeros, damage, decoy, pick, prose }) => {
      const cells = new Map<string, Truth>(any.expected as ReadonlyMap<string, Truth>); // nothing is unreadable before damage
      for (const [path, figure] of isBalanced ? balancedCells(balanced.rows ?? {}, any, zeros) : [])
        cells.set(path, figure);
      const printed = new Map([...cells].map(([path, truth]) => [path, truth.printed]));
      const report = { ...any.report, printed };
      const { tables } = report.form;
      const drawn = new Map(tables.map((table) => [table.key, layOut(table, printed)]));
      const damaged = (damages[damage] as Damage)(
        { tables: drawn, cells },
        tables[pick % tables.length] as FormTable,
        pick,
      );
      const html = page(report, damaged, { prose, ...(decoys[decoy] as Decoy)(report) });
      return {
        form: report.form.id,
        agency: report.agency,
        year: report.year,
        damage,
        decoy,
        html,
        cells: damaged.cells,
      };
    }),
);

/** Tables 三 and 四 of a report that agrees with itself, zeros printed as said. */
function balancedCells(
  rows: Readonly<Record<string, readonly (number | string)[]>>,
  { report }: ArbitraryReport,
  zeros: string,
): [string, Truth][] {
  return report.form.tables
    .filter(({ key }) => key !== 'proactiveDisclosure')
    .flatMap((table) =>
      table.blocks.flatMap((block) =>
        block.rows.flatMap((row) =>
          block.columns.map((column, index): [string, Truth] => {
            const value = Number(rows[`${table.key}.${row.key}`]?.[index] ?? 0);
            const path = `${table.key}.${row.key}.${column.key}`;
            if (value !== 0 || zeros === '0') return [path, { printed: String(value), value, state: 'number' }];
            return [path, { printed: zeros, value: null, state: zeros === '' ? 'blank' : 'notApplicable' }];
          }),
        ),
      ),
    );
}

/** A row that is not printed at all. Table 四 has one row of figures: with it the table is lost. */
function rowLost(draft: Draft, table: FormTable, pick: number): Draft {
  if (table.layout === 'across') return tableLost(draft, table);
  const rows = table.blocks.flatMap((block) => block.rows);
  const lost = rows[pick % rows.length];
  const blocks = table.blocks.map((block) => ({ ...block, rows: block.rows.filter((row) => row !== lost) }));
  const printed = new Map([...draft.cells].map(([path, { printed: text }]) => [path, text]));
  const shorter = layOut({ ...table, blocks }, printed);
  return {
    tables: new Map(draft.tables).set(table.key, shorter),
    cells: restated(draft.cells, 'gone', (path) => path.startsWith(`${table.key}.${lost?.key}.`)),
  };
}

function tableLost(draft: Draft, table: FormTable): Draft {
  return {
    tables: new Map(draft.tables).set(table.key, null),
    cells: restated(draft.cells, 'gone', (path) => path.startsWith(`${table.key}.`)),
  };
}

interface RowChange {
  readonly pick: number;
  /** The row's cells with figures, changed from the one at `at` on. */
  readonly change: (cells: readonly LaidCell[], at: number) => readonly LaidCell[];
}

/** Changes one printed row of figures; what each of its cells is, is open from then on. */
function inRow(draft: Draft, table: FormTable, { pick, change }: RowChange): Draft {
  const laid = draft.tables.get(table.key);
  if (!laid) return draft;
  const rows = laid.rows.filter((row) => row.filter(({ isValue }) => isValue).length > 1);
  const row = rows[pick % rows.length];
  if (row === undefined) return draft;
  const values = row.filter(({ isValue }) => isValue);
  const changed = [...row.filter(({ isValue }) => !isValue), ...change(values, pick % (values.length - 1))];
  const before = laid.rows
    .slice(0, laid.rows.indexOf(row))
    .flat()
    .filter(({ isValue }) => isValue).length;
  const paths = cellPaths(table)
    .slice(before, before + values.length)
    .map((path) => `${table.key}.${path}`);
  return {
    tables: new Map(draft.tables).set(table.key, {
      ...laid,
      rows: laid.rows.map((each) => (each === row ? changed : each)),
    }),
    cells: new Map([
      ...draft.cells,
      ...paths.flatMap((path): [string, Truth][] => {
        const truth = draft.cells.get(path);
        return truth === undefined ? [] : [[path, { ...truth, state: 'open' }]];
      }),
    ]),
  };
}

function restated(cells: Draft['cells'], state: Truth['state'], isMeant: (path: string) => boolean): Draft['cells'] {
  return new Map([...cells].map(([path, truth]) => [path, isMeant(path) ? { ...truth, state } : truth]));
}

const captionOf = ({ agency }: ArbitraryReport['report'], year: number) =>
  `${agency}${year}年收到和处理政府信息公开申请情况`;

/** Table 三 with other figures, under a caption that says whose it is. */
function otherTable({ form, printed }: ArbitraryReport['report'], caption: string): string {
  const table = form.tables.find(({ key }) => key === 'applications') as FormTable; // every form with tables has it
  const other = new Map([...printed.keys()].map((path, index) => [path, String((index * 7919) % 613)]));
  return `<p>${caption}</p>\n${tableHtml(layOut(table, other))}`;
}

interface Surroundings {
  /** A sentence for each section. */
  readonly prose: readonly string[];
  /** Markup above and below table 三. */
  readonly above: string;
  readonly below: string;
}

const numerals = ['一', '二', '三', '四', '五', '六'];

function page(
  { form, agency, year }: ArbitraryReport['report'],
  { tables }: Draft,
  { prose, above, below }: Surroundings,
): string {
  const title = `${agency}${year}年政府信息公开工作年度报告`;
  const sections = form.sections.map((section, index) => {
    const table = form.tables.find((candidate) => candidate.section === section.key);
    const laid = table === undefined ? undefined : tables.get(table.key);
    const body = table === undefined ? `<p>${prose[index]}</p>` : laid ? tableHtml(laid) : '';
    const isApplications = table?.key === 'applications';
    const parts = [isApplications ? above : '', body, isApplications ? below : ''];
    return `<h2>${numerals[index]}、${section.headings[0]}</h2>\n${parts.filter((part) => part !== '').join('\n')}`;
  });
  const opening = `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`;
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${title}</title></head><body>\n<h1>${title}</h1>\n<p>${opening}</p>\n${sections.join('\n')}\n<p>${agency}</p>\n<p>${year + 1}年1月20日</p>\n</body></html>\n`;
}
