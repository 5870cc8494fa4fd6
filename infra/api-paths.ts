/** Paths of the API in the cloud: where everyone may read, and where only callers with credentials are let in. */
export const apiPaths = { open: '/graphql', authorised: '/graphql/admin' } as const;
