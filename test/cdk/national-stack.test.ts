import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { NationalEnv } from '../../infra/store/national/provinces.ts';
import { nationalStack } from './support/stacks.ts';

const template = Template.fromStack(nationalStack());

test('its function is told of every table, in words that it reads', () => {
  const [lambda] = Object.values(template.findResources('AWS::Lambda::Function'));
  const parts: unknown[] = lambda?.Properties.Environment.Variables.TABLES['Fn::Join'][1];
  // The gateway's own region is known when it is deployed.
  const text = parts.map((part) => (typeof part === 'string' ? part : 'eu-west-1')).join('');
  expect(NationalEnv.parse({ TABLES: text }).TABLES).toEqual({
    51: { tableName: 'gongkai-sichuan-records', region: 'eu-west-1' },
    52: { tableName: 'gongkai-guizhou-records', region: 'ap-southeast-1' },
  });
});

test('it has an API, and nothing to lose', () => {
  template.resourceCountIs('AWS::ApiGatewayV2::Api', 1);
  for (const type of ['AWS::S3::Bucket', 'AWS::DynamoDB::GlobalTable', 'AWS::SQS::Queue']) {
    template.resourceCountIs(type, 0);
  }
});

test('it rings when it answers 5xx', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: 'gongkai-national-api-errors',
    AlarmDescription: Match.stringLikeRegexp('runbook.md#api-errors$'),
    AlarmActions: [{ Ref: Match.stringLikeRegexp('^NoticesTopic') }],
  });
});

test('it does not hold a province back: no table is referred to, only named', () => {
  expect(JSON.stringify(template.toJSON())).not.toContain('Fn::ImportValue');
});
