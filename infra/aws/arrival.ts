import type { Arrival } from '../../schema/record/record-store.ts';

/** Digits a `sequencer` is padded to: S3 gives hexadecimal numbers of differing length that compare as strings once padded. */
const sequencerDigits = 32;

/**
 * When an object version arrived, comparable as a string: the time of its event, then the `sequencer` by which S3 orders
 * the events of one key. `eventTime` is ISO 8601; any precision gives the same form.
 */
export function arrivalOf(eventTime: string, sequencer: string): Arrival {
  return `${new Date(eventTime).toISOString()}#${sequencer.toUpperCase().padStart(sequencerDigits, '0')}`;
}
