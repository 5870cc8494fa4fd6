import { expect, it } from 'vitest';
import { fileOf } from '../../../cli/collect/file-of.ts';

it.each([
  ['https://www.a.gov.cn/2021/t1.html?id=1', /^www\.a\.gov\.cn\/[0-9a-f]{12}-t1\.html$/],
  ['https://www.a.gov.cn/', /^www\.a\.gov\.cn\/[0-9a-f]{12}$/],
  ['http://www.a.gov.cn:8080/%E5%B9%B4%E6%8A%A5.docx', /^www\.a\.gov\.cn_8080\/[0-9a-f]{12}-年报\.docx$/],
  ['http://a.cn/%2e%2e%2f%2e%2e%2fetc%2fpasswd', /^a\.cn\/[0-9a-f]{12}-passwd$/],
  ['http://a.cn/a%00b%5c..%5cc.html', /^a\.cn\/[0-9a-f]{12}-a_b_\.\._c\.html$/],
  ['http://a.cn/%ff.pdf', /^a\.cn\/[0-9a-f]{12}-_ff\.pdf$/],
  ['http://[::1]/a', /^_[^/]+\/[0-9a-f]{12}-a$/],
  [`http://a.cn/${'年'.repeat(200)}.pdf`, /^a\.cn\/[0-9a-f]{12}-年{60}\.pdf$/],
  [`http://a.cn/x.${'a'.repeat(300)}`, /^a\.cn\/[0-9a-f]{12}-x\.a{58}$/],
])('%s is kept in %s', (address, file) => {
  expect(fileOf(new URL(address))).toMatch(file);
});

it('addresses of one name have files of their own', () => {
  const files = ['http://a.cn/1/a.html', 'http://a.cn/2/a.html', 'http://a.cn/1/a.html?1'].map((one) =>
    fileOf(new URL(one)),
  );
  expect(new Set(files).size).toBe(3);
});
