import { expect, test } from 'vitest';
import { provinceTemplate } from './support/stacks.ts';

const china = provinceTemplate({ region: 'cn-northwest-1', features: { site: false } });

test('a stack in China asks for nothing that a region there does not have', () => {
  const types = new Set(Object.values(china.toJSON().Resources).map((resource) => typeOf(resource)));
  expect([...types].filter((type) => /CloudFront|Budgets|WAF|Cognito|AppSync/.test(type))).toEqual([]);
  expect(types).toContain('AWS::DynamoDB::GlobalTable');
});

test.each(['cn-north-1', 'eu-west-1'])('a stack in %s leaves the partition to CloudFormation', (region) => {
  const text = JSON.stringify(provinceTemplate({ region }).toJSON());
  expect(text).not.toMatch(/"arn:aws[:-]/);
  expect(text).toContain('AWS::Partition');
});

test('the address of its API ends as addresses there do', () => {
  const [api] = Object.keys(china.findResources('AWS::ApiGatewayV2::Api'));
  china.hasOutput('GraphqlUrl', {
    Value: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [api, 'ApiEndpoint'] }, '/graphql']] },
  });
});

function typeOf(resource: unknown): string {
  return typeof resource === 'object' && resource !== null && 'Type' in resource ? String(resource.Type) : '';
}
