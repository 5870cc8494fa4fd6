import { normalise } from './normalise.ts';

const known = new Map<string, string>();

/** A label or heading of a form made comparable: the forms are the same for every document, so each is normalised once. */
export function comparableLabel(label: string): string {
  const found = known.get(label);
  if (found !== undefined) return found;
  const comparable = normalise(label);
  known.set(label, comparable);
  return comparable;
}
