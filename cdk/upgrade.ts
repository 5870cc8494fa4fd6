import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';

/** Types of resources that hold what cannot be made again: documents, records, messages on their way, the log of what happened. */
const stateful: ReadonlySet<string> = new Set([
  'AWS::S3::Bucket',
  'AWS::DynamoDB::Table',
  'AWS::DynamoDB::GlobalTable',
  'AWS::SQS::Queue',
  'AWS::Logs::LogGroup',
]);

/** What an update may do to a resource without losing what it holds. */
const harmless: ReadonlySet<ResourceImpact> = new Set([
  ResourceImpact.NO_CHANGE,
  ResourceImpact.WILL_CREATE,
  ResourceImpact.WILL_UPDATE,
  ResourceImpact.WILL_IMPORT,
]);

/** A change that would lose something: the resource's logical id, and what CloudFormation would do to it. */
export interface Loss {
  readonly resource: string;
  readonly impact: string;
}

type TemplateJson = Record<string, unknown>;

/** Stateful resources of a released template that an update to another would replace, destroy or leave behind. */
export function losses(released: TemplateJson, next: TemplateJson): Loss[] {
  const changes = fullDiff(released, next).resources.changes;
  return Object.entries(changes)
    .filter(([, change]) => stateful.has(change.oldResourceType ?? '') && !harmless.has(change.changeImpact))
    .map(([resource, change]) => ({ resource, impact: change.changeImpact }));
}
