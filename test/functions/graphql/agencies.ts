import type { Agency } from '../../../schema/record/agency.ts';
import { agencyId } from '../../../schema/record/agency-id.ts';

/** A made-up organ of a real division. */
export function organ(name: string, divisionCode = '511000'): Agency {
  const provinceCode = divisionCode.slice(0, 2);
  const id = agencyId({ name, divisionCode, provinceCode });
  return { id, name, divisionCode, provinceCode, level: 'prefecture' };
}
