import { exportRoot } from '../../schema/record/exports/export-kind.ts';

/** Paths of the API in the cloud: where everyone may read, and where only callers with credentials are let in, and what is exported. */
export const apiPaths = { open: '/graphql', authorised: '/graphql/admin', exports: exportRoot } as const;
