import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findEntries } from '../../../cli/upload/find-entries.ts';
import { warcOf } from '../../support/warc.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-find-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function folderOf(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = join(folder, name);
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
  }
  return root;
}

async function find(path: string, include: readonly string[] = []) {
  const { entries, bad } = await findEntries([path], { include, maxBytes: 1000 });
  return {
    keys: entries.map(({ key }) => key),
    said: entries.map(({ said }) => said),
    faults: bad.map(({ name, fault }) => `${name.slice(folder.length + 1)}: ${fault}`),
    entries,
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

it('finds all of a folder; of a list in it the files that it names, with what it says of them', async () => {
  const list = [
    '\ufeffurl,file,publishedOn,agency,fetchedAt,sha256,remark',
    `https://www.example.gov.cn/a.html,pages/a.html,2021-03-30,某局,2021-04-01T00:00:00Z,${sha256('a')},`,
    'http://www.example.gov.cn/b.pdf,b.pdf,,,,,"a, b"',
  ].join('\r\n');
  const path = await folderOf('crawl', {
    'urls.csv': list,
    'pages/a.html': 'a',
    'b.pdf': 'b',
    'c.txt': 'c',
    '.state': 'x',
    'report.csv': '类别,数量\n规章,0',
  });
  const { keys, said, faults } = await find(path);
  expect(faults).toEqual([]);
  expect(keys).toEqual(['raw/crawl/b.pdf', 'raw/crawl/c.txt', 'raw/crawl/pages/a.html', 'raw/crawl/report.csv']);
  const a = {
    sourceUrl: 'https://www.example.gov.cn/a.html',
    ...{ agency: '某局', publishedOn: '2021-03-30', fetchedAt: '2021-04-01T00:00:00Z' },
  };
  expect(said).toEqual([{ sourceUrl: 'http://www.example.gov.cn/b.pdf' }, {}, a, {}]);
  const alone = await find(join(path, 'urls.csv'));
  expect(alone.keys).toEqual(['raw/crawl/b.pdf', 'raw/crawl/pages/a.html']);
});

it('tells each bad row of a list by its line, and takes the others', async () => {
  const path = await folderOf('bad', { 'a.txt': 'a', 'other.txt': 'o' });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(path, 'link.txt'));
  const rows = [
    ['https://a.cn/', 'a.txt', ''],
    ['https://a.cn/2', 'a.txt', ''],
    ['javascript:alert(1)', 'other.txt', ''],
    ['', 'other.txt', ''],
    ['https://a.cn/', '', ''],
    ['https://a.cn/', '../secret.txt', ''],
    ['https://a.cn/', 'link.txt', ''],
    ['https://a.cn/', 'gone.txt', ''],
    ['https://a.cn/', 'other.txt', '2021-02-30'],
  ];
  await writeFile(join(path, 'list.csv'), ['url,file,publishedOn', ...rows.map((row) => row.join(','))].join('\n'));
  const { keys, faults } = await find(join(path, 'list.csv'));
  expect(keys).toEqual(['raw/bad/a.txt']);
  expect(faults).toEqual([
    expect.stringMatching(/^bad\/list\.csv:3: .+a\.txt is named twice\.$/),
    'bad/list.csv:4: url takes an address as https://www.example.gov.cn/a.html, not javascript:alert(1)',
    'bad/list.csv:5: It has no url.',
    'bad/list.csv:6: It names no file.',
    'bad/list.csv:7: ../secret.txt is not in the folder of the list.',
    'bad/list.csv:8: link.txt is not in the folder of the list.',
    'bad/list.csv:9: gone.txt is not there.',
    'bad/list.csv:10: publishedOn takes a day as 2021-03-30, not 2021-02-30',
  ]);
});

it('tells that a list is no CSV further down, and takes a report of broken CSV as it is', async () => {
  const path = await folderOf('broken', {
    'list.csv': 'url,file\nhttps://a.cn/,"a.txt\n',
    'report.csv': '类别,数量\n"规章,0',
  });
  const { keys, faults } = await find(path);
  expect(keys).toEqual(['raw/broken/report.csv']);
  expect(faults).toEqual([expect.stringMatching(/^broken\/list\.csv:\d+: Quote Not Closed/)]);
});

it('does not take other bytes than those that a list gives the hash of', async () => {
  const list = `url,file,sha256\nhttps://a.cn/,a.txt,${sha256('a')}\nhttps://a.cn/,b.txt,${sha256('a')}`;
  const { entries } = await find(await folderOf('hashes', { 'list.csv': list, 'a.txt': 'a', 'b.txt': 'b' }));
  expect((await entries[0]?.read())?.toString()).toBe('a');
  await expect(entries[1]?.read()).rejects.toThrow('Its bytes are not those that the list gives the SHA-256 of.');
});

const pages = [
  { url: 'https://www.a.gov.cn/2021/x.html?p=1', body: 'x' },
  { url: `https://www.b.gov.cn/${'年'.repeat(300)}.html`, body: 'y' },
  { url: `https://www.b.gov.cn/${'年'.repeat(300)}.pdf`, body: 'z', type: 'application/pdf' },
];

it('finds the documents of web archives, under keys that S3 takes', async () => {
  const { keys, faults } = await find(await folderOf('archives', { 'sub/c.warc.gz': warcOf(pages, { packed: true }) }));
  expect(faults).toEqual([]);
  expect(keys[0]).toBe('raw/archives/sub/c.warc.gz/20210330T080000Z/www.a.gov.cn/2021/x.html?p=1');
  expect(new Set(keys).size).toBe(3);
  expect(Math.max(...keys.map((key) => Buffer.byteLength(key)))).toBeLessThanOrEqual(1024);
});

it.each([
  [['*.txt'], ['a.txt', 'sub/b.txt']],
  [
    ['*.TXT', '*.html'],
    ['sub/c.html', 'w.warc/20210330T080000Z/www.a.gov.cn/2021/x.html?p=1'],
  ],
  [['sub/**'], ['sub/b.txt', 'sub/c.html']],
  [['www.a.gov.cn/**'], ['sub/c.html', 'w.warc/20210330T080000Z/www.a.gov.cn/2021/x.html?p=1']],
  [['*.doc'], []],
])('takes of everything only what matches %j', async (include, expected) => {
  const path = await folderOf('included', {
    ...{ 'a.txt': '', 'sub/b.txt': '', 'sub/c.html': '', 'w.warc': warcOf([...pages.slice(0, 1)]) },
    'list.csv': 'url,file\nhttps://www.a.gov.cn/2020/,sub/c.html',
  });
  expect((await find(path, include)).keys).toEqual(expected.map((key) => `raw/included/${key}`));
});
