import { describe, expect, it } from 'vitest';
import { leadingHeading, matterOf, sectionKey, unmarkedMatter } from '../../../parser/locate/section-wording.ts';
import { form2021 } from '../../../schema/law/forms/form-2021.ts';

describe('a numbered line', () => {
  it('is about what the nearest heading of a form is about', () => {
    expect(matterOf('主动公开政府信息情况')).toBe('proactiveDisclosure');
    expect(matterOf('收到和处理的政府信息公开申请情况')).toBe('applications');
    expect(matterOf('政府信息公开行政复议和行政诉讼情况')).toBe('reviewAndLitigation');
  });

  it('is a heading in words of its own only while it is short', () => {
    const words = '本年度下一步打算';
    expect(matterOf(words)).toBe('problemsAndImprovements');
    expect(matterOf(`${words}以及我们在新的一年里对各项工作的更高要求`)).toBeNull();
    expect(matterOf('天气晴朗')).toBeNull();
  });
});

describe('a line without a number', () => {
  it('is a heading where hardly a character differs', () => {
    expect(unmarkedMatter('收到和处理的政府信息公开申请情况')).toBe('applications');
    expect(unmarkedMatter('收到和处理好各政府信息公开申请情况')).toBeNull();
  });

  it('is none where it is as short as words in tables, but for those that no table has', () => {
    expect(unmarkedMatter('总体情况')).toBe('overview');
    expect(unmarkedMatter('概述')).toBe('overview');
    expect(unmarkedMatter('其他')).toBeNull();
  });
});

describe('a heading at the beginning of a longer line', () => {
  it('ends where the form’s words end', () => {
    expect(leadingHeading('总体情况2021年,我局认真贯彻落实')).toBe(4);
    expect(leadingHeading('主动公开政府信息的情况2021年')).toBe(11);
    expect(leadingHeading('今年总体情况')).toBe(0);
  });

  it('is none where the words go on', () => {
    expect(leadingHeading('主动公开政府信息情况及成效')).toBe(0);
  });
});

it('tells a section by the form’s own heading before a phrase, and says where it knows neither', () => {
  expect(sectionKey('总体情况', form2021)).toBe('overview');
  expect(sectionKey('存在的主要问题和改进情况', form2021)).toBe('problemsAndImprovements');
  expect(sectionKey('天气晴朗', form2021)).toBe('unclassified');
});
