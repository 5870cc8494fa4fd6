/** Everything of exports in the bucket. It is gone after a day. */
export const exportPrefix = 'exports/';

/** Where files are, and what is asked for: the bucket tells of the latter. */
export const exportPrefixes = { files: `${exportPrefix}files/`, requests: `${exportPrefix}requests/` } as const;
