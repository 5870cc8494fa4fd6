import type { Agency } from '../../schema/agency.ts';
import { unspaced } from '../normalise.ts';
import { type AgencyContext, chooseDivision } from './agency-context.ts';
import { completeName } from './agency-name.ts';
import { agencyOf } from './agency-record.ts';

/** The agency that a document names in so many words, an office as itself; null where the words name none. */
export function agencyNamed(words: string, context: AgencyContext): Agency | null {
  const named = completeName(unspaced(words.normalize('NFKC')));
  return named === null ? null : agencyOf(named, chooseDivision(named.located.divisions, context));
}
