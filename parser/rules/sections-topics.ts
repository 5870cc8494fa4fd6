import { type RequiredTopic, requiredTopics } from '../../schema/law/vocabulary/statutory-wording.ts';
import type { CheckableRecord, Rule, RuleCheck } from './rule.ts';
import { failed, notApplicable, passed } from './rule-check.ts';

/** Characters. A line or two speaks of nothing in particular. */
const leastText = 60;

function check({ sections }: CheckableRecord, { section: key, name, words }: RequiredTopic): RuleCheck {
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
  check: (record) => requiredTopics.map((topic) => check(record, topic)),
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
