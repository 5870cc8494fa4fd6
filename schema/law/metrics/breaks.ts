import type { FormId } from '../forms/form.ts';
import type { Break } from './metric.ts';

const note = (form: FormId, zh: string, en: string): Break => ({ form, note: { zh, en } });

/** Form 2008 counts answers by what was answered, and several may go to one application. */
export const answersNotResults = note(
  '2008',
  '2008年版统计的是答复数,2019年起统计的是申请的办理结果,口径不同',
  'Form 2008 counts answers; since 2019 the results of applications are counted, which is not the same',
);

/** 规范性文件 of 2019 are all documents with an official number; 行政规范性文件 of 2021 are those that bind the public. */
export const documentsWithNumbers = note(
  '2019',
  '2019年版统计的是有正式文号的文件,2021年起统计的是行政规范性文件,口径不同',
  'Form 2019 counts all documents with an official number; since 2021 only administrative normative documents are counted',
);
export const normativeOnly = note(
  '2021',
  '2021年版只统计行政规范性文件,2019年版统计的是有正式文号的文件,口径不同',
  'Form 2021 counts administrative normative documents only; form 2019 all documents with an official number',
);

/** 依申请公开信息收取的费用 of the annex are fees for answering applications, not administrative fees. */
export const feesForApplications = note(
  '2008',
  '2008年版统计的是依申请公开收取的费用,2021年版统计的是行政事业性收费,口径不同',
  'Form 2008 states fees for answering applications; form 2021 all administrative fees',
);
export const feeItems = note(
  '2019',
  '2019年版统计的是收费项目数,不是金额',
  'Form 2019 counts kinds of fees, not money',
);
