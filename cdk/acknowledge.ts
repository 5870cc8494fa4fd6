import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Why a finding of the security rules stands, by the rule's id (`AwsSolutions-S1`, `AwsSolutions-IAM5[Action::s3:Get*]`). */
export type Reasons = Readonly<Record<string, string>>;

/** Says of a construct, where it is made, which security findings are meant, and why. */
export function acknowledge(construct: IConstruct, reasons: Reasons): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason });
}
