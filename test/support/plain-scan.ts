/**
 * Finds a phrase in a text by looking through it, as a reader would say that it stands there; for tests of the search. It shares nothing with
 * it but the rule: marks and line ends are gaps, blanks between ideographs are nothing, figures and Latin words are whole.
 */
export function standsIn(text: string, phrase: string): boolean {
  const wanted = plain(phrase);
  if (wanted === '') return false;
  const begin = /^[\p{L}\p{N}]/u.test(wanted) && !/^\p{Script=Han}/u.test(wanted) ? '(?<![a-z0-9])' : '';
  const end = /[\p{L}\p{N}]$/u.test(wanted) && !/\p{Script=Han}$/u.test(wanted) ? '(?![a-z0-9])' : '';
  return new RegExp(`${begin}${wanted.replaceAll('|', '\\|')}${end}`, 'u').test(plain(text));
}

const traditional: Readonly<Record<string, string>> = { 開: '开', 請: '请', 報: '报' };

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, (character) => traditional[character] ?? character)
    .replace(/\u200b/gu, '')
    .replace(/[^\p{Script=Han}\p{L}\p{N} ]+/gu, '|')
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
    .replace(/[ |]+/gu, '|')
    .replace(/(?<=\p{Script=Han})\|(?=[a-z0-9])|(?<=[a-z0-9])\|(?=\p{Script=Han})/gu, '')
    .replace(/^\||\|$/gu, '');
}
