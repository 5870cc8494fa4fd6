import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import type { Notices } from './notices.ts';

export interface MonthlyBudgetProps {
  readonly usd: number;
  /** Tag, and its value, that the stack's costs are told apart by. It must be activated as a cost allocation tag once an account. */
  readonly tag: readonly [key: string, value: string];
  readonly notices: Notices;
}

/** Tells operators when a month has cost its budget, or will. Needs AWS Budgets, which not every region has. */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, { usd, tag, notices }: MonthlyBudgetProps) {
    super(scope, id);
    const { topicArn } = notices.topic;
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: usd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:${tag.join('$')}`] },
      },
      notificationsWithSubscribers: ['ACTUAL', 'FORECASTED'].map((notificationType) => ({
        notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold: 100 },
        subscribers: [{ subscriptionType: 'SNS', address: topicArn }],
      })),
    });
  }
}
