/** What the sender says of a document. Evidence beside the document's own words, never a substitute for them. */
export interface ParseHints {
  readonly sourceUrl?: string;
  readonly agency?: string;
  readonly publishedOn?: string;
  /** Two digits of GB/T 2260: the province whose stack received the document. */
  readonly provinceCode?: string;
}
