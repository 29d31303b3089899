import type { CaptureShelf, ShelvedCapture } from '../keeping/capture-shelf.js';

export interface MemoryShelf extends CaptureShelf {
  readonly captures: ReadonlyMap<string, ShelvedCapture>;
}

/** Plays the browser's database; what it holds outlives the session that put it there. */
export function createMemoryShelf(): MemoryShelf {
  const captures = new Map<string, ShelvedCapture>();
  const removeWhere = (isToGo: (capture: ShelvedCapture) => boolean): Promise<void> => {
    for (const [id, capture] of captures) if (isToGo(capture)) captures.delete(id);
    return Promise.resolve();
  };
  return {
    captures,
    put(capture) {
      captures.set(`${capture.publicId}/${capture.document}`, capture);
      return Promise.resolve();
    },
    list: (publicId) =>
      Promise.resolve([...captures.values()].filter((each) => each.publicId === publicId)),
    remove: (publicId) => removeWhere((each) => each.publicId === publicId),
    removeOlderThan: (shelvedAt) => removeWhere((each) => each.shelvedAt < shelvedAt),
  };
}
