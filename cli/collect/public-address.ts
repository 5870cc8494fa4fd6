import { type LookupOptions, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Refusal } from './refusal.ts';

/** What the registries of special addresses (IANA, RFC 6890) keep from the public internet, and addresses of IPv6 that carry one of IPv4. */
const special = {
  ipv4: [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
    ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
    ...['224.0.0.0/4', '240.0.0.0/4'],
  ],
  ipv6: [
    ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
    ...['5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
  ],
} as const;

const blocked = new BlockList();
for (const family of ['ipv4', 'ipv6'] as const) {
  for (const range of special[family]) {
    const [network = '', bits] = range.split('/');
    blocked.addSubnet(network, Number(bits), family);
  }
}

/** Whether an IP address is one of the public internet, and none of this machine or of the network that it is in. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !blocked.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Finds the addresses of a host, as `node:dns` does. */
export type Resolve = (
  host: string,
  options: LookupOptions & { readonly all: true },
  answer: (error: NodeJS.ErrnoException | null, addresses: { address: string; family: number }[]) => void,
) => void;

/**
 * A lookup for connections that gives only addresses that may be reached, so that a name cannot lead where its address may not. It fails with a
 * `Refusal` where a host has no other.
 */
export function guardedLookup(isReachable: (address: string) => boolean, resolve: Resolve = lookup): LookupFunction {
  return (host, options, answer) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const reachable = (addresses ?? []).filter(({ address }) => isReachable(address));
      const [first] = reachable;
      if (error !== null) answer(error, []);
      else if (first === undefined) answer(unreachable(host), []);
      else if (options.all) answer(null, reachable);
      else answer(null, first.address, first.family);
    });
  };
}

/** Throws a `Refusal` where the host of an address is an IP address that may not be reached. Names are the lookup's. */
export function checkHost({ hostname }: URL, isReachable: (address: string) => boolean): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isReachable(host)) throw unreachable(host);
}

function unreachable(host: string): Refusal {
  return new Refusal(`${host} is in a private network (--allow-private lets it be fetched).`);
}
