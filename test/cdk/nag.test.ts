import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { expect, test } from 'vitest';
import { findings, nationalStack, provinceStack } from './support/stacks.ts';

const everything = {
  features: { site: true },
  alarms: { addresses: ['operator@example.cn'] },
  uploadOrigins: ['https://explorer.example.cn'],
  api: {
    authorisation: { by: 'jwt', issuer: 'https://id.example.cn', audience: ['gongkai'] },
    domain: { name: 'api.example.cn', certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/a' },
  },
} as const;

test('the security rules find what is wrong', () => {
  expect(findings((app) => new Bucket(new Stack(app, 'open'), 'Bucket'))).toContainEqual(
    expect.stringContaining('AwsSolutions-S10'),
  );
});

test('a province with the defaults has no finding that is not explained', () => {
  expect(findings((app) => provinceStack({}, 'sichuan', app))).toEqual([]);
});

test('a province with every feature has none either', () => {
  expect(findings((app) => provinceStack(everything, 'sichuan', app))).toEqual([]);
});

test('nor has the national gateway', () => {
  expect(findings((app) => nationalStack(app))).toEqual([]);
});
