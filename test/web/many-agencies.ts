import type { Page } from 'playwright-core';

/** Answers the page's questions for agencies by name with so many of them, in pages as it asks for them, each with twelve years. */
export async function serveManyAgencies(page: Page, count: number): Promise<void> {
  await page.route(/variables=[^&]*%22nameContains%22/, (route) => {
    const { first, after } = JSON.parse(new URL(route.request().url()).searchParams.get('variables') ?? '{}');
    return route.fulfill({ json: { data: { agencies: pageOfAgencies(Number(after ?? 0), first, count) } } });
  });
}

function pageOfAgencies(after: number, first: number, totalCount: number) {
  const end = Math.min(after + first, totalCount);
  const nodes = Array.from({ length: end - after }, (_, at) => {
    const index = after + at;
    return {
      ...{ id: `51${String(index).padStart(4, '0')}-000000000000`, name: `第${index + 1}号公共资源交易监督管理局` },
      ...{ level: 'county', division: { code: '510000', name: '四川省' } },
      years: Array.from({ length: 12 }, (_, year) => ({ year: 2012 + year, report: { outcome: 'published' } })),
    };
  });
  return { totalCount, pageInfo: { hasNextPage: end < totalCount, endCursor: String(end) }, nodes };
}

/** Waits for so many agencies, by a look that costs the page nothing: a locator would search a long list again and again. */
export async function untilShown(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (shown) => document.querySelector('.more')?.textContent?.includes(`已显示 ${shown} `),
    count,
    { polling: 100, timeout: 60_000 },
  );
}
