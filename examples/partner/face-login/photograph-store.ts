import { randomUUID } from 'node:crypto';

export interface Photograph {
  /** In the link that Kenali is given, so that no user id has to be. */
  readonly id: string;
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Buffer;
}

/** The photographs that the shop holds of its customers. In memory: they go with the process. */
export interface PhotographStore {
  /** Null when the bytes are neither a JPEG nor a PNG. */
  enrol(userId: string, bytes: Buffer): Photograph | null;
  findByUser(userId: string): Photograph | null;
  find(id: string): Photograph | null;
}

const MAX_PHOTOGRAPHS = 50;

export function createPhotographStore(): PhotographStore {
  const photographs = new Map<string, Photograph>();
  return {
    enrol: (userId, bytes) => {
      const type = imageTypeOf(bytes);
      if (type === null) return null;
      const photograph = { id: randomUUID(), type, bytes };
      photographs.set(userId, photograph);
      const [oldest] = photographs.keys();
      if (photographs.size > MAX_PHOTOGRAPHS && oldest !== undefined) photographs.delete(oldest);
      return photograph;
    },
    findByUser: (userId) => photographs.get(userId) ?? null,
    find: (id) => [...photographs.values()].find((photograph) => photograph.id === id) ?? null,
  };
}

/** By the first bytes: what an upload says of itself may be wrong. */
function imageTypeOf(bytes: Buffer): Photograph['type'] | null {
  if (bytes.subarray(0, 3).toString('hex') === 'ffd8ff') return 'image/jpeg';
  return bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a' ? 'image/png' : null;
}
