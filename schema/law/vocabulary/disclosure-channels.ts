import type { Channels } from './indicator-phrase.ts';

/** Where information is disclosed. `unlisted` channels have no indicator, but a figure that includes them is no other channel's. */
export const disclosureChannels: Channels = {
  website: ['网站', '门户网', '网上公开'],
  weibo: ['微博'],
  wechat: ['微信'],
  gazette: ['公报'],
  app: ['客户端', 'app', 'APP'],
  other: ['其他方式', '其它方式', '其他形式', '其它形式', '其他途径', '其它途径', '其他渠道', '其它渠道'],
  unlisted: [
    '新媒体',
    '两微',
    '双微',
    '微平台',
    '抖音',
    '头条',
    '电视',
    '广播',
    '电台',
    '报纸',
    '(?<!公)报刊',
    '公示栏',
    '公开栏',
    '公告',
    '宣传栏',
    '短信',
    '查阅点',
    '电子屏',
    '显示屏',
    '大厅',
    '(?<!微信公众|微信|微博)平台',
  ],
};

/** How applications arrive. */
export const applicationChannels: Channels = {
  inPerson: ['当面', '现场', '窗口', '上门'],
  fax: ['传真'],
  online: ['网络', '网上', '网站', '在线', '互联网', '线上'],
  letter: ['信函', '邮寄', '快递', '(?<!公开)信件', '邮政', '来信'],
  unlisted: ['电子邮件', '邮箱', '电话', '其他', '其它', '书面(?!邮寄|信函)'],
};
