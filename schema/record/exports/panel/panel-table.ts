import { FormId } from '../../../law/forms/form.ts';
import { measure } from '../../../law/metrics/measure.ts';
import { type Metric, metrics } from '../../../law/metrics/metrics.ts';
import { denominatorFor } from '../../../law/metrics/territory.ts';
import { type DenominatorTerm, denominatorTerms } from '../../../law/vocabulary/denominators.ts';
import { indicatorTerms } from '../../../law/vocabulary/indicators.ts';
import type { Bilingual } from '../../bilingual.ts';
import { type CellName, cellNames } from '../../cell-names.ts';
import type { Denominators } from '../../denominator.ts';
import type { VersionHead } from '../../version-head.ts';
import { computedPaths, type PanelLine, panelStates, stateOf } from './panel-line.ts';
import { identityFacts, type PanelColumn, reportFacts } from './report-facts.ts';
import {
  computedName,
  denominatorName,
  denominatorSourceName,
  measureName,
  shortName,
  stateName,
} from './short-names.ts';

/**
 * The columns of the panel: a row for each report. They are the same whatever is asked for, so that files of different years and places
 * can be put under one another: every cell of every edition of the form, with its state and, of totals, what their parts add up to; every
 * national indicator of the annex and of the sentences; every measure.
 */
export const panelColumns: readonly PanelColumn<PanelLine>[] = [
  ...identityFacts,
  ...reportFacts,
  ...tableCellNames().flatMap(cellColumns),
  ...indicatorTerms.flatMap(({ key, name, unit }) => [
    ...stated({ path: `statistics.${key}`, name: within({ zh: '统计附表', en: 'Indicator annex' }, name), unit }),
    figure({ path: `indicators.${key}`, name: within({ zh: '正文', en: 'Narrative' }, name), unit }),
  ]),
  ...metrics.map(measureColumn),
  ...denominatorTerms.flatMap(denominatorColumns),
];

/** Every cell of every edition, once; in the words of the newest edition that has it. */
function tableCellNames(): CellName[] {
  return [...new Map(FormId.options.flatMap(cellNames).map((cell) => [cell.path, cell])).values()];
}

function within(where: Bilingual, name: Bilingual): Bilingual {
  return { zh: `${where.zh} · ${name.zh}`, en: `${where.en} · ${name.en}` };
}

function cellColumns(cell: CellName): PanelColumn<PanelLine>[] {
  const { path, name, unit } = cell;
  if (!computedPaths.includes(path)) return stated(cell);
  const computed: PanelColumn<PanelLine> = {
    ...{ name: computedName(path), type: 'number', required: false, path, unit },
    title: { zh: `${name.zh}（按分项计算）`, en: `${name.en}, as its parts add up` },
    note: { zh: '各分项均印有数字时才有值。', en: 'There where every part is printed.' },
    field: ({ computed: sums }) => sums.get(path) ?? null,
  };
  return [...stated(cell), computed];
}

/** A figure, and what stands in its place. */
function stated(cell: CellName): PanelColumn<PanelLine>[] {
  const { path, name } = cell;
  const state: PanelColumn<PanelLine> = {
    ...{ name: stateName(path), type: 'string', required: false, values: panelStates, path },
    title: { zh: `${name.zh}（状态）`, en: `${name.en}: state` },
    note: {
      zh: 'absent 文件中未找到；otherScope 属另一统计范围；空 该版格式无此项。',
      en: 'absent: not found in the document; otherScope: of another scope than the report; empty: not in its form.',
    },
    field: (line) => stateOf(line, path),
  };
  return [figure(cell), state];
}

function figure({ path, name, unit }: CellName): PanelColumn<PanelLine> {
  return {
    ...{ name: shortName(path), type: 'number', required: false, title: name, path, unit },
    field: ({ values }) => values.get(path) ?? null,
  };
}

function measureColumn(metric: Metric): PanelColumn<PanelLine> {
  const { key, name, unit } = metric;
  return {
    ...{ name: measureName(key), type: 'number', required: false, path: `measures.${key}`, unit },
    title: { zh: `指标 · ${name.zh}`, en: `Measure · ${name.en}` },
    note:
      metric.per === undefined
        ? { zh: '计算值；缺少任一数字时为空。', en: 'Computed; empty where a figure it needs is missing.' }
        : {
            zh: '计算值；仅全辖区（territory）报告、且已导入该区划该年度的分母时有值。',
            en: 'Computed; of reports on a territory alone, where the denominator of the division and year is imported.',
          },
    field: ({ head, denominators }) => measure(metric, head, denominators).value,
  };
}

/** What the territory of the agency has, and where that was published. */
function denominatorColumns({ key, name, unit }: DenominatorTerm): PanelColumn<PanelLine>[] {
  const source = (head: VersionHead, denominators: Denominators) => {
    const found = denominatorFor(head, key, denominators);
    if (found === null) return null;
    const { title, url, publishedOn } = found.source;
    return [title, publishedOn, url].filter((part) => part !== null).join('; ');
  };
  return [
    {
      ...{ name: denominatorName(key), type: 'number', required: false, unit },
      title: { zh: `${name.zh}（所在区划）`, en: `${name.en} of its division` },
      note: {
        zh: '由运营者导入；未导入该年度或机关无对应区划时为空。',
        en: 'Imported by an operator; empty where none of the year is, or the agency has no division of its own.',
      },
      field: ({ head, denominators }) => denominatorFor(head, key, denominators)?.value ?? null,
    },
    {
      ...{ name: denominatorSourceName(key), type: 'string', required: false, width: source },
      title: { zh: `${name.zh}（来源）`, en: `${name.en}: source` },
      note: { zh: '标题；发布日期；网址。', en: 'Title; day of publication; address.' },
      field: ({ head, denominators }) => source(head, denominators),
    },
  ];
}
