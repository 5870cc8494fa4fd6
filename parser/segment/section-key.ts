import type { Form } from '../../schema/law/forms/form.ts';
import { type SectionKey, sectionPhrases } from '../../schema/law/vocabulary/sections.ts';
import { normalise } from '../normalise.ts';
import { similarity } from '../similarity.ts';

/** From here on a printed heading is the form's own heading with a word changed. */
const likelyHeading = 0.7;

/** What a section is about: the form's own heading if it is near enough, else the most specific phrase it holds. */
export function sectionKey(heading: string, form: Form): SectionKey {
  const printed = normalise(heading);
  const scored = knownHeadings(form).map(({ key, headings }) => ({
    key,
    score: Math.max(...headings.map((known) => similarity(known, printed, likelyHeading))),
  }));
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left));
  if (best.score >= likelyHeading) return best.key;
  return (
    sectionPhrases.find(({ phrases }) => phrases.some((phrase) => printed.includes(phrase)))?.key ?? 'unclassified'
  );
}

interface KnownHeadings {
  readonly key: SectionKey;
  readonly headings: readonly string[];
}

const normalised = new Map<Form, readonly KnownHeadings[]>();

function knownHeadings(form: Form): readonly KnownHeadings[] {
  const known =
    normalised.get(form) ?? form.sections.map(({ key, headings }) => ({ key, headings: headings.map(normalise) }));
  normalised.set(form, known);
  return known;
}
