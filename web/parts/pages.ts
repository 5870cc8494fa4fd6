import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, type Problem, problemOf } from '../data/api.ts';
import type { TypedDocumentString } from '../data/documents.generated.ts';

export interface Page<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Pages<Node> {
  readonly pages: readonly Page<Node>[];
  /** The items of all pages. */
  readonly nodes: readonly Node[];
  readonly total: number;
  readonly hasMore: boolean;
  /** Whether an answer is under way. */
  readonly isAsking: boolean;
  readonly problem: Problem | null;
  /** Asks for one page more. */
  readonly more: () => Promise<void>;
  /** Asks for page after page until none is left, `stop` is called, or one fails. Those that came stay. */
  readonly all: () => Promise<void>;
  readonly stop: () => void;
}

/** A list that grows by a page, or by all that are left, when the reader asks for it. Its first page has come with the view. */
export function usePages<Data, Variables extends object, Node>(
  first: Page<Node>,
  document: TypedDocumentString<Data, Variables & { readonly after?: string | null }>,
  { variables, pageOf }: { readonly variables: Variables; readonly pageOf: (data: Data) => Page<Node> },
): Pages<Node> {
  const [further, setFurther] = useState<readonly Page<Node>[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const asking = useRef<AbortController | null>(null);
  const stop = () => asking.current?.abort();
  useEffect(() => stop, []);
  const pages = [first, ...further];
  const last = pages.at(-1) ?? first;

  const read = async (atMost: number) => {
    const controller = new AbortController();
    asking.current = controller;
    const { signal } = controller;
    setIsAsking(true);
    setProblem(null);
    try {
      let { pageInfo } = last;
      for (let count = 0; count < atMost && pageInfo.hasNextPage && !signal.aborted; count += 1) {
        const { data, missing } = await ask(document, { ...variables, after: pageInfo.endCursor }, signal);
        if (missing[0] !== undefined) setProblem(missing[0]);
        const page = pageOf(data);
        setFurther((before) => [...before, page]);
        pageInfo = page.pageInfo;
      }
    } catch (error) {
      if (!signal.aborted) setProblem(problemOf(error));
    }
    setIsAsking(false);
  };

  return {
    pages,
    nodes: pages.flatMap(({ nodes }) => nodes),
    total: first.totalCount,
    hasMore: last.pageInfo.hasNextPage,
    isAsking,
    problem,
    more: () => read(1),
    all: () => read(Number.POSITIVE_INFINITY),
    stop,
  };
}
