import { expect, test } from 'vitest';
import { provinceTemplate } from '../support/stacks.ts';

const template = provinceTemplate();

test('the dashboard shows alarms, documents, queue, speed, requests and table of its province', () => {
  const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
  const body = JSON.stringify(dashboard?.Properties.DashboardBody);
  expect(dashboard?.Properties.DashboardName).toBe('gongkai-sichuan');
  const titles = ['Alarms', 'Documents', 'Queue', 'Milliseconds', 'Requests', 'Table', 'Messages that failed'];
  for (const title of titles) expect(body).toContain(`\\"title\\":\\"${title}\\"`);
  for (const counter of ['Published', 'Held', 'Rejected', 'Failed']) expect(body).toContain(`\\"${counter}\\"`);
});
