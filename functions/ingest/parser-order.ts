import { parserOrder } from '../../infra/store/heads/head-line.ts';

/** Whether one parser version, `1.10.0`, comes after another, `1.9.0`. */
export function isNewerParser(one: string, other: string): boolean {
  return parserOrder(one) > parserOrder(other);
}
