import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** Services that tell operators something here. */
const senders = ['budgets.amazonaws.com', 'cloudwatch.amazonaws.com'];

/** Where alarms are told, and who hears of them. */
export class Notices extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, addresses: readonly string[]) {
    super(scope, id);
    const { account } = Stack.of(this);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    for (const address of addresses) this.topic.addSubscription(new EmailSubscription(address));
    // A topic with a policy of its own has lost the one that let its account's services send.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: senders.map((sender) => new ServicePrincipal(sender)),
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
}
