import { indicatorName } from '../vocabulary/indicators.ts';
import { builder } from './builder.ts';

builder.objectType('Indicator', {
  description: 'A figure read from a sentence (文字指标).',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description:
        'Key of the indicator, such as applications.received (指标键); null for a figure that is none of the dictionary.',
    }),
    name: t.field({
      type: 'Bilingual',
      nullable: true,
      description: 'Name of the indicator in the dictionary (指标名称); null where it has no key.',
      resolve: ({ key }) => (key === null ? null : indicatorName(key)),
    }),
    label: t.exposeString('label', {
      nullable: true,
      description: 'The words that name it in the sentence (原文名称); null where there are none.',
    }),
    value: t.exposeFloat('value', { description: 'The figure, in its unit; money in yuan (数值).' }),
    unit: t.exposeString('unit', {
      nullable: true,
      description: 'Its unit, such as 件, 条, 元 (单位); null where none is written.',
    }),
    approximate: t.exposeBoolean('approximate', {
      description: 'Whether the text says about, as 余, 约, 近 (是否约数).',
    }),
    text: t.exposeString('text', { description: 'The clause it was read from, as printed (原文).' }),
    section: t.exposeInt('section', { description: 'Ordinal of its section; 0 for the preamble (章节序号).' }),
    offset: t.exposeInt('offset', {
      description: "The clause's first UTF-16 unit in the decoded source, from 0 (源文件偏移).",
    }),
  }),
});
