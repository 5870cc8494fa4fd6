/** Headers of answers that a script of another origin may read beside those that every script may. */
export const exposedHeaders = ['ETag', 'Retry-After', 'Content-Disposition'] as const;
