import { expect, test } from 'vitest';
import { provinceTemplate } from '../support/stacks.ts';

test('a month that costs more than its budget, or will, is told', () => {
  const [budget] = Object.values(provinceTemplate().findResources('AWS::Budgets::Budget'));
  expect(budget?.Properties.Budget).toMatchObject({
    BudgetLimit: { Amount: 20, Unit: 'USD' },
    TimeUnit: 'MONTHLY',
    CostFilters: { TagKeyValue: ['user:gongkai:province$sichuan'] },
  });
  const notifications = budget?.Properties.NotificationsWithSubscribers;
  expect(notifications.map(({ Notification }: { Notification: object }) => Notification)).toMatchObject([
    { NotificationType: 'ACTUAL', Threshold: 100 },
    { NotificationType: 'FORECASTED', Threshold: 100 },
  ]);
});

test('a province may do without', () => {
  provinceTemplate({ features: { budgetUsd: null } }).resourceCountIs('AWS::Budgets::Budget', 0);
});
