import type { VersionHead } from '../../../schema/record/record-store.ts';

/** Digits each part of a parser version is padded to, so that 0.10.0 comes after 0.9.0. */
const partDigits = 6;

/**
 * The total order of the versions of one report: the later arrival, of one arrival the newer parser, and where both are
 * the same the greater id. Being total it makes every order of deliveries end in the same table.
 */
export function versionOrder(head: VersionHead, parserVersion: string): string {
  return [head.arrival, parserOrder(parserVersion), head.version, head.ingestionId].join('#');
}

/** A parser version, `1.2.3`, comparable as a string. */
export function parserOrder(parserVersion: string): string {
  return parserVersion.replace(/\d+/g, (digits) => digits.padStart(partDigits, '0'));
}
