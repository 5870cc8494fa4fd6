import { createHash } from 'node:crypto';
import { denominatorFor } from '../../schema/law/metrics/territory.ts';
import { denominatorTerms } from '../../schema/law/vocabulary/denominators.ts';
import { type Denominators, denominatorsOf } from '../../schema/record/denominator.ts';
import type { PanelRequest } from '../../schema/record/exports/export-kind.ts';
import type { Exported } from '../../schema/record/exports/exported.ts';
import { isWithin, kindKeyOf, typedAgencyOf } from '../../schema/record/lists/agency-list.ts';
import { agencyOfHead, type VersionHead } from '../../schema/record/version-head.ts';
import { digestLength, type PanelReader, readRecords, release } from './snapshot.ts';

/**
 * The reports of a panel at one moment, by version alone: what heads say of the reports of a country would not fit in memory. They are read
 * again year by year when the file is written.
 */
export interface PanelSnapshot {
  /** Of each year the version of each agency's report, by agency id, in the order of rows. */
  readonly years: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly rows: number;
  /** What held of the inhabitants and organs of divisions. */
  readonly denominators: Denominators;
  /** Changes with any of the reports and their denominators, and with the release that writes them. */
  readonly digest: string;
}

/** `look` is shown every head, for what must be known of all rows before the first is written. */
export async function takePanelSnapshot(
  reader: PanelReader,
  request: PanelRequest,
  look: (head: VersionHead, denominators: Denominators) => void = () => undefined,
): Promise<PanelSnapshot> {
  const isWanted = panelTest(request);
  const years = new Map<number, ReadonlyMap<string, string>>();
  const hash = createHash('sha256').update(release);
  const denominators = denominatorsOf((await reader.lists().denominators()).lines);
  let rows = 0;
  for (const year of (await reader.lists().years()).filter((year) => isAmong(request.years, year))) {
    const heads = (await reader.lists().reports(year)).lines.filter(isWanted);
    for (const head of heads) {
      const has = denominatorTerms.map(({ key }) => denominatorFor(head, key, denominators));
      hash.update(JSON.stringify([head.agencyId, year, head.version, ...has]));
      look(head, denominators);
    }
    if (heads.length > 0) years.set(year, new Map(heads.map(({ agencyId, version }) => [agencyId, version])));
    rows += heads.length;
  }
  return { years, rows, denominators, digest: hash.digest('hex').slice(0, digestLength) };
}

function panelTest({ places, types, levels, scopes }: PanelRequest): (head: VersionHead) => boolean {
  const isOneOf = <Value>(values: readonly Value[], value: Value) => values.length === 0 || values.includes(value);
  return (head) => {
    const agency = agencyOfHead(head);
    return (
      (places.length === 0 || places.some((place) => isWithin(agency, place))) &&
      (levels.length === 0 || (head.level !== null && levels.includes(head.level))) &&
      (types.length === 0 || types.includes(kindKeyOf(typedAgencyOf(head)))) &&
      isOneOf(scopes, head.scope ?? 'unknown')
    );
  };
}

function isAmong(spans: PanelRequest['years'], year: number): boolean {
  return spans.length === 0 || spans.some(([from, to]) => from <= year && year <= to);
}

/** The records of a snapshot in its order, without narrative texts. Throws where one is gone, so that no file lacks a row silently. */
export async function* readPanel(reader: PanelReader, { years }: PanelSnapshot): AsyncGenerator<readonly Exported[]> {
  for (const [year, versions] of years) {
    const current = new Map((await reader.lists().reports(year)).lines.map((head) => [head.agencyId, head]));
    const heads: VersionHead[] = [];
    for (const [agencyId, version] of versions) {
      const head = current.get(agencyId);
      heads.push(head?.version === version ? head : await headOf(reader, { agencyId, year, version }));
    }
    yield* readRecords(reader, heads, { texts: false });
  }
}

/** The head of a version that is no longer the current one. */
async function headOf(
  reader: PanelReader,
  { agencyId, year, version }: { readonly agencyId: string; readonly year: number; readonly version: string },
): Promise<VersionHead> {
  const head = (await reader.versions(agencyId, year)).find((one) => one.version === version);
  if (head === undefined) throw new Error(`The record of ${agencyId} for ${year} is gone.`);
  return head;
}
