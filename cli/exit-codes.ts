/** Exit codes of every command. */
export const exitCodes = {
  /** Done: documents published or held. */
  done: 0,
  /** Gongkai failed, or was called wrongly. */
  failed: 1,
  /** A document was rejected; the reason is on standard error. */
  rejected: 2,
} as const;
