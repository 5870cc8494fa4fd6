import { isOrganKind } from '../law/vocabulary/organ-kinds.ts';
import type { AgencyLevel } from '../record/agency.ts';
import type { KindFilter, PlaceFilter } from '../record/record-store.ts';
import type { Scope } from '../record/scope.ts';
import { divisionPrefix } from './division.ts';
import { badUserInput } from './errors.ts';

/** What lists of agencies and of their documents are filtered by: one value, or one of several. */

type Maybe<T> = T | null | undefined;

/** Values that one condition may name. */
const mostValues = 100;

/** Years that one condition may name: of each a list is read. */
export const mostYearsAsked = 30;

/** Alternatives that a filter may have. */
export const mostAlternatives = 20;

/** The alternatives of a filter, one of which must hold. Throws BAD_USER_INPUT where there are none or too many, and what `read` throws. */
export function readOr<Arg, Condition>(
  or: Maybe<readonly Arg[]>,
  read: (condition: Arg) => Condition,
): { readonly or?: readonly Condition[] } {
  return or == null ? {} : { or: several(or, 'or', mostAlternatives).map(read) };
}

/** The values of a condition, each once. Throws BAD_USER_INPUT where there are none or too many. */
export function several<Value>(values: readonly Value[], argument: string, most = mostValues): Value[] {
  if (values.length === 0) throw badUserInput(`${argument} must name at least one.`, argument);
  if (values.length > most) throw badUserInput(`${argument} can name at most ${most}.`, argument);
  return [...new Set(values)];
}

interface PlaceArgs {
  readonly division?: Maybe<string>;
  readonly divisions?: Maybe<readonly string[]>;
}

/** In which division, or in one of which. Throws BAD_USER_INPUT. */
export function readPlace(args: Maybe<PlaceArgs>): PlaceFilter {
  const { division, divisions } = args ?? {};
  return {
    ...(division == null ? {} : { division: divisionPrefix(division) }),
    ...(divisions == null
      ? {}
      : { divisions: several(divisions, 'divisions').map((each) => divisionPrefix(each, 'divisions')) }),
  };
}

interface KindArgs {
  readonly level?: Maybe<AgencyLevel>;
  readonly levels?: Maybe<readonly AgencyLevel[]>;
  readonly type?: Maybe<string>;
  readonly types?: Maybe<readonly string[]>;
}

/** Of which level and kind of organ, or of one of which. Throws BAD_USER_INPUT. */
export function readKind(args: Maybe<KindArgs>): KindFilter {
  const { level, levels, type, types } = args ?? {};
  return {
    ...(level == null ? {} : { level }),
    ...(levels == null ? {} : { levels: several(levels, 'levels') }),
    ...(type == null ? {} : { type: kindOf(type, 'type') }),
    ...(types == null ? {} : { types: several(types, 'types').map((key) => kindOf(key, 'types')) }),
  };
}

/** The key of a kind of organ. Throws BAD_USER_INPUT for what is none. */
function kindOf(key: string, argument: string): string {
  if (!isOrganKind(key)) throw badUserInput(`${argument} is the key of no kind of organ.`, argument);
  return key;
}

interface ScopeArgs {
  readonly scope?: Maybe<Scope>;
  readonly scopes?: Maybe<readonly Scope[]>;
}

/** Which scope a report must have, or one of which. Throws BAD_USER_INPUT. */
export function readScope({ scope, scopes }: ScopeArgs) {
  return {
    ...(scope == null ? {} : { scope }),
    ...(scopes == null ? {} : { scopes: several(scopes, 'scopes') }),
  };
}

interface YearArgs {
  readonly year?: Maybe<number>;
  readonly years?: Maybe<readonly number[]>;
}

/** Of which years, those that both conditions name where both are there; undefined for every year. Throws BAD_USER_INPUT. */
export function readYears({ year, years }: YearArgs): number[] | undefined {
  const asked = years == null ? undefined : several(years, 'years', mostYearsAsked).sort((one, other) => one - other);
  if (year == null) return asked;
  return (asked ?? [year]).filter((each) => each === year);
}

/** The same as a part of a filter: nothing for every year. Throws BAD_USER_INPUT. */
export function ofYears(args: Maybe<YearArgs>): { readonly years?: readonly number[] } {
  const years = readYears(args ?? {});
  return years === undefined ? {} : { years };
}
