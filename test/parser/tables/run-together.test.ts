import { expect, it } from 'vitest';
import { unfold } from '../../../parser/locate/unfold.ts';
import { readText } from '../../../parser/read/read-text-file.ts';
import { extractTables } from '../../../parser/tables/extract-tables.ts';

/** Table 二 of Neijiang, 2020. */
const rows = [
  ['第二十条第(一)项'],
  ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
  ['规章', '1', '1', '1'],
  ['规范性文件', '56', '56', '542'],
  ['第二十条第(五)项'],
  ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
  ['行政许可', '364', '减12', '309683'],
  ['其他对外管理服务事项', '724', '减51', '2063143'],
  ['第二十条第(六)项'],
  ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
  ['行政处罚', '4430', '减14', '380378'],
  ['行政强制', '187', '减11', '6571'],
  ['第二十条第(八)项'],
  ['信息内容', '上一年项目数量', '本年增/减'],
  ['行政事业性收费', '40', '0'],
  ['第二十条第(九)项'],
  ['信息内容', '采购项目数量', '采购总金额'],
  ['政府集中采购', '3784', '58149.05万元'],
];
const read = (text: string) => extractTables(unfold(readText(text))).tables.proactiveDisclosure;

it('rows whose figures run together are those of the form whose headings are printed, and no single figure', () => {
  const table = read(rows.map((row) => row.join('')).join('\n'));
  expect(table?.form).toBe('2019');
  expect(table?.penalties?.decisions).toMatchObject({ state: 'unreadable', value: null, raw: '4430减14380378' });
  expect(table?.procurement?.amount).toMatchObject({ state: 'unreadable', raw: '378458149.05万元' });
});

it('the last digit of a figure is not the number of the label after it', () => {
  const table = read(rows.flat().join(' | '));
  expect(table?.licensing?.decisions).toMatchObject({ state: 'number', value: 309683 });
  expect(table?.otherServices?.change).toMatchObject({ value: -51, raw: '减51' });
});
