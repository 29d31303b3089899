import type { EngineFailure, EngineProcess } from '../engines/engine-process.js';
import type { FaceAnswer } from './face-answer.js';

/** One photograph to look at; a card and a photograph of the same file are two. */
export interface Photograph {
  readonly path: string;
  readonly isCard: boolean;
}

export type Described = FaceAnswer | EngineFailure;

/** One engine's answers by `keyOf`. */
export type Descriptions = ReadonlyMap<string, Described>;

export function keyOf({ path, isCard }: Photograph): string {
  return `${isCard ? 'card' : 'photograph'} ${path}`;
}

/**
 * Shows every photograph to every engine, one after the other, so that whatever else the machine does
 * meets all of them alike. Only one engine works at a time.
 *
 * @param onPhotograph called after each with how many are done
 */
export async function describePhotographs(
  engines: readonly EngineProcess<FaceAnswer>[],
  photographs: readonly Photograph[],
  onPhotograph: (done: number) => void,
): Promise<Map<EngineProcess<FaceAnswer>, Map<string, Described>>> {
  const descriptions = new Map(engines.map((engine) => [engine, new Map<string, Described>()]));
  const [first] = photographs;
  // The first run plans the networks' memory and would stand for nothing.
  if (first !== undefined) for (const engine of engines) await engine.read(first.path, first);
  for (const [index, photograph] of photographs.entries()) {
    for (const [engine, own] of descriptions) {
      own.set(keyOf(photograph), await engine.read(photograph.path, { isCard: photograph.isCard }));
    }
    onPhotograph(index + 1);
  }
  return descriptions;
}
