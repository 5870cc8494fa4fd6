import { badUserInput } from './errors.ts';

const prefix = /^\d{2}(\d{2}(\d{2})?)?$/;

/** A prefix of a division code that ends at a level. Throws BAD_USER_INPUT for anything else. */
export function divisionPrefix(division: string): string {
  if (!prefix.test(division)) throw badUserInput('division must be 2, 4 or 6 digits of a division code.', 'division');
  return division;
}
