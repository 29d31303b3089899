import { InvalidArgumentError } from 'commander';

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** `30m`, `24h`, `7d`, or a number of seconds. @throws InvalidArgumentError */
export function parseDuration(text: string): number {
  const match = /^(\d{1,9})([smhd])?$/.exec(text);
  if (match === null) throw new InvalidArgumentError('Give a duration such as 30m, 24h or 7d.');
  return Number(match[1]) * SECONDS[toUnit(match[2])];
}

function toUnit(text: string | undefined): keyof typeof SECONDS {
  return text === 'm' || text === 'h' || text === 'd' ? text : 's';
}
