/** How far a long piece of work has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
}

/** Before this much time a rate says nothing. */
const firstRateMs = 1_000;

/** Units of remaining time, the largest first, each with the seconds in it. */
const units = [
  { name: 'h', seconds: 3_600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const;

/** The rate so far and the time that is left at it: `12.5/s, 3 min left`; empty while it cannot be told. */
export function pace({ done, total, elapsedMs }: Progress): string {
  if (done === 0 || elapsedMs < firstRateMs) return '';
  const perSecond = (done * 1_000) / elapsedMs;
  const left = Math.ceil((total - done) / perSecond);
  return left === 0 ? `${perSecond.toFixed(1)}/s` : `${perSecond.toFixed(1)}/s, ${duration(left)} left`;
}

function duration(seconds: number): string {
  const unit = units.find((one) => seconds >= one.seconds * 2) ?? units[2];
  return `${Math.ceil(seconds / unit.seconds)} ${unit.name}`;
}
