import { Stack } from 'aws-cdk-lib';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { type AlarmRule, comparison } from './alarm-rules.ts';
import type { Notices } from './notices.ts';

export interface AlarmsProps<Looked> {
  readonly rules: readonly AlarmRule<Looked>[];
  readonly watched: Looked;
  readonly notices: Notices;
  /** Where the runbook is. */
  readonly runbook: string;
}

/** Begins the name of every alarm of a stack. */
export function alarmPrefix({ stackName }: Stack): string {
  return `${stackName}-`;
}

/** Every alarm of a stack. Each tells what to do: its description ends in its section of the runbook. */
export class Alarms<Looked> extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, { rules, watched, notices, runbook }: AlarmsProps<Looked>) {
    super(scope, id);
    const prefix = alarmPrefix(Stack.of(this));
    const action = new SnsAction(notices.topic);
    this.alarms = rules.map((rule) => {
      const alarm = new Alarm(this, rule.name, {
        alarmName: `${prefix}${rule.name}`,
        alarmDescription: `${rule.says} What to do: ${runbook}#${rule.name}`,
        metric: rule.metric(watched),
        threshold: rule.threshold,
        comparisonOperator: comparison(rule),
        evaluationPeriods: rule.periods,
        // Nothing measured is nothing wrong: services report only while they are used.
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
      return alarm;
    });
  }
}
