import { assumptions } from './assumptions.ts';
import type { Measured } from './measured.ts';
import { month, prices } from './prices.ts';

/** What a deployed province is charged for whether anyone uses it or not, and how its functions are made. */
export interface Deployed {
  readonly alarmMetrics: number;
  readonly dashboards: number;
  readonly ingestMemoryMb: number;
  readonly apiMemoryMb: number;
}

/** A line of a bill. */
export interface Charge {
  readonly what: string;
  readonly count: number;
  readonly unit: string;
  readonly usd: number;
}

const gigabyte = 1024 ** 3;

function charge(
  what: string,
  count: number,
  { unit, price }: { readonly unit: string; readonly price: number },
): Charge {
  return { what, count, unit, usd: count * price };
}

/** A province in which nothing happens, for a month. */
export function idleMonth({ alarmMetrics, dashboards }: Deployed): Charge[] {
  const polls = (assumptions.idlePollers * month.seconds) / assumptions.idlePollSeconds;
  return [
    charge('dashboard', dashboards, { unit: 'dashboards', price: prices.dashboardMonth }),
    charge('alarms', alarmMetrics, { unit: 'metrics looked at', price: prices.alarmMetricMonth }),
    charge('looking into the queue', polls, { unit: 'requests', price: prices.queueRequest }),
  ];
}

/** Reports ingested, and kept for the month. */
export function ingestedReports(count: number, measured: Measured, deployed: Deployed): Charge[] {
  const { ingested } = measured;
  const { seconds } = runCost(ingestRun(ingested), deployed.ingestMemoryMb);
  const runs = count / assumptions.messagesPerRun;
  const logGb = (count * (ingested.logBytes + assumptions.runLogBytes)) / gigabyte;
  const metricMonths = (assumptions.ownMetrics * assumptions.hoursOfArrival) / month.hours;
  return [
    charge('function', count * seconds * gb(deployed.ingestMemoryMb), gbSeconds),
    charge('runs', runs, { unit: 'runs', price: prices.lambdaRequest }),
    charge('writes', count * (ingested.writeUnits + ingested.indexWriteUnits), writeUnits),
    charge('reads', count * ingested.readUnits, readUnits),
    charge('bucket, uploads', count, { unit: 'requests', price: prices.bucketPut }),
    charge('bucket, reads', count, { unit: 'requests', price: prices.bucketGet }),
    charge('queue', count * assumptions.queueRequestsPerMessage, { unit: 'requests', price: prices.queueRequest }),
    charge('log', logGb, gbAt(prices.logIngestedGb + prices.logStoredGbMonth)),
    charge('own metrics', metricMonths, { unit: 'metric months', price: prices.ownMetricMonth }),
    ...keptReports(count, measured),
  ];
}

/** Reports kept for a month. */
export function keptReports(count: number, { ingested }: Measured): Charge[] {
  const tableGb = (count * (ingested.tableBytes + ingested.indexBytes)) / gigabyte;
  return [
    charge('table and its backup, a month', tableGb, gbAt(prices.tableGbMonth + prices.tableRecoveryGbMonth)),
    charge('bucket, a month', (count * ingested.rawBytes) / gigabyte, gbAt(prices.bucketGbMonth)),
  ];
}

/** The tables of so many reports, looked after for a month in which none of them changes. */
export function keptTables(count: number, { apiMemoryMb }: Deployed): Charge[] {
  const looks = assumptions.tableLooksPerHour * month.hours;
  const milliseconds = (assumptions.tableLookMsPerThousand * count) / 1000;
  const { seconds } = runCost({ milliseconds, waitMs: assumptions.bucketWaitMs }, apiMemoryMb);
  return [
    charge('function', looks * seconds * gb(apiMemoryMb), gbSeconds),
    charge('runs', looks, { unit: 'runs', price: prices.lambdaRequest }),
    charge('reads of lists', looks * count * assumptions.lineReadUnits, readUnits),
    charge('bucket, looks', looks * 2 * assumptions.tableYears, { unit: 'requests', price: prices.bucketGet }),
    charge('bucket, a month', (count * assumptions.tableFileBytes) / gigabyte, gbAt(prices.bucketGbMonth)),
  ];
}

/** Queries of Athena that read all of the tables. */
export function scannedTables(count: number): Charge {
  return charge('read by Athena', (count * assumptions.tableFileBytes) / gigabyte, gbAt(prices.queryScannedGb));
}

/** Nested queries answered. */
export function nestedQueries(count: number, { queried }: Measured, deployed: Deployed): Charge[] {
  const { seconds } = runCost(queryRun(queried), deployed.apiMemoryMb);
  const chunks = Math.ceil(queried.answerBytes / prices.httpApiChunkBytes);
  const logGb = (count * (assumptions.accessLogBytes + assumptions.runLogBytes)) / gigabyte;
  return [
    charge('API', count * chunks, { unit: 'requests', price: prices.httpApiRequest }),
    charge('function', count * seconds * gb(deployed.apiMemoryMb), gbSeconds),
    charge('runs', count, { unit: 'runs', price: prices.lambdaRequest }),
    charge('reads', count * queried.readUnits, readUnits),
    charge('answers sent', (count * queried.answerBytes) / gigabyte, gbAt(prices.transferOutGb)),
    charge('logs', logGb, gbAt(prices.logIngestedGb + prices.logStoredGbMonth)),
  ];
}

export function total(charges: readonly Charge[]): number {
  return charges.reduce((sum, { usd }) => sum + usd, 0);
}

const gbSeconds = { unit: 'GB-seconds', price: prices.lambdaGbSecondArm };
const writeUnits = { unit: 'write units', price: prices.tableWriteUnit };
const readUnits = { unit: 'read units', price: prices.tableReadUnit };

function gbAt(price: number) {
  return { unit: 'GB', price };
}

function gb(memoryMb: number): number {
  return memoryMb / 1024;
}

/** What a run does: work, in milliseconds of a whole processor, and waiting. */
export interface Run {
  readonly milliseconds: number;
  readonly waitMs: number;
}

export function ingestRun({ milliseconds, tableCalls }: Measured['ingested']): Run {
  return { milliseconds, waitMs: assumptions.bucketWaitMs + assumptions.tableWaitMs * tableCalls };
}

export function queryRun({ milliseconds, tableCalls }: Measured['queried']): Run {
  return { milliseconds, waitMs: assumptions.tableWaitMs * tableCalls };
}

/** Seconds of a run with the share of a processor that the memory gives, and what its memory costs for so long, in USD. */
export function runCost(
  { milliseconds, waitMs }: Run,
  memoryMb: number,
): { readonly seconds: number; readonly usd: number } {
  const share = Math.min(1, memoryMb / assumptions.memoryOfOneProcessorMb);
  const seconds = (milliseconds / share + waitMs) / 1000;
  return { seconds, usd: seconds * gb(memoryMb) * prices.lambdaGbSecondArm };
}
