import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { provinceTemplate } from '../support/stacks.ts';

const template = provinceTemplate({ region: 'eu-west-1' });

const routes = (from = template) =>
  Object.values(from.findResources('AWS::ApiGatewayV2::Route'))
    .map(({ Properties: { RouteKey, AuthorizationType } }) => [RouteKey, AuthorizationType ?? 'NONE'])
    .toSorted();

test('anyone may read, and the route for changes wants credentials of AWS', () => {
  expect(routes()).toEqual([
    ['GET /export/{file+}', 'NONE'],
    ['GET /graphql', 'NONE'],
    ['OPTIONS /graphql', 'NONE'],
    ['POST /graphql', 'NONE'],
    ['POST /graphql/admin', 'AWS_IAM'],
  ]);
});

test('or tokens of an issuer that the province names', () => {
  const jwt = provinceTemplate({
    api: { authorisation: { by: 'jwt', issuer: 'https://id.example.cn', audience: ['gongkai'] } },
  });
  expect(routes(jwt)).toContainEqual(['POST /graphql/admin', 'JWT']);
  jwt.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
    AuthorizerType: 'JWT',
    JwtConfiguration: { Audience: ['gongkai'], Issuer: 'https://id.example.cn' },
    IdentitySource: ['$request.header.Authorization'],
  });
});

test('callers are held to a rate, and what they ask is logged without who they are', () => {
  template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
    StageName: '$default',
    DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    AccessLogSettings: {
      DestinationArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ApiAccessLogs'), 'Arn'] },
      Format: Match.stringLikeRegexp('requestId.*status.*milliseconds'),
    },
  });
  template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
    AccessLogSettings: { Format: Match.not(Match.stringLikeRegexp('sourceIp|identity')) },
  });
});

test('a name of its own takes the place of the one that AWS gives', () => {
  const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/a';
  const named = provinceTemplate({ api: { domain: { name: 'api.example.cn', certificateArn } } });
  named.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'api.example.cn' });
  named.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
  named.hasOutput('GraphqlUrl', { Value: 'https://api.example.cn/graphql' });
});
