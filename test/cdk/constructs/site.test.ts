import { Capture, Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../infra/site.ts';
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

test('the files of the explorer are carried into the bucket: what never changes under its name first', () => {
  const deployments = Object.values(template.findResources('Custom::CDKBucketDeployment'));
  const said = deployments.map(({ Properties }) => [
    Properties.DestinationBucketKeyPrefix,
    Properties.SystemMetadata['cache-control'],
    Properties.Prune,
  ]);
  expect(said).toEqual([
    ['assets/', 'public, max-age=31536000, immutable', false],
    [undefined, 'no-cache', false],
  ]);
  expect(deployments[1]?.DependsOn).toContainEqual(expect.stringMatching(/^SiteAssets/));
});

test('its page is under the policy that it has on one machine, with the bucket of documents as the only other origin', () => {
  const policy = new Capture();
  template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: { ContentSecurityPolicy: { ContentSecurityPolicy: policy, Override: true } },
    },
  });
  const bucket = 'https://gongkai-sichuan-raw-{AWS::AccountId}-{AWS::Region}.s3.{AWS::Region}.{AWS::URLSuffix}';
  expect(joined(policy.asObject())).toBe(contentSecurityPolicy(bucket));
});

test('an address that names no file is a screen, which the page itself tells', () => {
  const [edge] = Object.values(template.findResources('AWS::CloudFront::Function'));
  const { FunctionCode } = edge?.Properties ?? {};
  // The code as the edge runs it: a script that declares `handler`.
  const handler = new Function(`${FunctionCode}; return handler;`)();
  const asked = ['/', '/agency/511000-5d0af38c55c3/2020', '/rank', '/assets/main-0.js', '/cmaps/GBK-EUC-H.bcmap'];
  expect(asked.map((uri) => handler({ request: { uri } }).uri)).toEqual([
    ...['/index.html', '/index.html', '/index.html', '/assets/main-0.js', '/cmaps/GBK-EUC-H.bcmap'],
  ]);
});

test('the API answers under the origin of the site, unkept and with the credentials of whoever asks', () => {
  const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'));
  const { CacheBehaviors, Origins } = distribution?.Properties.DistributionConfig ?? {};
  const api = Origins.find(({ DomainName }: { DomainName: unknown }) =>
    JSON.stringify(DomainName).includes('execute-api'),
  );
  const managed = {
    CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
  };
  expect(joined(api.DomainName)).toMatch(/^\{Api\w+\}\.execute-api\.\{AWS::Region\}\.\{AWS::URLSuffix\}$/);
  expect(CacheBehaviors).toEqual(
    ['/graphql', '/graphql/admin', '/export/*'].map((PathPattern) =>
      expect.objectContaining({ PathPattern, TargetOriginId: api.Id, ...managed }),
    ),
  );
});

/** A text that CloudFormation joins, with what it fills in named in braces. */
function joined(value: unknown): string {
  const parts: unknown[] = Object(value)['Fn::Join'][1];
  return parts.map((part) => (typeof part === 'string' ? part : `{${Object(part).Ref}}`)).join('');
}
