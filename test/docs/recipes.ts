/** A query of the cookbook; without an answer it changes something, or depends on such a change, and is only checked. */
export interface Recipe {
  readonly title: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly answer: string | null;
}

const block = /^```(\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm;

/** Every query of a page in Markdown, with the variables and the answer that follow it. */
export function recipesOf(markdown: string): Recipe[] {
  return markdown.split(/^## /m).flatMap((section) => {
    const title = section.slice(0, section.indexOf('\n'));
    const blocks = [...section.matchAll(block)].map(([, language, role, text = '']) => ({ language, role, text }));
    const only = (role: string) => blocks.find((each) => each.role === role)?.text;
    return blocks
      .filter(({ language }) => language === 'graphql')
      .map(({ text }) => ({
        ...{ title, query: text, answer: only('answer') ?? null },
        variables: JSON.parse(only('variables') ?? '{}'),
      }));
  });
}

/** The page with an answer in the place of another. */
export function withAnswer(markdown: string, title: string, answer: string): string {
  const start = markdown.indexOf(`## ${title}\n`);
  const opening = '```json answer\n';
  const from = markdown.indexOf(opening, start) + opening.length;
  return markdown.slice(0, from) + answer + markdown.slice(markdown.indexOf('```', from));
}
