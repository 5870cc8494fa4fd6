import { describe, expect, it } from 'vitest';
import { inParallel, isRefusal, tryAgain, untilProcessed } from '../../../infra/aws/retry.ts';

const fault = (side: string) => Object.assign(new Error(side), { $fault: side });

describe('a refusal', () => {
  it('is an error that the SDK lays to the caller', () => {
    expect(isRefusal(fault('client'))).toBe(true);
  });

  it.each([
    ['a fault of the service', fault('server')],
    ['an error of this process', new Error('socket hang up')],
    ['what is no error', { $fault: 'client' }],
    ['nothing', undefined],
  ])('is not %s', (_, error) => {
    expect(isRefusal(error)).toBe(false);
  });

  it('ends a call at its first try', async () => {
    let tries = 0;
    const call = async () => {
      tries += 1;
      throw fault('client');
    };
    await expect(tryAgain(call)).rejects.toThrow('client');
    expect(tries).toBe(1);
  });
});

it('a call is made again after a fault of the service', async () => {
  let tries = 0;
  const call = async () => {
    tries += 1;
    if (tries === 1) throw fault('server');
    return tries;
  };
  expect(await tryAgain(call)).toBe(2);
});

describe('a batch', () => {
  it('is sent until nothing is left, what was refused alone', async () => {
    const sent: number[][] = [];
    await untilProcessed([1, 2, 3, 4, 5], async (left) => {
      sent.push([...left]);
      return left.slice(2);
    });
    expect(sent).toEqual([[1, 2, 3, 4, 5], [3, 4, 5], [5]]);
  });

  it('is given up when the service takes nothing of it eight times in a row', async () => {
    let tries = 0;
    const refuse = async (left: readonly number[]) => {
      tries += 1;
      return left;
    };
    await expect(untilProcessed([1, 2], refuse)).rejects.toThrow('refused 2 of a batch 8 times in a row');
    expect(tries).toBe(8);
  });
});

it('work for many items is done so many at a time, and told in their order', async () => {
  let [running, most] = [0, 0];
  const done = await inParallel([30, 10, 20, 5], 2, async (pause) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, pause));
    running -= 1;
    return pause * 2;
  });
  expect(done).toEqual([60, 20, 40, 10]);
  expect(most).toBe(2);
});
