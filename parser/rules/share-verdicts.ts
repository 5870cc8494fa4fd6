import { wholesOfShares } from '../../schema/law/vocabulary/indicator-cells.ts';
import { differentScopes, scopeOf } from '../../schema/record/scope.ts';
import type { Percent, ShareClaim } from '../extract/claims/claim.ts';
import { fitsPercent } from './percent-fits.ts';
import { readingsIn } from './readings.ts';
import type { CheckableRecord } from './rule.ts';
import type { Verdict } from './verdict.ts';

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
