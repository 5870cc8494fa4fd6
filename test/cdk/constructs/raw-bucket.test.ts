import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { provinceTemplate } from '../support/stacks.ts';

const template = provinceTemplate({ region: 'eu-west-1' });
const bucketName = { 'Fn::Join': ['', ['gongkai-sichuan-raw-', { Ref: 'AWS::AccountId' }, '-eu-west-1']] };

test('the bucket is versioned, encrypted and closed to the public', () => {
  template.hasResourceProperties('AWS::S3::Bucket', {
    BucketName: bucketName,
    VersioningConfiguration: { Status: 'Enabled' },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  });
});

test('it answers over TLS 1.2 and nothing else', () => {
  const denied = (condition: object) =>
    Match.objectLike({ Effect: 'Deny', Action: 's3:*', Principal: { AWS: '*' }, Condition: condition });
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        denied({ Bool: { 'aws:SecureTransport': 'false' } }),
        denied({ NumericLessThan: { 's3:TlsVersion': 1.2 } }),
      ]),
    },
  });
});

test('documents become cheaper to keep with age and never slow to read', () => {
  const steps = [
    { StorageClass: 'STANDARD_IA', TransitionInDays: 90 },
    { StorageClass: 'GLACIER_IR', TransitionInDays: 365 },
  ];
  template.hasResourceProperties('AWS::S3::Bucket', {
    LifecycleConfiguration: {
      Rules: [
        Match.objectLike({
          Status: 'Enabled',
          Transitions: steps,
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        }),
        Match.objectLike({ Prefix: 'exports/', Status: 'Enabled', ExpirationInDays: 1, Transitions: Match.absent() }),
        Match.objectLike({
          ...{ Prefix: 'search/', Status: 'Enabled', ExpirationInDays: 90 },
          NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        }),
        Match.objectLike({ Prefix: 'tables/', NoncurrentVersionExpiration: { NoncurrentDays: 1 } }),
      ],
    },
  });
});

test('a file of a release is written once, and nobody of the stack may take it away', () => {
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        {
          ...{ Sid: 'ReleasesAreWrittenOnce', Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:PutObject' },
          Condition: { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } },
          Resource: Match.objectLike({ 'Fn::Join': ['', [Match.anyValue(), '/releases/*']] }),
        },
      ]),
    },
  });
  const policies = [
    ...Object.values(template.findResources('AWS::IAM::Policy')),
    ...Object.values(template.findResources('AWS::IAM::ManagedPolicy')),
  ];
  const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  const ofReleases = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('/releases/*'));
  expect(ofReleases.length).toBeGreaterThan(0);
  expect(ofReleases.filter(({ Action }) => /Delete|\*/.test(JSON.stringify(Action)))).toEqual([]);
});

test('it tells the queue of what is created under raw/, by itself and not through a custom resource', () => {
  template.hasResourceProperties('AWS::S3::Bucket', {
    NotificationConfiguration: {
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Queue: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Queue'), 'Arn'] },
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'raw/' }] } },
        },
      ],
    },
  });
  template.resourceCountIs('Custom::S3BucketNotifications', 0);
});

test('it tells the export function of what is wanted, which lets it do so before the bucket exists', () => {
  template.hasResourceProperties('AWS::S3::Bucket', {
    NotificationConfiguration: {
      LambdaConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Function: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ExportsExportFunction'), 'Arn'] },
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'exports/requests/' }] } },
        },
      ],
    },
  });
  const permissions = template.findResources('AWS::Lambda::Permission', {
    Properties: { Principal: 's3.amazonaws.com', SourceAccount: { Ref: 'AWS::AccountId' } },
  });
  template.hasResource('AWS::S3::Bucket', { DependsOn: Match.arrayWith(Object.keys(permissions)) });
});

test('the queue lets this bucket send before the bucket exists', () => {
  const policies = template.findResources('AWS::SQS::QueuePolicy', {
    Properties: {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sqs:SendMessage',
            Principal: { Service: 's3.amazonaws.com' },
            Condition: {
              ArnEquals: {
                'aws:SourceArn': {
                  'Fn::Join': [
                    '',
                    [
                      'arn:',
                      { Ref: 'AWS::Partition' },
                      ':s3:::gongkai-sichuan-raw-',
                      { Ref: 'AWS::AccountId' },
                      '-eu-west-1',
                    ],
                  ],
                },
              },
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            },
          }),
        ]),
      },
    },
  });
  const [policy] = Object.keys(policies);
  template.hasResource('AWS::S3::Bucket', { DependsOn: Match.arrayWith([policy]) });
});

test('it outlives its stack', () => {
  template.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});

test('pages may upload from the origins that are named, and from none otherwise', () => {
  const reading = {
    AllowedOrigins: ['*'],
    AllowedMethods: ['GET', 'HEAD'],
    ExposedHeaders: ['ETag', 'Content-Disposition'],
  };
  template.hasResourceProperties('AWS::S3::Bucket', { CorsConfiguration: { CorsRules: [reading] } });
  provinceTemplate({ uploadOrigins: ['https://explorer.example.cn'] }).hasResourceProperties('AWS::S3::Bucket', {
    CorsConfiguration: {
      CorsRules: [
        reading,
        Match.objectLike({ AllowedOrigins: ['https://explorer.example.cn'], AllowedMethods: ['POST'] }),
      ],
    },
  });
});
