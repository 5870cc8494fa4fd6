import type { IndicatorPhrase } from '../indicator-phrase.ts';
import { occasions, pieces } from './units.ts';

/** 在线访谈共开展6次: the occasion before what was done with it. */
const held = (key: string, occasion: string): IndicatorPhrase => ({
  keys: [key],
  nouns: [`${occasion}(?:全年)?(?:共|累计|共计)?(?:举办|召开|开展|举行|组织)`],
  units: occasions,
  home: ['interaction'],
  needs: 'nothing',
});

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
      '社会关注热点[和及或]重大舆情',
      '(?:社会|公众|群众)关切(?:问题|事项|热点)?',
      '(?:社会|公众|群众)(?:关切|关注)的?(?:热点|难点|焦点)问题',
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
  held('response.pressConferences', '新闻发布会'),
  {
    keys: ['response.interviews'],
    verbs: ['举办', '开展', '参与', '参加', '组织', '组织开展', '举行', '进行', '制作', '发布', '完成'],
    nouns: ['在线访谈', '政府网站在线访谈', '网上在线访谈', '网站在线访谈', '网络在线访谈', '在线访谈活动'],
    units: occasions,
    home: ['interaction'],
    needs: 'nothing',
  },
  held('response.interviews', '在线访谈(?:活动)?'),
  {
    keys: ['response.interpretations'],
    verbs: ['发布', '公开', '制作', '刊发', '推送', '制作发布', '发布各类', '撰写', '开展'],
    nouns: [
      '政策解读稿件',
      '政策解读材料',
      '政策解读信息',
      '政策文件解读',
      '政策解读',
      '政策解读(?:稿|文章|产品|作品)',
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
    nouns: ['(?:微博、?微信|微信、?微博)(?:平台)?回应(?:公众关注)?(?:的)?事件'],
    units: occasions,
    home: ['interaction'],
    needs: 'nothing',
  },
];
