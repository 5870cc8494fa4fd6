import { describe, expect, it } from 'vitest';
import { guideSections, readGuide } from '../../../tools/rehearsal/guide.ts';
import { steps } from '../../../tools/rehearsal/steps.ts';

describe('the operator’s guide', () => {
  it('is followed whole: every section that has commands, in its order', async () => {
    const titles = (await readGuide()).map(({ title }) => title);
    expect(steps.flatMap(({ follows = [] }) => follows)).toEqual(titles);
    expect(titles.length).toBeGreaterThan(5);
  });

  it('gives its commands block by block, without those that prepare the machine', () => {
    const page =
      '# Page\n\n## Text\n\nNone.\n\n## Deploy\n\n```sh\nnpm ci\nnpm run deploy\n```\n\nand\n\n```sh\necho done\n```\n';
    expect(guideSections(page)).toEqual([{ title: 'Deploy', blocks: ['npm run deploy\n', 'echo done\n'] }]);
  });
});
