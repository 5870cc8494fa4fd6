import type { IndicatorPhrase } from '../indicator-phrase.ts';
import { pieces } from './units.ts';

const documentKeys = ['documents.issued', 'documents.repealed', 'documents.inForce'];
const normativeDocuments = ['行政规范性文件', '规范性文件'];
const otherDocuments = [
  '解读',
  '清理',
  '审查',
  '审核',
  '备案',
  '转发',
  '上级',
  '国家',
  '评估',
  '征求',
  '“',
  '领域',
  '方面',
];
/** Rules and normative documents: issued, repealed, in force. */
export const documents: readonly IndicatorPhrase[] = [
  {
    keys: ['documents.inForce'],
    nouns: ['现行有效的?(?:行政)?规范性文件', '(?:行政)?规范性文件现行有效'],
    units: pieces,
    without: otherDocuments,
    home: ['proactiveDisclosure'],
    needs: 'nothing',
    of: documentKeys,
  },
  {
    keys: ['documents.inForce'],
    nouns: ['现行有效'],
    units: pieces,
    home: [],
    needs: 'lead',
    of: documentKeys,
  },
  {
    keys: ['documents.repealed'],
    verbs: ['废止', '宣布废止', '废止失效', '宣布失效', '废止和宣布失效', '清理废止'],
    nouns: normativeDocuments,
    units: pieces,
    without: otherDocuments.filter((word) => word !== '清理'),
    home: ['proactiveDisclosure'],
    needs: 'nothing',
    of: documentKeys,
  },
  { keys: ['documents.repealed'], nouns: ['废止'], units: pieces, home: [], needs: 'lead', of: documentKeys },
  {
    keys: ['documents.issued'],
    verbs: [
      '制发',
      '印发',
      '制定',
      '出台',
      '新制发',
      '新制定',
      '制定出台',
      '制定印发',
      '制定发布',
      '新出台',
      '制发公开',
      '制定并公开',
      '制作',
      '新制作',
    ],
    nouns: normativeDocuments,
    units: pieces,
    without: [...otherDocuments, '废止', '修订', '修改'],
    home: ['proactiveDisclosure'],
    needs: 'nothing',
    of: [...documentKeys, 'proactive.total'],
  },
];
