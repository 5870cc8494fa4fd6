import type { IndicatorPhrase } from '../indicator-phrase.ts';
import {
  answer,
  answers,
  applicant,
  application,
  applicationSection,
  arrival,
  arrivals,
  closings,
} from './application-words.ts';
import { cases } from './units.ts';

/** Applications: received, answered, closed, carried over. */
export const applications: readonly IndicatorPhrase[] = [
  {
    ...applicationSection,
    keys: ['applications.carriedForward'],
    nouns: [
      '结转下年度?(?:继续)?(?:办理|处理)?(?:的申请)?',
      '结转至?(?:下一年度?|次年|明年)(?:继续)?(?:办理|处理)?',
      '结转到下一?年度?(?:继续)?(?:办理|处理)?',
      '转入(?:下一?年度?|次年|\\d{4}年)(?:继续)?(?:办理|处理)?',
    ],
    needs: 'topic',
    of: [...arrivals, ...closings, ...answers, 'applications.carriedOver'],
  },
  {
    // 年末尚有6件申请正在办理
    ...applicationSection,
    keys: ['applications.carriedForward'],
    verbs: ['(?:年末|年底)(?:尚有|还有|仍有)'],
    nouns: ['(?:政府信息公开)?申请(?:正在|尚在|仍在)办理', '(?:政府信息公开)?申请(?:尚未|未)办结'],
    needs: 'lead',
    of: [...arrivals, ...closings, ...answers],
  },
  {
    ...applicationSection,
    keys: ['applications.carriedOver'],
    nouns: [
      '(?:上年|上年度|上一年|上一年度|去年)结转(?:的)?(?:政府信息公开申请|依申请公开申请|申请|办理)?',
      '(?:上年|上年度|上一年|上一年度|去年)结转[至到](?:本年度?|今年)(?:继续)?(?:办理|处理)?(?:的)?(?:政府信息公开申请|申请)?',
      '结转(?:上年|上年度|上一年|上一年度)(?:的)?(?:政府信息公开申请|申请)?',
    ],
    needs: 'topic',
    of: [...arrivals],
  },
  {
    ...applicationSection,
    keys: ['applications.received', 'applications.closed'],
    verbs: [
      '受理并办结',
      '收到并办结',
      '受理办结',
      '受理并答复',
      '收到并答复',
      '受理、办结',
      '接收并办结',
      '收到且办结',
    ],
    gap: 8,
    nouns: application,
    needs: 'nothing',
  },
  arrival('applications.receivedOnline', 'online', [
    ...['网络', '网上', '线上', '在线', '网站', '门户网站', '互联网'],
    ...['网络平台', '网上平台', '网站平台'],
  ]),
  arrival('applications.receivedByLetter', 'letter', [
    ...['信函', '邮寄', '快递', '信件', '信函邮寄', '快递信函'],
    ...['来信', '邮寄信函', '书面邮寄', '书面信函'],
  ]),
  {
    // 收到3件申请公开政府信息的信函
    ...applicationSection,
    keys: ['applications.receivedByLetter'],
    verbs: ['收到', '接到', '受理'],
    nouns: ['(?:要求|申请)公开(?:政府)?信息的(?:申请)?(?:信函|来信|信件)', '(?:政府)?信息公开申请(?:信函|来信|信件)'],
    needs: 'nothing',
  },
  arrival('applications.receivedInPerson', 'inPerson', ['当面', '现场', '窗口', '上门', '当面递交', '现场递交']),
  arrival('applications.receivedByFax', 'fax', ['传真']),
  {
    ...applicationSection,
    keys: ['applications.closedExtended'],
    nouns: ['延期', '延时', '延长期限', '延期答复'].flatMap((word) => [
      ...[`${word}办结`, `${word}答复`, `${word}办理`],
      ...[`${word}后办结`, `${word}后答复`],
    ]),
    needs: 'lead',
    of: [...arrivals, ...closings],
  },
  {
    ...applicationSection,
    keys: ['applications.closedExtended'],
    nouns: ['依申请公开(?:申请)?(?:件)?(?:延期|延时)办结'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.closedOnTime'],
    nouns: ['按时', '按期', '如期', '按时限', '(?:法定|规定)(?:的)?(?:期限|时限|时间)内'].flatMap((word) => [
      ...[`${word}办结`, `${word}答复`, `${word}办理`],
    ]),
    needs: 'lead',
    of: [...arrivals, ...closings],
  },
  {
    ...applicationSection,
    keys: ['applications.closedOnTime'],
    nouns: ['依申请公开(?:申请)?(?:件)?(?:按时|按期)办结'],
    needs: 'nothing',
  },
  {
    // 所收26件申请均已在规定时限内办结
    ...applicationSection,
    keys: ['applications.received', 'applications.closed', 'applications.closedOnTime'],
    verbs: ['所收到?的?'],
    nouns: [
      '(?:政府信息公开)?申请(?:已|均|都|全部)+(?:按时|按期|如期|在(?:法定|规定)(?:的)?(?:期限|时限|时间)内)(?:办结|答复|办理完毕)',
    ],
    needs: 'lead',
  },
  {
    // 11件申请均按期答复
    ...applicationSection,
    keys: ['applications.closed', 'applications.closedOnTime'],
    nouns: [
      '(?:政府信息公开)?申请(?:已|均|都|全部)+(?:按时|按期|如期|在(?:法定|规定)(?:的)?(?:期限|时限|时间)内)(?:办结|答复|办理完毕)',
    ],
    needs: 'lead',
  },
  {
    // 52件申请全部办结
    ...applicationSection,
    keys: ['applications.closed'],
    nouns: ['(?:政府信息公开)?申请(?:已|均|都|全部)+(?:办结|答复|办理完毕)'],
    needs: 'lead',
  },
  answer('applications.partlyGranted', '同意部分公开', '部分公开', '予以部分公开', '部分予以公开'),
  answer('applications.refused', '不同意公开', '不予公开', '否决公开', '决定不予公开'),
  answer('applications.granted', '(?<![不未])同意公开', '(?<![不未部分])予以公开', '决定公开', '准予公开', '全部公开'),
  // 11件申请均按期答复,其中公开6件
  { ...answer('applications.granted', '(?<=^其中)公开'), home: [] },
  answer('applications.alreadyPublic', '属于已主动公开范围', '已主动公开', '已主动公开范围', '属于主动公开范围'),
  answer(
    'applications.notHeld',
    '不属于本行政机关公开',
    '非本单位政府信息',
    '非本机关政府信息',
    '不属于本机关公开',
    '不属于本(?:行政)?机关(?:公开|职责|职权|信息公开)范围',
    '不属于本行政机关掌握',
    '非本机关掌握',
    '本机关不掌握相关政府信息',
    '不掌握相关政府信息',
  ),
  answer('applications.notExisting', '申请信息不存在', '信息不存在', '政府信息不存在'),
  answer(
    'applications.corrected',
    '告知作出更改补充',
    '作出更改补充',
    '告知补正',
    '告知更改补充',
    '作出更改[、或和]补充',
    '告知更改[、或和]补充',
  ),
  answer('applications.redirected', '告知通过其他途径办理', '通过其他途径办理'),
  {
    ...answer('applications.unavailable', '无法提供', '无法提供(?:相关)?(?:政府)?信息'),
    // 因本机关不掌握无法提供94件 is one of its kinds.
    without: ['不掌握', '没有现成', '另行制作', '不明确'],
  },
  answer('applications.notProcessed', '不予处理'),
  answer('applications.otherwise', '其他处理', '其它处理', '作其他处理', '其他处理情形'),
  // 接到公民提出的申请16件 names all who may apply.
  { ...applicant('applications.naturalPersons', '自然人', '公民'), without: ['(?:收到|接到|受理|接受)公民'] },
  applicant(
    'applications.organizations',
    '法人',
    '法人或其他组织',
    '法人或者其他组织',
    '法人和其他组织',
    '法人及其他组织',
    '法人、其他组织',
  ),
  {
    ...applicationSection,
    keys: ['applications.received'],
    verbs: ['收到', '受理', '接收', '接到', '收悉', '新收', '新增', '共收', '接受'],
    gap: 20,
    nouns: application,
    without: ['办理结果', '复议', '诉讼', '咨询', '自然人(?![、和及与或])'],
    needs: 'nothing',
  },
  {
    // 依申请公开政府信息共12件; in 条, or among what was disclosed, the same words count what was given out.
    ...applicationSection,
    units: cases.filter((unit) => unit !== '条'),
    keys: ['applications.received'],
    nouns: ['(?:共)?依申请公开(?:政府信息|信息|件|申请)?', '申请公开(?:政府)?信息的?', '依申请公开受理'],
    without: ['复议', '诉讼', '咨询', '办理', '处理', '办结', '答复'],
    needs: 'lead',
  },
  {
    // 依申请公开情况:收到申请14件
    ...applicationSection,
    keys: ['applications.received'],
    nouns: [
      '依申请公开(?:办理|受理|工作|处理)?(?:情况|方面)?:(?:全年|本年度?)?(?:共|新)?(?:收到|受理|接收|收)(?:到)?申请',
    ],
    needs: 'nothing',
  },
  {
    // 公民向我局提出的政府信息公开申请共15件
    ...applicationSection,
    keys: ['applications.received'],
    verbs: ['(?:公民|公众|群众|申请人)(?:、法人(?:[和或及]|或者|以及)其他组织)?(?:向[^,]{1,8})?(?:提出|提交|递交)'],
    nouns: application,
    without: ['复议', '诉讼', '咨询', '形式', '方式', '渠道', '网', '信函', '邮', '当面', '传真'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.received'],
    nouns: ['(?:依申请公开(?:政府信息|信息)?|(?:政府)?信息公开)(?:申请(?:受理|接收)?|受理)量'],
    without: ['复议', '诉讼'],
    needs: 'nothing',
  },
  {
    // 在依申请公开方面,共受理7件
    ...applicationSection,
    keys: ['applications.received'],
    nouns: [
      '(?<!提案|建议|复议|诉讼)(?:共|累计|总计|新|今年|本年度?|当年|\\d{4}年度?|[我本][省市县区州旗盟局厅委办镇乡])(?:收到|受理|接收|接到|新收)(?:申请)?',
    ],
    without: ['复议', '诉讼', '咨询', '信访', '投诉', '举报', '来信', '来电', '留言', '热线', '建议', '提案', '许可'],
    needs: 'topicBefore',
  },
  {
    ...applicationSection,
    keys: ['applications.received'],
    verbs: ['收到', '受理', '接收', '接到', '新收'],
    gap: 8,
    nouns: ['申请', '申请件'],
    without: ['复议', '诉讼', '许可', '登记', '审批'],
    needs: 'lead',
  },
  {
    ...applicationSection,
    keys: ['applications.received'],
    verbs: ['收到', '新收', '受理', '接收'],
    nouns: ['申请中'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.closed'],
    verbs: ['办结', '答复'],
    nouns: ['申请中'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.received'],
    verbs: ['新收'],
    nouns: ['申请', '申请件'],
    without: ['复议', '诉讼', '许可', '登记', '审批', '仲裁', '注册'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.received'],
    nouns: ['(?:本年)?新收政府信息公开申请', '收到政府信息公开申请'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.closed'],
    nouns: ['依申请公开(?:申请)?(?:件)?办结'],
    needs: 'nothing',
  },
  {
    ...applicationSection,
    keys: ['applications.closed'],
    verbs: ['(?<![按延][时期]|如期|并)办结', '(?<![按延][时期]|如期|并|公开)答复'],
    nouns: ['的?申请'],
    without: ['复议', '诉讼', '许可', '登记', '审批'],
    needs: 'lead',
    of: arrivals,
  },
  {
    ...applicationSection,
    keys: ['applications.closed'],
    verbs: [
      '(?<![按延][时期]|如期|并)办结',
      '(?<![按延][时期]|如期)办理完毕',
      '(?<![按延][时期]|如期|并|公开)答复',
      '已办理答复',
    ],
    gap: 8,
    nouns: application,
    needs: 'nothing',
    of: arrivals,
  },
  {
    ...applicationSection,
    keys: ['applications.closed'],
    nouns: ['(?<![按延][时期]|如期|[期时]限内|时间内|延期后)(?:已|均已|全部)?(?:办结|依法答复|办理完毕|答复)'],
    without: ['公开', '信访', '信件', '咨询', '热线', '复议', '诉讼', '提案', '建议'],
    needs: 'knownLead',
    of: [...arrivals, 'applications.carriedOver'],
  },
];
