import { assumptions } from './assumptions.ts';
import {
  type Charge,
  type Deployed,
  idleMonth,
  ingestedReports,
  ingestRun,
  keptTables,
  nestedQueries,
  queryRun,
  scannedTables,
  total,
} from './bill.ts';
import { atMemorySizes, nationOf, provinceOf, readByOthers } from './growth.ts';
import type { Measured } from './measured.ts';
import { othersPricedAt, pricedAt, pricePages, prices } from './prices.ts';

/** How much is counted on `docs/cost.md`. */
const counts = { reports: 10_000, queries: 1_000_000 } as const;

/** Sizes of a province, in reports, and how often it is asked a month; those of a nation; memory of a function, in MiB. */
const growth = {
  reports: [1_000, 10_000, 100_000, 500_000],
  queries: [0, 100_000, 10_000_000],
  nation: { reports: 5_000_000, queries: 10_000_000 },
  memoryMb: [256, 512, 1024, 1769, 3008],
} as const;

/** The text of `docs/cost.md`: the same figures always give the same text. */
export function describeCosts(measured: Measured, deployed: Deployed): string {
  const { ingested, queried } = measured;
  const reports = ingestedReports(counts.reports, measured, deployed);
  return `${[
    '# What a province costs',
    `Computed by \`npm run cost\` (\`tools/cost.ts\`) from what \`node tools/bench/measure-costs.ts\` measured (\`docs/measured.json\`), from AWS list prices
of ${pricedAt.region}, ${pricedAt.date}, in ${pricedAt.currency}, and from the assumptions below. Prices are inputs: check them for your region
(\`tools/cost/prices.ts\`). Free tiers are left out; with them a small province pays nearly nothing.`,
    summary([
      ['a province in which nothing happens, a month', total(idleMonth(deployed))],
      [`${number(counts.reports)} reports ingested, and kept for a month`, total(reports)],
      [
        `the tables of ${number(counts.reports)} reports for engines of SQL, a month`,
        total(keptTables(counts.reports, deployed)),
      ],
      [`${number(counts.queries)} nested queries`, total(nestedQueries(counts.queries, measured, deployed))],
    ]),
    bill('An idle month', idleMonth(deployed)),
    bill(`${number(counts.reports)} reports`, reports),
    bill(`Tables of ${number(counts.reports)} reports, a month`, keptTables(counts.reports, deployed)),
    `That is for a month in which nothing changes. In an hour in which reports came the files of their years are written anew: five thousand reports take about a minute and two reads of each. A query of Athena that
reads all of both tables costs ${scannedTables(counts.reports).usd.toFixed(4)}; one that names a year and some columns a small part of it, and at least what 10 MB cost.`,
    bill(`${number(counts.queries)} nested queries`, nestedQueries(counts.queries, measured, deployed)),
    `A nested query is one agency, its last year, every section, every cell with its place: ${kilobytes(queried.answerBytes)} of JSON. Most of its price
is sending it; a client that asks for the fields it shows pays a fraction.

The feed of a division (\`/export/51/511000.atom\`) reads the snapshots of a hundred agencies and the decisions on what it tells each time it is asked for, about
${number(assumptions.feedReadUnits)} read units: ${dollars(assumptions.feedReadUnits * prices.tableReadUnit * counts.queries)} for ${number(counts.queries)} times, also where the asker is told that it holds the newest.

Searching texts costs nothing while nobody does. The index of ${number(assumptions.indexedReports)} reports takes ${number(assumptions.indexMb)} MB of the bucket, ${dollars((assumptions.indexMb / 1_000) * prices.bucketGbMonth)} a month until it goes after a quarter of a year; to make it
takes the export function about ${number(assumptions.indexSeconds)} seconds and ${number(assumptions.indexedReports * 2)} read units, ${dollars(assumptions.indexedReports * 2 * prices.tableReadUnit)}. A search is a request with at most twenty records read, as a nested query.`,
    describeGrowth(measured, deployed),
    describeMemory(measured, deployed),
    describeOthers(measured, deployed),
    facts('Measured', measuredFacts(measured)),
    `On ${measured.machine}, with S3 and DynamoDB embedded on the same machine, whose work is in the milliseconds: an upper bound.
Units of the indexes are computed from the items' sizes. The bundled ingest function took ${number(measured.ingestPeakMb)} MiB at most for
${ingested.documents} documents; its memory is set for the largest document, not for the usual one.`,
    facts('Assumed', assumed()),
    facts('Prices', Object.entries(prices).map(words)),
    `They stand on the pages of ${Object.entries(pricePages)
      .map(([service, page]) => `[${service}](${page})`)
      .join(', ')}.`,
  ].join('\n\n')}\n`;
}

function describeGrowth(measured: Measured, deployed: Deployed): string {
  const inputs = { measured, deployed };
  const nation = nationOf(growth.nation.reports, growth.nation.queries, inputs);
  const provinces = growth.reports.flatMap((reports) =>
    growth.queries.map((queries) => provinceOf(reports, queries, inputs)),
  );
  const lines = [...provinces.map((each) => ['a province', each] as const), ['all provinces', nation] as const].map(
    ([what, { reports, queries, first, later }]) => [
      what,
      number(reports),
      number(queries),
      dollars(first),
      dollars(later),
    ],
  );
  return `## By size

