import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { provinceTemplate } from '../support/stacks.ts';

const template = provinceTemplate({ region: 'eu-west-1' });
const fortnight = 14 * 24 * 3600;

test('a message that failed five times is set aside for two weeks', () => {
  template.hasResourceProperties('AWS::SQS::Queue', {
    QueueName: 'gongkai-sichuan-ingest',
    MessageRetentionPeriod: fortnight,
    RedrivePolicy: {
      deadLetterTargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^QueueDead'), 'Arn'] },
      maxReceiveCount: 5,
    },
  });
  template.hasResourceProperties('AWS::SQS::Queue', {
    QueueName: 'gongkai-sichuan-ingest-dead',
    MessageRetentionPeriod: fortnight,
  });
});

test('no other queue may set its messages aside there', () => {
  template.hasResourceProperties('AWS::SQS::Queue', {
    QueueName: 'gongkai-sichuan-ingest-dead',
    RedriveAllowPolicy: {
      redrivePermission: 'byQueue',
      sourceQueueArns: [
        {
          'Fn::Join': [
            '',
            [
              'arn:',
              { Ref: 'AWS::Partition' },
              ':sqs:eu-west-1:',
              { Ref: 'AWS::AccountId' },
              ':gongkai-sichuan-ingest',
            ],
          ],
        },
      ],
    },
  });
});

test('a message is not delivered again while a run may still work on it', () => {
  const ingest = Object.entries(template.findResources('AWS::Lambda::Function')).filter(([id]) => /^Ingest/.test(id));
  const queues = Object.values(template.findResources('AWS::SQS::Queue'));
  expect(queues.map(({ Properties }) => Properties.VisibilityTimeout)).toEqual([2100, 2100]);
  expect(ingest.map(([, { Properties }]) => Properties.Timeout)).toEqual([350]);
});

test('both queues are encrypted and answer over TLS only', () => {
  template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
  template.allResourcesProperties('AWS::SQS::QueuePolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    },
  });
});
