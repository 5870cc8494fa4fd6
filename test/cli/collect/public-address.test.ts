import { expect, it } from 'vitest';
import { checkHost, guardedLookup, isPublicAddress, type Resolve } from '../../../cli/collect/public-address.ts';

it.each([
  ...[
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
  ],
  ...['192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1'],
  ...[
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    'example',
  ],
])('%s is not of the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each([
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.167.1.1',
  '223.5.5.5',
  '2400:3200::1',
  '2606:4700::1111',
])('%s is of the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

const resolve: Resolve = (_host, _options, answer) =>
  answer(null, [
    { address: '10.0.0.1', family: 4 },
    { address: '223.5.5.5', family: 4 },
  ]);
const look = (addresses: Resolve, all: boolean) =>
  new Promise((done) =>
    guardedLookup(isPublicAddress, addresses)('a.cn', { all }, (error, found) => done(error ?? found)),
  );

it('a name leads only to its public addresses', async () => {
  expect(await look(resolve, true)).toEqual([{ address: '223.5.5.5', family: 4 }]);
  expect(await look(resolve, false)).toBe('223.5.5.5');
});

it('a name that has only others leads nowhere, and an unknown one says so', async () => {
  const inside: Resolve = (_host, _options, answer) => answer(null, [{ address: '127.0.0.1', family: 4 }]);
  expect(await look(inside, true)).toMatchObject({ message: expect.stringMatching(/^a\.cn is in a private network/) });
  const unknown: Resolve = (_host, _options, answer) => answer(new Error('ENOTFOUND a.cn'), []);
  expect(await look(unknown, true)).toMatchObject({ message: 'ENOTFOUND a.cn' });
});

it.each(['http://127.1/', 'http://0x7f.1/', 'http://[::ffff:7f00:1]/', 'http://017700000001/'])(
  '%s is not reached by its number',
  (address) => {
    expect(() => checkHost(new URL(address), isPublicAddress)).toThrow('private network');
  },
);
