import { divisionStem } from '../../schema/vocabulary/division-names.ts';
import { type Division, divisionParents } from '../../schema/vocabulary/divisions.ts';

/** What is known beside an agency's name, the surest text first: title and signature before the report's body. */
export interface AgencyContext {
  readonly texts: readonly string[];
  /** Two digits, where the sender's own place is evidence. */
  readonly provinceCode: string | null;
}

/** Where an agency is, as far as the document tells. */
export interface AgencyPlace {
  readonly division: Division | null;
  readonly provinceCode: string | null;
}

/**
 * Which of several divisions of one name is meant: the one in the sender's province, else the one whose prefecture or
 * province the surest text names. Where that leaves several, none; the province only where all agree.
 */
export function chooseDivision(candidates: readonly Division[], context: AgencyContext): AgencyPlace {
  const near = candidates.filter((division) => division.code.startsWith(context.provinceCode ?? ''));
  const left = narrow(near.length > 0 ? near : candidates, context.texts);
  const provinces = new Set(left.map((division) => division.code.slice(0, 2)));
  const [province = null] = provinces.size === 1 ? provinces : [context.provinceCode];
  const [only = null] = left.length === 1 ? left : [];
  return { division: only, provinceCode: province };
}

function narrow(candidates: readonly Division[], texts: readonly string[]): readonly Division[] {
  return texts.reduce((left, text) => (left.length > 1 ? mentioned(left, text) : left), candidates);
}

/** The candidates with the most parents named in a text; all of them where it names no parent. */
function mentioned(candidates: readonly Division[], text: string): readonly Division[] {
  const scores = candidates.map((division) => divisionParents(division).filter((each) => names(text, each)).length);
  const best = Math.max(...scores);
  return best === 0 ? candidates : candidates.filter((_, index) => scores[index] === best);
}

function names(text: string, division: Division): boolean {
  if (text.includes(division.name)) return true;
  const stem = division.level === 'province' ? divisionStem(division) : null;
  return stem !== null && text.includes(stem);
}
