import {
  nothingToSay,
  processingFeeWords,
  type RequiredTopic,
  requiredTopics,
} from '../../schema/law/vocabulary/statutory-wording.ts';
import { type CheckableRecord, failed, notApplicable, passed, type Rule, type RuleCheck } from './rule.ts';
import { editionOf } from './table-view.ts';

function checkMissing(record: CheckableRecord): RuleCheck[] {
  const { sections } = record;
  const prescribed = editionOf(record, record.form)?.sections ?? [];
  if (sections.length === 0) {
    return [notApplicable({ zh: '文件只有表格,没有正文。', en: 'The document has tables alone, no text.' })];
  }
  return prescribed.map(({ key, headings: [heading] }) =>
    sections.some((section) => section.key === key)
      ? passed
      : failed({
          cells: [`sections.${key}`],
          expected: prescribed.length,
          actual: sections.length,
          message: { zh: `没有“${heading}”部分。`, en: `There is no section “${heading}”.` },
        }),
  );
}

/** The six sections that the form prescribes are there, in whatever wording of their headings. */
export const sectionsMissing: Rule = {
  id: 'sections.missing',
  title: { zh: '格式规定的部分齐全', en: 'Every section that the form prescribes is there' },
  severity: 'warning',
  source: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式',
    en: 'Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30',
  },
  needs: { prescribedSections: true },
  check: checkMissing,
  examples: {
    passing: { about: { zh: '六个部分齐全', en: 'All six sections' }, form: '2021' },
    failing: {
      about: { zh: '缺少第五部分', en: 'Section 5 is not there' },
      form: '2021',
      without: ['sections.problemsAndImprovements'],
    },
  },
};

function checkEmpty(record: CheckableRecord): RuleCheck[] {
  const { sections } = record;
  const form = editionOf(record, record.form);
  if (form === null) return [];
  const ofText = form.sections.filter(({ key }) => form.tables.every((table) => table.section !== key));
  return ofText.flatMap(({ key, headings: [heading] }) => {
    const printed = sections.filter((section) => section.key === key);
    if (printed.length === 0) return [];
    if (printed.some(({ text }) => text.trim() !== '')) return [passed];
    const message = { zh: `“${heading}”部分没有内容。`, en: `Section “${heading}” has no content.` };
    return [failed({ cells: [`sections.${key}`], expected: null, actual: null, message })];
  });
}

/** A section without a table says something, be it 无. Sections with a table are a matter of `completeness.missing-cell`. */
export const sectionsEmpty: Rule = {
  id: 'sections.empty',
  title: { zh: '各部分有内容', en: 'Sections of text have a text' },
  severity: 'warning',
  source: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式',
    en: 'Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30',
  },
  needs: { prescribedSections: true },
  check: checkEmpty,
  examples: {
    passing: {
      about: { zh: '内江市2020年第六部分:无。', en: 'Section 6 of Neijiang 2020 says: none.' },
      form: '2019',
      year: 2020,
      sections: { other: '无。' },
    },
    failing: {
      about: { zh: '第六部分只有标题', en: 'Section 6 is a heading alone' },
      form: '2019',
      year: 2020,
      sections: { other: '' },
    },
  },
};

/** An annex after the six sections is an appendix, not a section too many. */
const appendix = 'statistics';

function checkExtra(record: CheckableRecord): RuleCheck[] {
  const { sections } = record;
  const edition = editionOf(record, record.form);
  if (edition === null || sections.length === 0) return [];
  const prescribed = edition.sections.map(({ key }) => key);
  const seen = new Set<string>();
  const extra = sections.filter(({ key }) => {
    const known = prescribed.includes(key) && !seen.has(key);
    seen.add(key);
    return !known && key !== appendix;
  });
  if (extra.length === 0) return [passed];
  const headings = extra.map(({ heading }) => `“${heading}”`);
  return [
    failed({
      cells: extra.map(({ key }) => `sections.${key}`),
      expected: prescribed.length,
      actual: sections.length,
      message: {
        zh: `有格式之外的部分:${headings.join('、')}。`,
        en: `There are sections that the form does not have: ${headings.join(', ')}.`,
      },
    }),
  ];
}

