/** What may be logged of any error: a message can quote its input, a name and a place cannot. */
export interface ErrorPlace {
  readonly name: string;
  readonly frames: readonly string[];
}

const FRAME = /^ {4}at \S/;

export function describeError(error: unknown): ErrorPlace {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  // The stack repeats the message, which may have lines that look like frames.
  const lines = (error.stack ?? '').replace(error.message, '').split('\n');
  const lastOther = lines.findLastIndex((line) => !FRAME.test(line));
  return { name: error.name, frames: lines.slice(lastOther + 1).map((line) => line.trim()) };
}
