/** More lists than one answer may be made of. The asker's to mend: a year or a part of the country at a time. */
export class ListTooLarge extends Error {
  override readonly name = 'ListTooLarge';

  constructor(lines: number) {
    super(`The answer needs lists of more than ${lines} lines; ask for one year, or for one province, at a time.`);
  }
}
