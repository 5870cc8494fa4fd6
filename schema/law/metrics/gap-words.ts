import type { Bilingual } from '../../record/bilingual.ts';
import type { FormId } from '../forms/form.ts';
import type { Gap, GapCode } from './measure.ts';
import type { Metric } from './metrics.ts';

const words: Readonly<Record<GapCode, Bilingual>> = {
  noReport: { zh: '没有该年度的年度报告', en: 'No annual report of this year is stored' },
  identityInDoubt: {
    zh: '报告机关、年度或是否为正式报告有疑问,未计算',
    en: 'It is in doubt whose report this is, on which year, or whether it is the published one: nothing is computed from it',
  },
  notInForm: { zh: '该版式没有这项指标', en: 'The form of the report does not have this measure' },
  formUnknown: { zh: '报告的版式无法判断', en: 'The form of the report cannot be told' },
  notPrinted: { zh: '所需数值未填写或无法识读', en: 'Figures it is made of are not printed readably' },
  scopeUnknown: {
    zh: '报告未说明数字的统计范围,不能按辖区人口或机关数计算',
    en: 'Nothing tells whose figures the report gives, so they are not divided by what a territory has',
  },
  notTerritory: {
    zh: '报告只统计本机关或本级,不能按全辖区人口或机关数计算',
    en: 'The report gives figures of its own organ or level, not of the whole territory',
  },
  noDivision: {
    zh: '报告所统计的区域不是行政区划,或所在区划不明,没有对应的人口或机关数',
    en: 'The area of the figures is no administrative division, or it is not known which',
  },
  noDenominator: {
    zh: '没有导入该行政区划该年度的人口或机关数,未用其他年度代替',
    en: 'No such number of the division and year has been imported; that of another year is not used instead',
  },
  nothingToDivide: { zh: '分母为零,没有可计算的占比', en: 'A share of nothing: there were no cases' },
};

/** Why a measure has no value, in words; a break between forms says what differs. */
export function gapWords(metric: Metric, { code }: Gap, form: FormId | null): Bilingual {
  const note = code === 'notInForm' ? metric.breaks.find((each) => each.form === form)?.note : undefined;
  return note ?? words[code];
}
