/** A figure found in a sentence. `start` and `end` of its clause are indices of the sentence. */
export interface Statement {
  readonly key: string;
  readonly value: number;
  readonly unit: string | null;
  readonly approximate: boolean;
  readonly start: number;
  readonly end: number;
  /** Where the figure itself begins in the sentence; of an absence the clause's start. */
  readonly figureStart: number;
  /** It stands in a section that is about it. */
  readonly atHome: boolean;
}
