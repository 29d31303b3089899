import { InvalidArgumentError } from 'commander';

/** A whole number of an option, below ten million. @throws InvalidArgumentError */
export function parseWhole(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
