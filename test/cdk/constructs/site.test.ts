import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { provinceTemplate } from '../support/stacks.ts';

const template = provinceTemplate({ features: { site: true } });

test('there is no site unless it is switched on', () => {
  const without = provinceTemplate();
  without.resourceCountIs('AWS::CloudFront::Distribution', 0);
  without.resourceCountIs('AWS::S3::Bucket', 1);
});

test('CloudFront alone may read the bucket of the site', () => {
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Allow',
          Action: 's3:GetObject',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Condition: { StringEquals: { 'AWS:SourceArn': Match.anyValue() } },
        }),
      ]),
    },
  });
  template.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
});

test('pages of the site may upload documents, and operations are told where it is', () => {
  const origin = { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [Match.stringLikeRegexp('^Site'), 'DomainName'] }]] };
  template.hasResourceProperties('AWS::S3::Bucket', {
    BucketName: Match.anyValue(),
    CorsConfiguration: { CorsRules: Match.arrayWith([Match.objectLike({ AllowedOrigins: [origin] })]) },
  });
  template.hasOutput('SiteUrl', { Value: origin });
  expect(Object.keys(template.findOutputs('SiteBucketName'))).toEqual(['SiteBucketName']);
});
