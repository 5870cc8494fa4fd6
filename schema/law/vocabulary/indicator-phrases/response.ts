import type { IndicatorPhrase } from '../indicator-phrase.ts';
import { occasions, pieces } from './units.ts';

/** Answers to what concerns the public: press conferences, interviews, interpretations, replies. */
export const response: readonly IndicatorPhrase[] = [
  {
    keys: ['response.hotTopics'],
    verbs: ['回应', '处置回应', '处置', '回复'],
    nouns: [
      '公众关注热点或重大舆情',
      '公众关注热点和重大舆情',
      '公众关注热点及重大舆情',
      '公众关注热点',
      '社会关注热点',
      '社会关切热点问题',
      '社会关切',
      '热点问题',
      '重大舆情',
      '热点舆情',
      '网络舆情',
    ],
    units: occasions,
    home: ['interaction'],
    needs: 'nothing',
  },
  {
    keys: ['response.pressConferences'],
    verbs: ['举办', '召开', '组织召开', '参加', '举行', '参加或举办', '组织', '开展', '组织举办'],
    nouns: ['新闻发布会', '新闻发布活动', '政策例行吹风会和新闻发布会', '新闻通气会和新闻发布会'],
    units: occasions,
    home: ['interaction'],
    needs: 'nothing',
  },
  {
    keys: ['response.interviews'],
    verbs: ['举办', '开展', '参与', '参加', '组织', '组织开展', '举行', '进行', '制作', '发布', '完成'],
    nouns: ['在线访谈', '政府网站在线访谈', '网上在线访谈', '网站在线访谈', '网络在线访谈', '在线访谈活动'],
    units: occasions,
    home: ['interaction'],
    needs: 'nothing',
  },
  {
    keys: ['response.interpretations'],
    verbs: ['发布', '公开', '制作', '刊发', '推送', '制作发布', '发布各类', '撰写', '开展'],
    nouns: [
      '政策解读稿件',
      '政策解读材料',
      '政策解读信息',
      '政策文件解读',
      '政策解读',
      '解读材料',
      '解读稿件',
      '解读信息',
    ],
    units: pieces,
    home: ['interaction'],
    needs: 'nothing',
  },
  {
    keys: ['response.interpretations'],
    nouns: ['政策解读稿件发布', '解读稿件发布'],
    units: pieces,
    home: ['interaction'],
    needs: 'nothing',
  },
  {
    keys: ['response.socialMediaReplies'],
    nouns: ['微博微信回应事件', '微博、微信回应事件', '微信微博回应事件'],
    units: occasions,
    home: ['interaction'],
    needs: 'nothing',
  },
];
