import { wholesOfShares } from '../../schema/law/vocabulary/indicator-cells.ts';
import { differentScopes, scopeOf } from '../../schema/record/scope.ts';
import type { Percent, ShareClaim } from '../prose/claim.ts';
import { readingsIn } from './readings.ts';
import type { CheckableRecord, Rule } from './rule.ts';
import { checkOf, fitsPercent, type Verdict } from './verdict.ts';

interface Whole {
  readonly value: number;
  readonly cells: readonly string[];
}

/** Wholes that the tables or other sentences give for what has the share, none that is known to be of another scope. */
function wholesElsewhere(record: CheckableRecord, { part }: ShareClaim): { tables: Whole[]; sentences: Whole[] } {
  const groups = [...new Set(part.keys.map((key) => key.split('.')[0] ?? ''))];
  const keys = groups.flatMap((group) => wholesOfShares[group] ?? []);
  const readings = readingsIn(record);
  const tables = keys.flatMap((key) => readings(key)).filter(({ scope }) => !differentScopes(part.scope, scope));
  const sentences = record.indicators
    .filter(({ key }) => key !== null && keys.includes(key))
    .filter((indicator) => !differentScopes(part.scope, scopeOf(indicator)))
    .map(({ key, value }) => ({ value, cells: [`indicators.${key}`] }));
  return { tables, sentences };
}

function share(part: number, whole: number): number {
  return (100 * part) / whole;
}

function written({ value, decimals }: Percent): string {
  return `${value.toFixed(decimals)}%`;
}

function verdict(record: CheckableRecord, claim: ShareClaim): Verdict {
  const { part, percent, wholes, ofFirst, text, section } = claim;
  const place = record.sections.find(({ ordinal }) => ordinal === section)?.key;
  const elsewhere = wholesElsewhere(record, claim);
  const stated = wholes.map(({ value }) => ({ value, cells: [] }));
  const candidates = [...stated, ...elsewhere.tables, ...elsewhere.sentences].filter(({ value }) => value > 0);
  const matched = candidates.find(({ value }) => fitsPercent(share(part.value, value), percent));
  const known = elsewhere.tables[0] ?? (ofFirst ? stated[0] : undefined);
  const isCertain = known !== undefined && known.value > 0 && !part.approximate && !(ofFirst && wholes[0]?.approximate);
  const whole = matched ?? known;
  const follows = whole === undefined ? null : share(part.value, whole.value);
  return {
    tag: written(percent),
    agrees: matched !== undefined ? true : isCertain ? false : null,
    cells: [...(place === undefined ? [] : [`sections.${place}`]), ...(whole?.cells ?? [])],
    expected: follows === null ? null : Number(follows.toFixed(percent.decimals + 1)),
    actual: percent.value,
    text,
    message: isCertain
      ? {
          zh: `正文称${part.value}${part.unit}占${written(percent)},而在${whole?.value ?? ''}中应占${follows?.toFixed(percent.decimals + 1) ?? ''}%。`,
          en: `The text has ${part.value} as ${written(percent)}, but of ${whole?.value ?? ''} it is ${follows?.toFixed(percent.decimals + 1) ?? ''}%.`,
        }
      : { zh: `不明${written(percent)}所占的总数。`, en: `It is not clear of what ${written(percent)} is.` },
  };
}

/** Each share that a sentence states, held against every whole that it may be of. */
export function shareVerdicts(record: CheckableRecord): Verdict[] {
  return record.claims.flatMap((claim) => (claim.kind === 'share' ? [verdict(record, claim)] : []));
}

/** A stated share (占33.9%) follows from its part and a whole, to the printed precision, cut off or rounded. */
export const narrativeShare: Rule = {
  id: 'narrative.share',
  title: { zh: '正文所述占比与数字相符', en: 'Shares in the text follow from the figures' },
  severity: 'warning',
  source: { zh: '正文与表三、表四', en: 'Text and tables 3 and 4' },
  check: (record) => shareVerdicts(record).map(checkOf),
  examples: {
    passing: {
      about: { zh: '内江市2020年的数字:114件占234件的48.7%', en: 'Figures of Neijiang 2020: 114 of 234 are 48.7%' },
      form: '2019',
      year: 2020,
      sections: { applications: '共办结政府信息公开申请234件,其中予以公开114件,占48.7%。' },
      rows: {
        'applications.granted': [111, 2, 0, 0, 1, 0, 114],
        'applications.processed': [225, 3, 1, 3, 2, 0, 234],
      },
    },
    failing: {
      about: { zh: '同上,占比误作84.7%', en: 'The same with 84.7%' },
      form: '2019',
      year: 2020,
      sections: { applications: '共办结政府信息公开申请234件,其中予以公开114件,占84.7%。' },
      rows: {
        'applications.granted': [111, 2, 0, 0, 1, 0, 114],
        'applications.processed': [225, 3, 1, 3, 2, 0, 234],
      },
    },
  },
};
