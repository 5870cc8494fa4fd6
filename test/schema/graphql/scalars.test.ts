import { isScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { graphqlSchema } from '../../../schema/graphql/schema.ts';

function written(name: string, value: unknown): unknown {
  const type = graphqlSchema.getType(name);
  if (!isScalarType(type)) throw new Error(`${name} is no scalar`);
  return type.coerceOutputValue(value);
}

describe('scalars', () => {
  it.each([
    ['Date', '2021-03-30'],
    ['DateTime', '2021-03-30T08:00:00.000Z'],
    ['DateTime', '2021-03-30T08:00:00Z'],
    ['URL', 'http://www.neijiang.gov.cn/a?b=内江#c'],
    ['URL', 'https://gongkai.s3.cn-north-1.amazonaws.com.cn/raw/a?X-Amz-Expires=900'],
  ])('%s is sent as it is: %s', (name, value) => {
    expect(written(name, value)).toBe(value);
  });

  it.each([
    ['Date', '2021年3月30日'],
    ['Date', '2021-13-01'],
    ['Date', '2021-03-30T08:00:00Z'],
    ['Date', 20210330],
    ['DateTime', '2021-03-30'],
    ['DateTime', '2021-03-30T25:00:00Z'],
    ['DateTime', '2021-03-30T08:00:00+08:00'],
    ['URL', 'www.neijiang.gov.cn'],
    ['URL', 'javascript:alert(1)'],
    ['URL', 'https://'],
    ['URL', '/originals/51/ab'],
  ])('%s is not %s', (name, value) => {
    expect(() => written(name, value)).toThrow(`not a ${name}`);
  });
});
