import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStatus, type Status, statusText } from '../../../cli/status.ts';
import { buildRecord } from '../../support/build-record.ts';
import { documentOf } from '../../support/json-parser.ts';
import { type OperatedStack, startOperatedStack } from '../../support/operated-stack.ts';

let stack: OperatedStack;

beforeAll(async () => {
  stack = await startOperatedStack({ ingesting: true });
  await stack.aws.stack.idle();
});

afterAll(() => stack.aws.close());

describe('the status of a stack', () => {
  it('is told of an empty one', async () => {
    const status = await readStatus(stack.target, 10);
    expect(status).toMatchObject({
      queue: { waiting: 0, inFlight: 0, delayed: 0, oldestSeconds: null },
      deadLetters: 0,
      outcomes: { published: 0, held: 0, rejected: 0 },
      alarms: null,
    });
    expect(statusText(status)).toContain('Nothing has been ingested yet.');
  });

  it('counts every outcome, shows the last ingestions newest first with their reasons, and dead letters', async () => {
    const { aws, target } = stack;
    await aws.upload('raw/2020.json', documentOf(buildRecord({ year: 2020 })));
    await aws.upload('raw/2021.json', documentOf(buildRecord({ year: 2021, change: { outcome: 'held' } })));
    await aws.upload('raw/空.json', '[]');
    await aws.stack.idle();
    await aws.sqs.send(new SendMessageCommand({ QueueUrl: target.deadLetterUrl, MessageBody: 'dead' }));

    const status = await readStatus(target, 2);
    expect(status.outcomes).toEqual({ published: 1, held: 1, rejected: 1 });
    expect(status.lastIngestions.map(({ key }) => key)).toEqual(['raw/空.json', 'raw/2021.json']);
    const text = statusText(status);
    expect(text).toMatch(/Dead letters +1 /);
    expect(text).toMatch(/Ingested +1 published, 1 held, 1 rejected/);
    expect(text).toMatch(/rejected +0 findings +raw\/空\.json {2}no-report/);
  });

  it('names each alarm that rings, since when and why', () => {
    const alarm = {
      name: 'gongkai-sichuan-dead-letters',
      reason: 'Threshold Crossed',
      description: 'docs/runbook.md#dead-letters',
      since: '2022-01-28T08:00:00.000Z',
    };
    const status: Status = {
      stack: 'gongkai-sichuan',
      queue: { waiting: 7, inFlight: 2, delayed: 0, oldestSeconds: 840 },
      deadLetters: 0,
      outcomes: { published: 0, held: 0, rejected: 0 },
      lastIngestions: [],
      alarms: [alarm],
    };
    const text = statusText(status);
    expect(text).toMatch(/Queue +7 waiting, 2 in work, 0 delayed, the oldest for 840 s/);
    expect(text).toMatch(/Alarms +1 ring/);
    expect(text).toContain('gongkai-sichuan-dead-letters  2022-01-28T08:00:00.000Z  Threshold Crossed');
    expect(text).toContain('docs/runbook.md#dead-letters');
  });
});
