import { createSqsClient } from '../infra/aws/aws-clients.ts';
import { createDynamoClient } from '../infra/aws/dynamo-client.ts';
import { AwsEnv, readEnv } from '../infra/aws/env.ts';
import { type QueueDepth, queueDepth } from '../infra/aws/queue.ts';
import { createCloudWatchClient, oldestMessageAge, type RingingAlarm, ringingAlarms } from '../infra/aws/watch.ts';
import { createRecordReader } from '../infra/store/record-reader.ts';
import type { Ingestion } from '../schema/record/ingestion.ts';
import type { RecordReader } from '../schema/record/record-store.ts';
import { Outcome } from '../schema/record/report.ts';
import { textTable } from './print.ts';
import type { Target } from './target.ts';

/** A status for people: a line for each question, then the last ingestions. */
export function statusText(status: Status): string {
  const { queue, outcomes } = status;
  const facts = textTable([
    ['Stack', status.stack],
    [
      'Queue',
      `${queue.waiting} waiting, ${queue.inFlight} in work, ${queue.delayed} delayed${oldest(queue.oldestSeconds)}`,
    ],
    ['Dead letters', deadLetters(status.deadLetters)],
    ['Ingested', `${outcomes.published} published, ${outcomes.held} held, ${outcomes.rejected} rejected`],
    ['Alarms', alarms(status.alarms)],
  ]);
  const ringing = textTable(
    (status.alarms ?? []).map(({ name, since, reason, description }) => ['', name, since ?? '', reason, description]),
  );
  const last = textTable(status.lastIngestions.map(ingestionRow));
  const heading = last.length === 0 ? 'Nothing has been ingested yet.' : 'Last ingestions';
  return `${[...facts, ...ringing, '', heading, ...last.map((line) => `  ${line}`)].join('\n')}`;
}

function oldest(seconds: number | null): string {
  return seconds === null ? '' : `, the oldest for ${seconds} s`;
}

function deadLetters(count: number): string {
  return count === 0 ? 'none' : `${count}   (gongkai redrive --dry-run shows them)`;
}

function alarms(found: Status['alarms']): string {
  if (found === null) return 'nothing keeps watch here';
  return found.length === 0 ? 'none rings' : `${found.length} ring`;
}

function ingestionRow({ arrivedAt, outcome, findings, reasons, key, member }: Ingestion): string[] {
  const codes = reasons.map(({ code }) => code).join(', ');
  const name = member === undefined ? key : `${key} › ${member.path}`;
  return [arrivedAt, outcome, `${findings} findings`, codes === '' ? name : `${name}  ${codes}`];
}

/** How a stack is: what waits, what could not be processed, what became of what came, and what rings. */
export interface Status {
  readonly stack: string;
  readonly queue: QueueDepth & {
    /** Seconds the oldest message has waited; null where nobody measures it. */
    readonly oldestSeconds: number | null;
  };
  readonly deadLetters: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Newest first. */
  readonly lastIngestions: readonly Ingestion[];
  /** Those that ring; null where nothing keeps watch. */
  readonly alarms: readonly RingingAlarm[] | null;
}

/** Asks queue, table and alarms of a stack, each directly: on a bad day its API may be what is broken. */
export async function readStatus(target: Target, last: number): Promise<Status> {
  const settings = readEnv(AwsEnv, target.env);
  const [sqs, dynamo] = [createSqsClient(settings), createDynamoClient(settings)];
  const reader = createRecordReader({ dynamo, tableName: target.tableName });
  try {
    const [queue, dead, outcomes, newest, watched] = await Promise.all([
      queueDepth(sqs, target.queueUrl),
      queueDepth(sqs, target.deadLetterUrl),
      countOutcomes(reader),
      reader.ingestions({}, { first: last, after: null }),
      readWatch(target),
    ]);
    return {
      stack: target.name,
      queue: { ...queue, oldestSeconds: watched.oldestSeconds },
      deadLetters: dead.waiting + dead.inFlight + dead.delayed,
      outcomes,
      lastIngestions: newest.items,
      alarms: watched.alarms,
    };
  } finally {
    sqs.destroy();
    dynamo.destroy();
  }
}

async function countOutcomes(reader: RecordReader): Promise<Status['outcomes']> {
  const count = async (outcome: Outcome) =>
    (await reader.ingestions({ outcome }, { first: 1, after: null })).totalCount();
  const [published, held, rejected] = await Promise.all([
    count(Outcome.enum.published),
    count(Outcome.enum.held),
    count(Outcome.enum.rejected),
  ]);
  return { published, held, rejected };
}

interface Watch {
  readonly oldestSeconds: number | null;
  readonly alarms: readonly RingingAlarm[] | null;
}

/** What CloudWatch knows of a stack; the running one has none. */
async function readWatch({ env, queueUrl, alarmPrefix }: Target): Promise<Watch> {
  if (alarmPrefix === null) return { oldestSeconds: null, alarms: null };
  const cloudwatch = createCloudWatchClient(readEnv(AwsEnv, env));
  try {
    const [oldestSeconds, alarms] = await Promise.all([
      oldestMessageAge(cloudwatch, { queueUrl, now: Date.now() }),
      ringingAlarms(cloudwatch, alarmPrefix),
    ]);
    return { oldestSeconds, alarms };
  } finally {
    cloudwatch.destroy();
  }
}
