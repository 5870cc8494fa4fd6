import { type ErrorDescription, errorCodes } from '../schema/law/vocabulary/error-codes.ts';

/** docs/errors.md: every error code with its meaning and remedy, in both languages. */
export function errorReference(): string {
  const codes: [string, ErrorDescription][] = Object.entries(errorCodes);
  const rows = (language: 'en' | 'zh') =>
    codes
      .map(([code, { meaning, remedy }]) => `| \`${code}\` | ${meaning[language]} | ${remedy[language]} |`)
      .join('\n');
  return `# Errors

Printed from \`schema/law/vocabulary/error-codes.ts\` by \`npm run print-errors\`; a test holds the page to it, and makes each error happen.

GraphQL answers errors in \`errors\`, each with a sentence for people in \`message\`, a code for programs in \`extensions.code\`, and where it
belongs to a field its \`path\`. What is no request of GraphQL over HTTP has a status of 4xx whatever is asked. A refused query has 200 where
the client accepts \`application/json\`, and 400 where it accepts \`application/graphql-response+json\`. Exports answer
\`{ "error": { "code", "message" } }\` with a status. Codes stay; sentences may be bettered.

| code | meaning | what to do |
| --- | --- | --- |
${rows('en')}

## 错误代码

| 代码 | 含义 | 处理办法 |
| --- | --- | --- |
${rows('zh')}
`;
}