${table(['', 'reports', 'nested queries a month', 'USD in the month they come', 'USD in each month after'], lines)}

All provinces are ${assumptions.provinces} stacks. Lists, aggregates and exports are not in it: each is read once for all who ask until a report changes.`;
}

function describeMemory({ ingested, queried, ingestPeakMb }: Measured, deployed: Deployed): string {
  const lines = growth.memoryMb.map((memoryMb) => {
    const [[ingest], [query]] = [
      atMemorySizes([memoryMb], counts.reports, ingestRun(ingested)),
      atMemorySizes([memoryMb], counts.queries, queryRun(queried)),
    ];
    return [
      `${number(memoryMb)} MiB`,
      ...[ingest, query].flatMap((at) => [number((at?.seconds ?? 0) * 1000), dollars(at?.usd ?? 0)]),
    ];
  });
  return `## By memory

${table(['', 'ms a report', `USD for ${number(counts.reports)}`, 'ms a nested query', `USD for ${number(counts.queries)}`], lines)}

Deployed are ${number(deployed.ingestMemoryMb)} MiB for ingest and ${number(deployed.apiMemoryMb)} MiB for the API. Less memory makes a function slower and hardly
cheaper; ingest needs at least the ${number(ingestPeakMb)} MiB that it was seen to take, and room for the largest document.`;
}

function describeOthers(measured: Measured, deployed: Deployed): string {
  const lines = readByOthers(counts.reports).map(({ name, usd }) => [name, dollars(usd)]);
  const own = [
    'this product, stored and kept for a month too',
    dollars(total(ingestedReports(counts.reports, measured, deployed))),
  ];
  const { pages, inputTokens, outputTokens } = assumptions.reportForOthers;
  return `## What others charge for reading

${table(['', `USD for ${number(counts.reports)} reports`], [own, ...lines])}

List prices of ${othersPricedAt.date}, as public comparisons quote them; the makers' own pages are ${othersPricedAt.pages.map((page) => `<${page}>`).join(', ')}. Counted for a report of ${pages} pages,
${number(inputTokens)} tokens to read and ${number(outputTokens)} to write. It is the price of an answer alone: whether a figure is the printed one, each of them leaves to its user to check.`;
}

function assumed(): (readonly [string, string])[] {
  const { reportForOthers, ...others } = assumptions;
  const nested = Object.entries(reportForOthers).map(([key, value]) => [`report for others: ${key}`, value] as const);
  return [...Object.entries(others), ...nested].map(words);
}

function measuredFacts({ ingested, queried }: Measured): (readonly [string, string])[] {
  return [
    ...Object.entries(ingested),
    ...Object.entries(queried).map(([key, value]) => [`query ${key}`, value] as const),
  ].map(words);
}

function summary(lines: readonly (readonly [string, number])[]): string {
  return table(
    ['', 'USD'],
    lines.map(([what, usd]) => [what, dollars(usd)]),
  );
}

function bill(title: string, charges: readonly Charge[]): string {
  const lines = charges.map(({ what, count, unit, usd }) => [what, `${number(count)} ${unit}`, dollars(usd)]);
  return `## ${title}\n\n${table(['for', 'count', 'USD'], [...lines, ['**together**', '', `**${dollars(total(charges))}**`]])}`;
}

function facts(title: string, lines: readonly (readonly [string, string])[]): string {
  return `## ${title}\n\n${table(['', ''], lines)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function words([key, value]: readonly [string, number]): readonly [string, string] {
  return [key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), number(value)];
}

function dollars(usd: number): string {
  return usd.toFixed(2);
}

/** Three digits that count, and no more. */
function number(value: number): string {
  return value.toLocaleString('en', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
}

function kilobytes(bytes: number): string {
  return `${number(bytes / 1024)} KB`;
}
