/** Groups whose text is none of the document's: tables of settings, pictures, headers, notes, what stands in for boxes. */
export const unprintedGroups: ReadonlySet<string> = new Set(
  'colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote annotation shprslt sp nonesttables nonshppict xe tc rxe txe filetbl'.split(
    ' ',
  ),
);

/** Groups marked as ones that older programs pass over, and that are read all the same. */
export const readStarredGroups: ReadonlySet<string> = new Set(['shpinst', 'nesttableprops', 'do', 'shptxt']);

/** Groups that hold the text of a box. */
export const boxGroups: ReadonlySet<string> = new Set(['shptxt', 'dptxbxtext']);

/** Control words and symbols that print a character. */
export const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  '~': '\u00A0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
};

/** Encodings by the number of a font's character set, and by the number of a code page of Windows. */
export const charsets: Readonly<Record<number, string>> = { 128: 'shift_jis', 134: 'gb18030', 136: 'big5' };
export const codePages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
};
