import { expect, it } from 'vitest';
import { parseReport } from '../../../parser/parse-report.ts';

it('a report whose edition cannot be told is still asked who reports', async () => {
  const text = `现将信访局2021年度政府信息公开工作报告如下:
一、总体情况
2021年,我局主动公开政府信息115条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
2021年我局收到政府信息公开申请1件。
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公开内容还不够全面。
六、其他需要报告的事项
无。`;
  const [record] = await parseReport(new TextEncoder().encode(text));
  expect(record).toMatchObject({ form: null, outcome: 'held' });
  expect(record?.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['tables.not-found', 'identity.agency']),
  );
});
