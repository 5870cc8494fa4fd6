import { absencePhrases, absenceWords } from '../../../schema/law/vocabulary/indicator-absences.ts';
import type { AbsencePhrase } from '../../../schema/law/vocabulary/indicator-phrase.ts';
import type { Clause } from './clauses.ts';
import { isIn, speaksOfDisclosure } from './match-phrase.ts';
import type { Setting } from './read-figures.ts';
import type { Sentence } from './sentences.ts';
import type { Statement } from './statement.ts';
import { isOfThisYear } from './this-year.ts';
import { anyOf } from './words.ts';

const absent = new RegExp(anyOf(absenceWords), 'u');

const compiled = absencePhrases.map((phrase) => ({
  phrase,
  noun: new RegExp(anyOf(phrase.nouns), 'u'),
  excluded: new RegExp(anyOf(phrase.without), 'u'),
}));

function placed(phrase: AbsencePhrase, sentence: Sentence, setting: Setting): boolean {
  return phrase.needs === 'nothing' || isIn(phrase.home, setting.section) || speaksOfDisclosure(sentence.text);
}

function saysNone(clause: Clause, sentence: Sentence, setting: Setting): boolean {
  const time = { prefix: sentence.text.slice(0, clause.end), sentence: sentence.text, scope: clause.text };
  return (
    absent.test(clause.text) && clause.figures.every((figure) => figure.value === 0) && isOfThisYear(time, setting.year)
  );
}

/** Zeros that a sentence states in words: 未发生因政府信息公开引起的行政复议、行政诉讼案 is 0 of both. */
export function readAbsences(sentence: Sentence, clauses: readonly Clause[], setting: Setting): Statement[] {
  return clauses
    .filter((clause) => saysNone(clause, sentence, setting))
    .flatMap((clause) =>
      compiled
        .filter(({ noun, excluded }) => noun.test(clause.text) && !excluded.test(clause.text))
        .filter(({ phrase }) => placed(phrase, sentence, setting))
        .flatMap(({ phrase }) =>
          phrase.keys.map((key) => ({
            key,
            value: 0,
            unit: clause.figures[0]?.unit ?? null,
            approximate: false,
            start: clause.contextStart,
            end: clause.end,
            figureStart: clause.start,
            atHome: isIn(phrase.home, setting.section),
          })),
        ),
    );
}
