import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recogniseReporter } from '../../../parser/locate/agency.ts';
import { divisionsByName } from '../../../schema/law/vocabulary/division-names.ts';
import { type Division, divisionParents, divisions } from '../../../schema/law/vocabulary/divisions.ts';
import '../../support/fixed-seed.ts';
import { runs } from '../../support/runs.ts';

/** Names of organs of every kind, as they stand behind a division's name. */
const organs = [
  '人民政府',
  '人民政府办公室',
  '教育局',
  '教育和体育局',
  '公安局',
  '民政局',
  '司法局',
  '财政局',
  '人力资源和社会保障局',
  '自然资源局',
  '生态环境局',
  '住房和城乡建设局',
  '交通运输局',
  '水利局',
  '水务局',
  '农业农村局',
  '商务局',
  '文化和旅游局',
  '卫生健康委员会',
  '卫生健康局',
  '退役军人事务局',
  '应急管理局',
  '审计局',
  '统计局',
  '市场监督管理局',
  '医疗保障局',
  '城市管理局',
  '林业和草原局',
  '信访局',
  '发展和改革委员会',
  '发展和改革局',
  '工业和信息化局',
  '科学技术局',
  '民族宗教事务局',
  '政务服务管理局',
  '国有资产监督管理委员会',
  '气象局',
  '档案馆',
  '经济开发区管理委员会',
  '高新技术产业开发区管理委员会',
  '工业园区管理委员会',
  '第一人民医院',
  '供水有限公司',
  '职业技术学院',
  '供销合作社联合社',
  '红旗镇人民政府',
  '新丰乡人民政府',
  '朝阳街道办事处',
  '将军镇人民政府',
  '对坊乡人民政府',
  '综合行政执法局',
  '公共资源交易中心',
];
const titles = [
  '2021年政府信息公开工作年度报告',
  '2019年度政府信息公开年度报告',
  '关于2015年政府信息公开工作的年度报告',
  '2022年政府信息公开年报',
];

/** 中沙群岛的岛礁及其海域 has no organs. */
const division = fc.constantFrom(...divisions.filter(({ name }) => !name.includes('的')));
const organ = fc.constantFrom(...organs);
const title = fc.constantFrom(...titles);

function reporterOf(name: string, end: string, body = '') {
  return recogniseReporter({ titles: [name + end], signature: [], body })?.agency;
}

/** 四川省内江市东兴区 */
function fullName(each: Division): string {
  return [...divisionParents(each).reverse(), each].map(({ name }) => name).join('');
}

/** 矿区 is one of the list, and what any town calls a part of itself. */
const isUnique = ({ name }: Division) => name.length > 2 && divisionsByName(name).length === 1;

test('a title with the whole name of a division gives back name and code', () => {
  fc.assert(
    fc.property(division, organ, title, (each, what, end) => {
      const name = fullName(each) + what;
      expect(reporterOf(name, end)).toMatchObject({ name, divisionCode: each.code });
    }),
    { numRuns: runs(3000) },
  );
});

test('a title with a division’s own name gives back name and code, where no other bears the name', () => {
  fc.assert(
    fc.property(division.filter(isUnique), organ, title, (each, what, end) => {
      expect(reporterOf(each.name + what, end)).toMatchObject({ name: each.name + what, divisionCode: each.code });
    }),
    { numRuns: runs(3000) },
  );
});

test('a namesake has a code only where the text tells which is meant', () => {
  const namesakes = divisions.filter(
    ({ name, level }) => name.length > 2 && divisionsByName(name).length > 1 && level === 'county',
  );
  fc.assert(
    fc.property(fc.constantFrom(...namesakes), organ, title, (each, what, end) => {
      expect(reporterOf(each.name + what, end)?.divisionCode ?? null).toBeNull();
      const [parent] = divisionParents(each);
      const alone = divisionsByName(each.name).filter(({ parentCode }) => parentCode === each.parentCode).length === 1;
      const found = reporterOf(each.name + what, end, `本报告按照${parent?.name}要求编写。`);
      if (alone) expect(found?.divisionCode).toBe(each.code);
    }),
    { numRuns: runs(500) },
  );
});

test('an announcement gives back the same as a title', () => {
  fc.assert(
    fc.property(division, organ, fc.constantFrom('现公布', '现将', '特向社会公布', '编制了'), (each, what, verb) => {
      const name = fullName(each) + what;
      const body = `根据《条例》要求,${verb}${name}2021年政府信息公开工作年度报告。`;
      const agency = recogniseReporter({ titles: [], signature: [], body })?.agency;
      expect(agency).toMatchObject({ name, divisionCode: each.code });
    }),
    { numRuns: runs(2000) },
  );
});
