import type { Bilingual } from '../../record/bilingual.ts';
import type { Reason } from '../../record/reason.ts';

/** Why a document is rejected: what happened, and what its sender can do. */
export const reasonMessages = {
  empty: {
    zh: '文件为空。请重新上传完整的文件。',
    en: 'The file is empty. Upload the complete file again.',
  },
  'too-large': {
    zh: '文件超过大小上限,未读取。请只上传年度报告本身。',
    en: 'The file is larger than the limit and was not read. Upload the annual report alone.',
  },
  image: {
    zh: '文件是图片,没有文字可读。请上传网页、Word 或带文字层的 PDF。',
    en: 'The file is an image without text. Upload the web page, the Word file or a PDF with a text layer.',
  },
  'unsupported-format': {
    zh: '不支持此文件格式。请上传网页、文本、Word、Excel、PDF 或 OFD 文件。',
    en: 'This file format is not supported. Upload the web page, its text, or the Word, Excel, PDF or OFD file.',
  },
  'unsupported-archive': {
    zh: '不支持 RAR、7z 压缩文件。请解压后上传其中的文件,或改用 ZIP 压缩。',
    en: 'RAR and 7z archives are not supported. Upload the files in it, or pack them as ZIP.',
  },
  encrypted: {
    zh: '文件已加密或有密码保护,无法读取。请上传未加密的文件。',
    en: 'The file is encrypted or protected by a password and cannot be read. Upload it unencrypted and without the password.',
  },
  damaged: {
    zh: '文件已损坏或不完整,无法读取。请重新上传完整的文件。',
    en: 'The file is damaged or incomplete and cannot be read. Upload the complete file again.',
  },
  'archive-too-large': {
    zh: '压缩内容展开后超过上限,已停止读取。请只上传年度报告本身。',
    en: 'What is packed in the file exceeds the limit when unpacked. Upload the annual report alone.',
  },
  'archive-empty': {
    zh: '压缩包中没有文件。',
    en: 'There is no file in the archive.',
  },
  'nested-archive': {
    zh: '压缩包中还有压缩包,未读取。请先解压再上传。',
    en: 'An archive within an archive is not read. Unpack it and upload what is in it.',
  },
  'not-text': {
    zh: '文件不是文本,也不是已知的文档格式。',
    en: 'The file is neither text nor a known document format.',
  },
  scanned: {
    zh: '文件是扫描件,没有文字层可读。请上传网页、Word 或带文字层的 PDF。',
    en: 'The file is a scan without a text layer. Upload the web page, the Word file or a PDF with a text layer.',
  },
  'overlapping-text': {
    zh: '版式文件的文字相互重叠(多为转换所致),无法确定其位置。请上传原网页、Word 或 PDF 文件。',
    en: 'The text of the file is set over itself, as conversion leaves it, so that its places cannot be told. Upload the web page, the Word file or the PDF.',
  },
  'too-many-pages': {
    zh: '文件页数超过上限,未读取。请只上传年度报告本身。',
    en: 'The file has more pages than the limit and was not read. Upload the annual report alone.',
  },
  'attachment-only': {
    zh: '页面只有指向附件的链接,没有报告正文。请上传附件文件。',
    en: 'The page only links to an attachment and holds no report. Upload the attached file.',
  },
  'no-report': {
    zh: '文件中没有政府信息公开工作年度报告或政务公开工作安排。',
    en: 'There is no annual disclosure report and no disclosure work plan in the file.',
  },
  'report-not-recognised': {
    zh: '文件谈及政府信息公开,但没有认出年度报告。请上传带有标题、各部分和表格的完整文件。',
    en: 'The file speaks of government information, but no annual report was recognised in it. Upload the whole file, with its title, sections and tables.',
  },
  'blank-form': {
    zh: '文件是空白的报告格式,没有填写任何数据。',
    en: 'The file is a blank report form without any figure.',
  },
  'agency-unrecognised': {
    zh: '无法确定报告机关。请上传带有标题或落款的完整页面。',
    en: 'The reporting agency cannot be told. Upload the whole page with its title or signature.',
  },
  'year-unrecognised': {
    zh: '无法确定报告年度。请上传带有标题或统计时限的完整页面。',
    en: 'The report year cannot be told. Upload the whole page with its title or statistics period.',
  },
  'object-deleted': {
    zh: '对象在读取之前已被删除。',
    en: 'The object was deleted before it was read.',
  },
  'parse-limit': {
    zh: '解析超出时间或内存上限,已停止。原文件保留。',
    en: 'Parsing exceeded its limit of time or memory and was stopped. The raw file is kept.',
  },
} as const satisfies Record<string, Bilingual>;

export type ReasonCode = keyof typeof reasonMessages;

/** A reason by its code; `detail` is what of the document it speaks of, such as the link of `attachment-only`. */
export function reason(code: ReasonCode, detail?: string): Reason {
  return { code, message: reasonMessages[code], ...(detail === undefined ? {} : { detail }) };
}

/** Words without which no report on open government can be written. */
export const disclosureWords: readonly string[] = ['信息公开', '政务公开'];

/** What makes an annual report, so far as it was found in a file; of tables and sections how many there are and how many it takes. */
export interface ReportParts {
  readonly title: string | null;
  readonly tables: Found;
  readonly sections: Found;
  /** It is parted into articles, as rules about reports are. */
  readonly rules: boolean;
}

interface Found {
  readonly count: number;
  readonly least: number;
}

/** The reason `report-not-recognised`, with what was found and what was missing. */
export function notRecognised({ title, tables, sections, rules }: ReportParts): Reason {
  const { zh, en } = reasonMessages['report-not-recognised'];
  const parts = [
    titlePart(title),
    countedPart(tables, { zh: '法定表格', en: 'statutory tables' }),
    countedPart(sections, { zh: '报告应写的事项', en: 'matters of a report' }),
    ...(rules ? [articlesFound] : []),
  ];
  const found = parts.flatMap((part) => part.found ?? []);
  const missing = parts.flatMap((part) => part.missing ?? []);
  const listed = (list: readonly Bilingual[], language: keyof Bilingual): string =>
    list.map((each) => each[language]).join(language === 'zh' ? '、' : ', ') || { zh: '无', en: 'none' }[language];
  return {
    code: 'report-not-recognised',
    message: {
      zh: `${zh}找到:${listed(found, 'zh')};缺少:${listed(missing, 'zh')}。`,
      en: `${en} Found: ${listed(found, 'en')}; missing: ${listed(missing, 'en')}.`,
    },
    ...(title === null ? {} : { detail: title }),
  };
}

interface PartFound {
  readonly found: Bilingual | null;
  readonly missing: Bilingual | null;
}

const articlesFound: PartFound = {
  found: { zh: '逐条的规定(第一条、第二条……)', en: 'articles, as rules have them' },
  missing: null,
};

function titlePart(title: string | null): PartFound {
  if (title === null) return { found: null, missing: { zh: '年度报告标题', en: 'the title of an annual report' } };
  return { found: { zh: `标题“${title}”`, en: `the title “${title}”` }, missing: null };
}

function countedPart({ count, least }: Found, { zh, en }: Bilingual): PartFound {
  const of = { zh: `${zh}${count}个`, en: `${count} ${en}` };
  const lacking = { zh: `${zh}(至少${least}个)`, en: `${en} (at least ${least})` };
  return { found: count === 0 ? null : of, missing: count >= least ? null : lacking };
}
