// Stands for a bundled function where a test looks at templates only.
export const handler = () => null;