/** No section but the six of the form, and each once. Old narrative sections beside them are read all the same. */
export const sectionsExtra: Rule = {
  id: 'sections.extra',
  title: { zh: '没有格式之外的部分', en: 'No section besides those of the form' },
  severity: 'info',
  source: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式',
    en: 'Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30',
  },
  needs: { prescribedSections: true },
  check: checkExtra,
  examples: {
    passing: { about: { zh: '六个部分', en: 'The six sections' }, form: '2019', year: 2020 },
    failing: {
      about: { zh: '另有“收费及减免情况”部分', en: 'A section on fees and waivers besides' },
      form: '2019',
      year: 2020,
      sections: { fees: '2020年未收取任何费用。' },
    },
  },
};

const section = 'other';
/** The fees exist since 国办函〔2020〕109号; the form of 2019 has the same sections and asks for none. */
const processingFeesSince = 2021;

function checkProcessingFee({ sections }: CheckableRecord): RuleCheck {
  if (sections.some(({ text }) => processingFeeWords.some((word) => text.includes(word)))) return passed;
  const other = sections.find(({ key }) => key === section);
  if (other === undefined || !nothingToSay.test(other.text.trim())) {
    return notApplicable({ zh: '第六部分另有内容。', en: 'Section 6 is missing or says something else.' });
  }
  return failed({
    cells: [`sections.${section}`],
    expected: null,
    actual: null,
    message: {
      zh: '全文没有说明收取信息处理费的情况。',
      en: 'Nothing is said of information processing fees.',
    },
  });
}

/** A report of 2021 or later says whether information processing fees were collected; a section 六 of 无 does not. */
export const sectionsProcessingFee: Rule = {
  id: 'sections.processing-fee',
  title: { zh: '说明了收取信息处理费的情况', en: 'The report accounts for information processing fees' },
  severity: 'info',
  source: {
    zh: '国办公开办函〔2021〕30号所附格式“其他需要报告的事项”;国办函〔2020〕109号',
    en: 'Form issued with Guobangongkaibanhan [2021] No. 30, other matters; Guobanhan [2020] No. 109',
  },
  needs: { prescribedSections: true, since: processingFeesSince },
  check: (record) => [checkProcessingFee(record)],
  examples: {
    passing: {
      about: { zh: '第六部分说明了信息处理费', en: 'Section 6 speaks of processing fees' },
      form: '2021',
      sections: { other: '2021年未向申请人收取信息处理费。' },
    },
    failing: {
      about: { zh: '第六部分只写“无”', en: 'Section 6 says only: none' },
      form: '2021',
      sections: { other: '无。' },
    },
  },
};

/** Characters. A line or two speaks of nothing in particular. */
const leastText = 60;

function checkTopic({ sections }: CheckableRecord, { section: key, name, words }: RequiredTopic): RuleCheck {
  const texts = sections.filter((section) => section.key === key).map(({ text }) => text.trim());
  const text = texts.join('\n');
  if (text.length < leastText) {
    return notApplicable({ zh: `正文过短,未说明${name.zh}。`, en: `The text is too short to speak of ${name.en}.` });
  }
  if (words.some((word) => text.includes(word))) return passed;
  return failed({
    cells: [`sections.${key}`],
    expected: null,
    actual: null,
    message: { zh: `该部分没有说明${name.zh}。`, en: `The section does not speak of ${name.en}.` },
  });
}

/** The overview speaks of the five sides of the work that the form asks for. */
export const sectionsTopics: Rule = {
  id: 'sections.topics',
  title: { zh: '总体情况说明了格式要求的五个方面', en: 'The overview speaks of the five sides of the work' },
  severity: 'info',
  source: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附格式“总体情况”',
    en: 'Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30, overview',
  },
  needs: { prescribedSections: true },
  check: (record) => requiredTopics.map((topic) => checkTopic(record, topic)),
  examples: {
    passing: {
      about: { zh: '五个方面都有说明', en: 'All five are spoken of' },
      form: '2021',
      sections: {
        overview:
          '2021年,我市通过政府网站主动公开政府信息,依法办理依申请公开事项,加强政府信息管理和规范性文件清理,推进政府信息公开平台建设,开展业务培训和社会评议,把政务公开纳入考核。',
      },
    },
    failing: {
      about: { zh: '没有说明依申请公开', en: 'Nothing on disclosure on application' },
      form: '2021',
      sections: {
        overview:
          '2021年,我市通过政府网站主动公开政府信息,加强政府信息管理和规范性文件清理,推进政府信息公开平台建设,开展业务培训和社会评议,把政务公开纳入考核,不断提高政府工作的透明度。',
      },
    },
  },
};
