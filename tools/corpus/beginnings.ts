import type { ConvertedCase } from './case.ts';
import { expectedOf } from './expected.ts';
import { county2022 } from './originals.ts';
import { renderText } from './text.ts';

/** What must come out of another beginning of the same report, beside its tables and sections. */
interface Facts {
  readonly agency: { readonly name: string; readonly divisionCode: string | null } | null;
  readonly publishedOn?: string;
  /** Ids of the rules that doubt it. */
  readonly doubts?: readonly string[];
}

const firstHeading = '一、总体情况';
const title = '2022年政府信息公开工作年度报告';
const period = '数据统计期限为2022年1月1日至2022年12月31日。';

/** Reports that say in many ways who reports: what names the agency, and what only seems to. */
export const beginningCases: readonly ConvertedCase[] = [
  beginning(
    'cited-rule',
    `${title}\n依照《湖北省政府信息公开工作年度报告制度》编写。${period}2022年,柏泉镇认真做好公开工作。`,
    {
      agency: { name: '柏泉镇人民政府', divisionCode: null },
      doubts: ['identity.division'],
    },
  ),
  beginning(
    'duty-of-an-office',
    `${title}\n乡党政办应于每年1月20日前编制出乡政府信息公开年度报告。${period}青龙乡严格落实。`,
    {
      agency: { name: '青龙乡人民政府', divisionCode: null },
      doubts: ['identity.division'],
    },
  ),
  beginning('county-like-a-verb', `将乐县民政局${title}\n${period}`, {
    agency: { name: '将乐县民政局', divisionCode: '350428' },
  }),
  beginning('town-like-a-verb', `瑞昌市对坊乡${title}\n${period}`, {
    agency: { name: '瑞昌市对坊乡人民政府', divisionCode: '360481' },
  }),
  beginning('customs-district', `青岛海关关区${title}\n${period}`, {
    agency: { name: '青岛海关', divisionCode: '370200' },
  }),
  beginning('place-in-contact', `信访局${title}\n${period}如有疑问,请联系习水县信访局办公室。`, {
    agency: { name: '习水县信访局', divisionCode: '520330' },
  }),
  beginning('date-behind-source', `习水县审计局${title}\n来源:县政府办 时间:2023-01-09 10:20\n${period}`, {
    agency: { name: '习水县审计局', divisionCode: '520330' },
    publishedOn: '2023-01-09',
  }),
  beginning(
    'short-name-defined',
    `本报告由国家税务总局习水县税务局(以下简称“习水县税务局”)编制。${period}\n2022年,习水县税务局认真落实。`,
    {
      agency: { name: '国家税务总局习水县税务局', divisionCode: '520330' },
    },
  ),
  beginning('working-group', `${title}\n${period}如有疑问,请与习水县商务局政务公开领导小组办公室联系。`, {
    agency: { name: '习水县商务局', divisionCode: '520330' },
  }),
  beginning(
    'zone-announced',
    `现公布2022年度习水县温水产业园管理委员会信息公开年度工作情况。${period}\n2022年园区管委会坚持公开。`,
    {
      agency: { name: '习水县温水产业园管理委员会', divisionCode: '520330' },
    },
  ),
  beginning('nobody', `${period}\n2022年以来,园区坚持公开。`, { agency: null }),
  beginning('bare-kind', `应急管理局${title}\n${period}`, {
    agency: { name: '应急管理局', divisionCode: null },
    doubts: ['identity.agency', 'identity.division'],
  }),
];

function beginning(name: string, page: string, { agency, publishedOn, doubts = [] }: Facts): ConvertedCase {
  const text = renderText(county2022);
  const rest = text.slice(text.indexOf(firstHeading));
  const facts = {
    agency,
    ...(publishedOn === undefined ? {} : { publishedOn }),
    outcome: outcomeOf(agency, doubts),
    findings: doubts.map((rule) => ({ rule })),
    reasons: agency === null ? [{ code: 'agency-unrecognised' }] : [],
  };
  return {
    name: `beginning-${name}`,
    source: 'source.txt',
    origin: 'A report with invented figures, begun in another way.',
    content: () => `${page}\n${rest}`,
    expected: () => ({ ...expectedOf(county2022), ...facts }),
  };
}

function outcomeOf(agency: Facts['agency'], doubts: readonly string[]): string {
  if (agency === null) return 'rejected';
  return doubts.includes('identity.agency') ? 'held' : 'published';
}
