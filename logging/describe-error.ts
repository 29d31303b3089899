/** What may be logged of any error: a message can quote its input, a name and a place cannot. */
export interface ErrorPlace {
  readonly name: string;
  readonly frames: readonly string[];
}

export function describeError(error: unknown): ErrorPlace {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return { name: error.name, frames: lines.filter((line) => /^at .+:\d+:\d+\)?$/.test(line)) };
}
