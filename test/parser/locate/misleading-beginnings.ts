import type { Beginning } from './beginnings.ts';

const title = '2021年政府信息公开工作年度报告';

/** Beginnings that name organs beside the one that reports: who leads, hosts, gathers, passes on. Places are real, the rest is made up. */
export const misleadingBeginnings: readonly Beginning[] = [
  {
    page: `${title}\n根据泗阳县人民政府办公室《关于做好2021年政府信息公开年报的通知》要求，泗阳县卫生健康局编制本报告。`,
    agency: '泗阳县卫生健康局',
    division: '泗阳县',
  },
  {
    page: `泗洪县人民政府门户网站\n首页 > 信息公开 > 泗洪县教育局 > 年度报告\n${title}\n2021年，我局认真贯彻落实。`,
    agency: '泗洪县教育局',
    division: '泗洪县',
  },
  {
    page: `来源：沭阳县人民政府办公室\n发布机构：沭阳县司法局\n${title}\n在县政府办公室的指导下，我局坚持公开。`,
    agency: '沭阳县司法局',
    division: '沭阳县',
  },
  {
    page: `${title}\n2021年，在灌云县委、灌云县人民政府的领导下，灌云县财政局认真落实条例。`,
    agency: '灌云县财政局',
    division: '灌云县',
  },
  {
    page: `${title}\n为落实江苏省水利厅、连云港市水利局部署，灌南县水利局扎实推进公开。`,
    agency: '灌南县水利局',
    division: '灌南县',
  },
  { page: `东海县商务局\n${title}\n抄送：东海县人民政府办公室`, agency: '东海县商务局', division: '东海县' },
  {
    page: `${title}\n联系单位：赣榆区民政局办公室，监督单位：赣榆区人民政府办公室`,
    agency: '赣榆区民政局',
    division: '赣榆区',
  },
  {
    page: `${title}\n本报告由海州区审计局编制，海州区人民政府办公室汇总发布。`,
    agency: '海州区审计局',
    division: null,
  },
  {
    page: `睢宁县统计局${title}\n版权所有：睢宁县人民政府 主办：睢宁县人民政府办公室`,
    agency: '睢宁县统计局',
    division: '睢宁县',
  },
  {
    page: `市司法局${title}\n发布机构：新沂市司法局 发布日期：2022-01-12`,
    agency: '新沂市司法局',
    division: '新沂市',
    publishedOn: '2022-01-12',
  },
  { page: `县信访局${title}\n来源：沛县信访局`, agency: '沛县信访局', division: '沛县' },
  {
    page: `${title}\n各镇人民政府、县各委办局：现将丰县科技局2021年政府信息公开工作情况公布如下。`,
    agency: '丰县科技局',
    division: '丰县',
  },
  {
    page: `贾汪区城市管理局${title}\n2021年，区城管局受理铜山区城市管理局移送申请1件。`,
    agency: '贾汪区城市管理局',
    division: '贾汪区',
  },
  {
    page: `大许镇${title}\n铜山区大许镇人民政府\n2022年1月14日\n2021年，大许镇落实条例。`,
    agency: '铜山区大许镇人民政府',
    division: '铜山区',
    publishedOn: '2022-01-14',
  },
  {
    page: `云龙区民政局2021年度政府信息公开工作年度报告\n徐州市民政局要求各区民政局编制报告。`,
    agency: '云龙区民政局',
    division: '云龙区',
  },
  {
    page: `索引号 014 发布机构 宿豫区财政局 文号 无\n${title}\n一年来，区财政局坚持公开。`,
    agency: '宿豫区财政局',
    division: '宿豫区',
  },
  {
    page: `发布机构：宿城区陈集镇\n${title}\n2021年，我镇坚持公开。`,
    agency: '宿城区陈集镇人民政府',
    division: '宿城区',
  },
  {
    page: `高沟镇${title}\n来源：涟水县高沟镇人民政府\n高沟镇认真贯彻上级部署。`,
    agency: '涟水县高沟镇人民政府',
    division: '涟水县',
  },
  {
    page: `${title}\n盱眙县行政审批局\n本报告所列数据由盱眙县各部门提供。`,
    agency: '盱眙县行政审批局',
    division: '盱眙县',
  },
  {
    page: `金湖县${title}\n本报告由金湖县人民政府办公室根据各镇（街道）、县各部门年度报告汇总编制。`,
    agency: '金湖县人民政府',
    division: '金湖县',
  },
  {
    page: `洪泽区${title}\n由洪泽区行政审批局（区政务公开办）牵头，综合各部门年度报告编制。`,
    agency: '洪泽区人民政府',
    division: '洪泽区',
  },
  {
    page: `${title}\n来源：区农业农村局\n地址：淮安市淮阴区北京东路。2021年，我局坚持公开。`,
    agency: '淮阴区农业农村局',
    division: '淮阴区',
  },
  {
    page: `清江浦区住房和城乡建设局（区人民防空办公室）${title}`,
    agency: '清江浦区住房和城乡建设局',
    division: '清江浦区',
  },
  {
    page: `${title}\n仪征市公安局隶属扬州市公安局，2021年仪征市公安局坚持公开。`,
    agency: '仪征市公安局',
    division: '仪征市',
  },
  { page: `高邮市交通运输局${title}\n扬州市交通运输局转来申请2件。`, agency: '高邮市交通运输局', division: '高邮市' },
  {
    page: `宝应县自然资源和规划局${title}\n扬州市自然资源和规划局宝应分局数据一并统计。`,
    agency: '宝应县自然资源和规划局',
    division: '宝应县',
  },
  {
    page: `句容市人民政府办公室${title}\n2021年，市政府办公室坚持公开，我办办理申请3件。`,
    agency: '句容市人民政府办公室',
    division: '句容市',
  },
  { page: `油坊镇人民政府${title}\n（扬中市）\n我镇落实条例。`, agency: '油坊镇人民政府', division: '扬中市' },
  {
    page: `丹阳市水利局关于印发《丹阳市水利局${title}》的通知\n各科室：现予公布。`,
    agency: '丹阳市水利局',
    division: '丹阳市',
  },
  {
    page: `泰州市靖江生态环境局${title}\n发布时间：2022-01-18`,
    agency: '泰州市靖江生态环境局',
    division: '靖江市',
    publishedOn: '2022-01-18',
  },
  {
    page: `${title}\n泰兴市市场监督管理局（知识产权局）（以下简称“本局”）按照条例编制。`,
    agency: '泰兴市市场监督管理局',
    division: '泰兴市',
  },
  {
    page: `兴化市医疗保障局${title}\n主办单位：兴化市人民政府 承办单位：兴化市大数据管理局`,
    agency: '兴化市医疗保障局',
    division: '兴化市',
  },
];
