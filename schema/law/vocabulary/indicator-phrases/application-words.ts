import { applicationChannels } from '../disclosure-channels.ts';
import type { IndicatorPhrase } from '../indicator-phrase.ts';
import { cases } from './units.ts';

/** Figures of how applications came. */
export const arrivals = [
  'applications.received',
  'applications.receivedInPerson',
  'applications.receivedByFax',
  'applications.receivedOnline',
  'applications.receivedByLetter',
];
/** Figures of how many were closed. */
export const closings = ['applications.closed', 'applications.closedOnTime', 'applications.closedExtended'];
/** Figures of how they were answered. */
export const answers = [
  'applications.granted',
  'applications.partlyGranted',
  'applications.refused',
  'applications.notHeld',
  'applications.notExisting',
  'applications.alreadyPublic',
  'applications.corrected',
  'applications.redirected',
  'applications.unavailable',
  'applications.notProcessed',
  'applications.otherwise',
];
const applicants = ['applications.naturalPersons', 'applications.organizations'];
/** What an application is called. */
export const application = [
  '依申请公开政府信息申请件',
  '依申请公开政府信息申请',
  '依申请公开政府信息',
  '依申请公开信息',
  '依申请公开申请件',
  '依申请公开申请',
  '依申请公开事项',
  '依申请公开件',
  '依申请公开信件',
  '依申请公开',
  '依申请信息公开',
  '政府信息公开申请件',
  '政府信息公开申请事项',
  '政府信息公开申请书',
  '政府信息公开申请表',
  '信息公开申请表',
  '政府信息公开申请',
  '信息公开申请件',
  '信息公开申请',
  '政务公开申请',
  '公开政府信息申请',
  '公开政府信息的申请',
  '申请公开政府信息事项',
  '申请公开政府信息',
  '申请公开信息',
  '申请政府信息公开',
  '申请信息公开',
  '公开申请',
];
/** What the phrases of applications have in common. */
export const applicationSection = { units: cases, home: ['applications'] } as const;

/** 网络申请1件, as part of the applications received or beside another channel. */
export const arrival = (key: string, are: string, words: readonly string[]): IndicatorPhrase => ({
  ...applicationSection,
  keys: [key],
  nouns: words.flatMap((word) =>
    ['', '申请', '提交', '提出', '递交', '方式', '渠道', '形式', '收到', '受理'].flatMap((act) => [
      `${word}${act}`,
      `${word}(?:方式|形式|渠道|途径)${act}`,
      `${word}(?:方式|形式|渠道|途径)${act}的?(?:(?:政府)?信息公开|公开)?申请`,
      `${word}${act}申请`,
      `${word}(?:平台)?${act}的?(?:政府)?(?:信息公开|公开)?申请`,
    ]),
  ),
  channels: { among: applicationChannels, are: [are] },
  needs: 'lead',
  of: arrivals,
});

/** 同意公开3件: an answer among all applications; as part of those closed on time alone it is no total. */
export const answer = (key: string, ...words: string[]): IndicatorPhrase => ({
  ...applicationSection,
  keys: [key],
  nouns: words.flatMap((word) => [word, `${word}答复`, `${word}类`]).map((noun) => `(?<![或和及与]|.、)${noun}`),
  needs: 'lead',
  of: ['applications.received', 'applications.closed', ...answers],
});

/** 自然人申请215件, among the applications received or beside another kind of applicant. */
export const applicant = (key: string, ...words: string[]): IndicatorPhrase => ({
  ...applicationSection,
  keys: [key],
  nouns: words.flatMap((word) => [
    `(?<![、和及与或])${word}`,
    `(?<![、和及与或])${word}的?(?:(?:政府)?信息公开)?申请`,
    `(?<![、和及与或])${word}(?:提出|提交|申请)的?(?:政府)?(?:信息公开)?(?:申请)?`,
  ]),
  needs: 'lead',
  of: ['applications.received', ...applicants],
});
