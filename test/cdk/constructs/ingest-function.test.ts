import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Override } from '../../../cdk/settings.ts';
import { provinceTemplate } from '../support/stacks.ts';

const template = provinceTemplate();
const ingest = { Description: Match.stringLikeRegexp('^Reads documents') };
const bucket = { 'Fn::GetAtt': ['RawBucket', 'Arn'] };
const under = (keys: string) => ({ 'Fn::Join': ['', [bucket, keys]] });
const readObjects = ['s3:GetObject', 's3:GetObjectVersion'];
const Variabled = z.object({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) });
const fromQueue = (name: string) => ({ 'Fn::GetAtt': [Match.stringLikeRegexp(`^${name}[0-9A-F]{8}$`), 'Arn'] });

test('it is an ES module for Node 24 on Graviton, with what it needs in its environment', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    ...ingest,
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
    MemorySize: 1024,
    Environment: {
      Variables: {
        TABLE_NAME: { Ref: 'RecordsTable' },
        PARSE_WORKER: './parse-worker.mjs',
        PARSE_TIMEOUT_MS: '60000',
        PARSE_CPU_MS: '6000',
        PARSE_MEMORY_MB: '256',
        METRICS_NAMESPACE: 'Gongkai',
        PROVINCE: 'sichuan',
        PROVINCE_CODE: '51',
      },
    },
  });
});

test('a run has time for five documents at their slowest', () => {
  template.hasResourceProperties('AWS::Lambda::Function', { ...ingest, Timeout: 350 });
});

test('it takes messages off the queue and answers for each of them', () => {
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: fromQueue('Queue'),
    BatchSize: 5,
    Enabled: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 10 },
  });
});

test('a second source from the dead letters is ready, and off', () => {
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: fromQueue('QueueDead'),
    Enabled: false,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 2 },
  });
});

test('it may read documents under raw/ and see that one is gone, and no more of the bucket', () => {
  expect(statements('IngestRole', 's3:')).toEqual([
    { Effect: 'Allow', Action: readObjects, Resource: under('/raw/*') },
    { Effect: 'Allow', Action: ['s3:ListBucket', 's3:ListBucketVersions'], Resource: bucket },
  ]);
});

test('the API may read documents, releases and indexes, take uploads and ask for indexes under prefixes of their own, and have documents read again', () => {
  const allowed = statements('GraphqlRole', 's3:') as { Action: string | string[]; Resource: unknown }[];
  const may = (action: string) =>
    allowed.filter(({ Action }) => [Action].flat().includes(action)).flatMap(({ Resource }) => Resource);
  expect(new Set(allowed.flatMap(({ Action }) => Action))).toEqual(
    new Set([...readObjects, 's3:PutObject', 's3:ListBucket']),
  );
  expect(may('s3:GetObject')).toEqual([under('/raw/*'), under('/releases/*'), under('/search/*')]);
  expect(may('s3:GetObjectVersion')).toEqual([under('/raw/*')]);
  expect(may('s3:PutObject')).toEqual([under('/exports/requests/search/*'), under('/raw/uploads/*')]);
  // Where it may not list, S3 does not say that an index is not there.
  expect(may('s3:ListBucket')).toContainEqual(bucket);
  expect(statements('GraphqlRole', 'sqs:')).toEqual([
    {
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Queue[0-9A-F]{8}$/), 'Arn'] },
    },
  ]);
});

test('it may write its own log group and no other', () => {
  template.hasResourceProperties('AWS::IAM::Role', {
    Description: Match.stringLikeRegexp('^Reads documents'),
    ManagedPolicyArns: Match.absent(),
    Policies: [
      Match.objectLike({
        PolicyDocument: Match.objectLike({
          Statement: [
            {
              Effect: 'Allow',
              Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^IngestLogs'), 'Arn'] },
            },
          ],
        }),
      }),
    ],
  });
});

test('its lines are kept for ninety days', () => {
  template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
});

test('a region without Graviton can have it on x86', () => {
  provinceTemplate({ features: { arm64: false } }).hasResourceProperties('AWS::Lambda::Function', {
    ...ingest,
    Architectures: ['x86_64'],
  });
});

/** Statements of the policy beside a role whose actions begin so. */
function statements(role: string, prefix: string): unknown[] {
  return Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith(role))
    .map(([, policy]) => policy)
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Action }) => String(Action).startsWith(prefix));
}

test('what holds a report is the parser’s default, and an operator’s setting where there is one', () => {
  const holding = (override: Override) => {
    const [{ Properties } = { Properties: {} }] = Object.values(
      provinceTemplate(override).findResources('AWS::Lambda::Function', { Properties: ingest }),
    );
    const { Variables } = Variabled.parse(Properties).Environment;
    return [Variables.HOLD_SEVERITIES, Variables.HOLD_RULES, Variables.EXEMPT_RULES];
  };
  expect(holding({})).toEqual([undefined, undefined, undefined]);
  const hold = { severities: ['error', 'warning'], rules: ['identity.province'], exempt: ['review.sum'] } as const;
  expect(holding({ ingest: { hold } })).toEqual(['error,warning', 'identity.province', 'review.sum']);
});
