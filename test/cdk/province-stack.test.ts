import { expect, test } from 'vitest';
import { StackOutputs } from '../../infra/aws/stack.ts';
import { provinceTemplate } from './support/stacks.ts';

const sichuan = provinceTemplate();
const guizhou = provinceTemplate({}, 'guizhou');

test('the outputs are those that operations look for', () => {
  const optional = ['SiteUrl', 'SiteBucketName'];
  expect(Object.keys(sichuan.findOutputs('*')).toSorted()).toEqual(
    Object.keys(StackOutputs.shape)
      .filter((name) => !optional.includes(name))
      .toSorted(),
  );
});

test('bucket and table keep their logical ids: with another one CloudFormation would make them anew', () => {
  expect(Object.keys(sichuan.findResources('AWS::S3::Bucket'))).toEqual(['RawBucket']);
  expect(Object.keys(sichuan.findResources('AWS::DynamoDB::GlobalTable'))).toEqual(['RecordsTable']);
});

test('everything that can be tagged says whose it is', () => {
  const tags = [
    { Key: 'gongkai:province', Value: 'sichuan' },
    { Key: 'gongkai:stage', Value: 'prod' },
  ];
  for (const type of ['AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::Lambda::Function', 'AWS::SNS::Topic']) {
    sichuan.allResourcesProperties(type, { Tags: tags });
  }
});

test('two provinces differ in names and in nothing else', () => {
  const words = {
    sichuan: 'PROVINCE',
    guizhou: 'PROVINCE',
    '"51"': '"CODE"',
    '"52"': '"CODE"',
    '"51,00"': '"CODES"',
    '"52,00"': '"CODES"',
  };
  const neutral = (template: typeof sichuan) =>
    Object.entries(words).reduce(
      (text, [word, neutralWord]) => text.replaceAll(word, neutralWord),
      JSON.stringify(template.toJSON()),
    );
  expect(neutral(sichuan)).toBe(neutral(guizhou));
});

test('nothing of a stack is imported from another or exported to it', () => {
  const text = JSON.stringify(sichuan.toJSON());
  expect(text).not.toContain('Fn::ImportValue');
  expect(Object.values(sichuan.findOutputs('*')).every((output) => !('Export' in output))).toBe(true);
});
