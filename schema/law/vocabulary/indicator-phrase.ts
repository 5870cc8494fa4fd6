import type { SectionKey } from './sections.ts';

/** Channels told apart by their words; a text that names words of several families speaks of several channels. */
export type Channels = Readonly<Record<string, readonly string[]>>;

/**
 * One wording by which reports state a figure in a sentence: verb, noun, figure and unit (收到 + 政府信息公开申请 + 2 + 件),
 * or verb, figure, unit and noun (收到 + 2 + 件 + 政府信息公开申请).
 * Words may be regular expressions; they are matched in text without spaces and quotation marks, in half-width signs.
 */
export interface IndicatorPhrase {
  /** Indicators the figure is; more than one where a sentence says two things of it (受理并办结). */
  readonly keys: readonly string[];
  /** One of these comes before the noun; absent where the noun alone tells it. */
  readonly verbs?: readonly string[];
  /** Characters that may stand between verb and noun besides fillers: 收到公民、法人的政府信息公开申请. */
  readonly gap?: number;
  readonly nouns: readonly string[];
  readonly units: readonly string[];
  /** Words that, anywhere before the figure in its clause, make it a figure of something else. */
  readonly without?: readonly string[];
  /** The channels that the clause names, all and no other. */
  readonly channels?: { readonly among: Channels; readonly are: readonly string[] };
  /** Sections that are about it. */
  readonly home: readonly SectionKey[];
  /** Sections in which the same words mean something narrower. */
  readonly notIn?: readonly SectionKey[];
  /**
   * What must tell what the sentence speaks of: `nothing` the words are enough; `topic` its home section, or words of
   * disclosure in the sentence; `topicBefore` its home section, or such words before or directly after the figure;
   * `lead` its home section, or the figure before it being one of `of`; `knownLead` the same, but not after a figure that is no known one
   * (受理投诉93件,办结93件).
   */
  readonly needs: 'nothing' | 'topic' | 'topicBefore' | 'lead' | 'knownLead';
  /** Figures it can be part of (其中, brackets) or continue. As part of any other figure it is no total and not read. */
  readonly of?: readonly string[];
}

/** Words that, with a word of absence in the same clause, say that there was none: 未发生…行政复议案. */
export interface AbsencePhrase {
  readonly keys: readonly string[];
  readonly nouns: readonly string[];
  readonly home: readonly SectionKey[];
  readonly needs: 'nothing' | 'topic';
  /** Words that, in the same clause, say that something else was absent: 未发生行政复议败诉. */
  readonly without: readonly string[];
}
