import { Command, Option } from 'commander';
import { parseWhole } from './parse-whole.js';
import { SPLITS, type Split } from './seed-split.js';

/** Which cards of which split a generator draws, and where they go. */
export interface SplitOptions {
  readonly split: Split;
  readonly count: number;
  readonly out: string;
  readonly first: number;
}

/** A generator's command, with the options all of them have. */
export function createSplitCommand(
  name: string,
  { count, out }: { readonly count: string; readonly out: string },
): Command {
  return new Command(name)
    .addOption(new Option('--split <split>').choices(SPLITS).makeOptionMandatory())
    .requiredOption('--count <number>', count, parseWhole)
    .requiredOption('--out <folder>', out)
    .option('--first <number>', 'the first card of the split', parseWhole, 0);
}

/** Numbers of the cards in their split. */
export function listCards({ first, count }: SplitOptions): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

/** How files of a card are named: six digits sort as they count. */
export function nameCard(set: string, index: number): string {
  return `${set}-${String(index).padStart(6, '0')}`;
}
