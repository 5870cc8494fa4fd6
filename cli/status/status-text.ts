import type { Ingestion } from '../../schema/record/ingestion.ts';
import { textTable } from '../text-table.ts';
import type { Status } from './status.ts';

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
