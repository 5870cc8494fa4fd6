import { useState } from 'preact/hooks';
import { ask, type Problem, problemOf } from '../data/api.ts';
import type { TypedDocumentString } from '../data/documents.generated.ts';

export interface Page<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Pages<Node> {
  readonly nodes: readonly Node[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly problem: Problem | null;
  readonly more: () => Promise<void>;
}

/** A list that grows by a page each time the reader asks for more. Its first page has come with the view. */
export function usePages<Data, Variables extends object, Node>(
  first: Page<Node>,
  document: TypedDocumentString<Data, Variables & { readonly after?: string | null }>,
  { variables, pageOf }: { readonly variables: Variables; readonly pageOf: (data: Data) => Page<Node> },
): Pages<Node> {
  const [further, setFurther] = useState<readonly Page<Node>[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const last = further.at(-1) ?? first;
  return {
    nodes: [first, ...further].flatMap(({ nodes }) => nodes),
    total: first.totalCount,
    hasMore: last.pageInfo.hasNextPage,
    problem,
    async more() {
      try {
        const { data } = await ask(document, { ...variables, after: last.pageInfo.endCursor });
        setFurther([...further, pageOf(data)]);
        setProblem(null);
      } catch (error) {
        setProblem(problemOf(error));
      }
    },
  };
}
