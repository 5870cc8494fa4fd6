import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { type FeedEntry, writeAtom } from '../../../functions/export/atom.ts';

const entry: FeedEntry = {
  ...{
    key: ['late', 'a', '2020'],
    title: '标题',
    text: '正文',
    updated: '2021-04-01T00:00:00.000Z',
    publishedOn: null,
  },
  ...{ category: { term: 'late', label: '逾期' }, author: '内江市公安局', address: '/agency/a/2020' },
};
const feed = (entries: readonly FeedEntry[]) =>
  writeAtom({ key: ['feed', '511000'], title: '内江市', address: '511000.atom', entries });

/** Texts of the elements of one name; throws where the document is not well formed. */
function textsOf(xml: string, wanted: string): string[] {
  const texts: string[] = [];
  let [name, text] = ['', ''];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    [name, text] = [tag.local, ''];
    expect(tag.uri).toBe('http://www.w3.org/2005/Atom');
  });
  parser.on('text', (some) => {
    text += some;
  });
  parser.on('closetag', (tag) => {
    if (tag.local === name && name === wanted) texts.push(text);
  });
  parser.write(xml).close();
  return texts;
}

it('a feed holds any text whatever as XML that reads back the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // XML reads other line ends as one of its own, and has no control characters.
      const held = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
      const [read] = textsOf(feed([{ ...entry, title: text, text, author: text, address: `/${text}` }]), 'content');
      expect(read).toBe(held.replace(/\r\n?/g, '\n'));
    }),
  );
});

it('an entry has the same id however often it is told, and no other has it', () => {
  const ids = (entries: readonly FeedEntry[]) => textsOf(feed(entries), 'id');
  const [ofFeed, first, second] = ids([entry, { ...entry, key: ['late', 'a', '2021'] }]);
  expect(ids([{ ...entry, title: '另一标题', updated: '2022-01-01T00:00:00.000Z' }])).toEqual([ofFeed, first]);
  expect(new Set([ofFeed, first, second]).size).toBe(3);
  expect(first).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('a feed is as new as its newest entry', () => {
  const older = { ...entry, updated: '2020-04-01T00:00:00.000Z', publishedOn: '2020-03-31' };
  expect(textsOf(feed([older, entry]), 'updated')[0]).toBe(entry.updated);
  expect(textsOf(feed([older, entry]), 'published')).toEqual(['2020-03-31T00:00:00+08:00']);
});
