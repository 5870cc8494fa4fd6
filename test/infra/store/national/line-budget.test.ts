import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { codeError } from '../../../../functions/graphql/code-error.ts';
import { createLineBudget } from '../../../../infra/store/national/line-budget.ts';
import { ListTooLarge } from '../../../../schema/record/list-too-large.ts';

const list = (count: number) => async () => ({ lines: Array.from({ length: count }) });

it('lets a request hold so many lines and no more', async () => {
  const budget = createLineBudget(100);
  await budget.spend('51 reports/2020', list(60));
  await budget.spend('52 reports/2020', list(40));
  await expect(budget.spend('53 reports/2020', list(1))).rejects.toThrow(ListTooLarge);
});

it('reads nothing more once it is spent', async () => {
  const budget = createLineBudget(100);
  await expect(budget.spend('51 reports/2020', list(101))).rejects.toThrow(ListTooLarge);
  const unread = async () => {
    throw new Error('read');
  };
  await expect(budget.spend('52 reports/2020', unread)).rejects.toThrow(ListTooLarge);
});

it('counts the same list once', async () => {
  const budget = createLineBudget(100);
  for (let time = 0; time < 3; time += 1) await budget.spend('51 agencies', list(100));
});

it('tells the asker what to ask instead', () => {
  const thrown = new GraphQLError('failed', { originalError: new ListTooLarge(480_000) });
  const { message, extensions } = codeError(thrown, () => undefined);
  expect({ message, extensions }).toEqual({
    message: 'The answer needs lists of more than 480000 lines; ask for one year, or for one province, at a time.',
    extensions: { code: 'QUERY_TOO_LARGE' },
  });
});
