import { exportRoot } from '../../schema/record/exports/export-kind.ts';

/** Paths of the API in the cloud: where everyone may read, and where only callers with credentials are let in, and what is exported. */
export const apiPaths = { open: '/graphql', authorised: '/graphql/admin', exports: exportRoot } as const;

/** Headers of answers that a script of another origin may read beside those that every script may. */
export const exposedHeaders = ['ETag', 'Retry-After', 'Content-Disposition'] as const;
