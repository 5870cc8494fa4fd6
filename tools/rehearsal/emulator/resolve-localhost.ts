import dns from 'node:dns';

/**
 * Loaded before a program with `--import`: makes every `….localhost` this machine, as RFC 6761 asks and not every system's
 * resolver does. The emulator gives each HTTP API such a name.
 */
const lookup = dns.lookup;

// The overloads of `lookup` cannot be written down for a function that passes its arguments on.
dns.lookup = Object.assign((name: string, ...rest: unknown[]) => {
  const host = name.endsWith('.localhost') ? '127.0.0.1' : name;
  return Reflect.apply(lookup, dns, [host, ...rest]);
}, lookup) as typeof dns.lookup;
