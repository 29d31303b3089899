import type { Backlog } from '../../api/backlog.js';

/** Nobody waits. */
export const EMPTY_BACKLOG: Backlog = {
  isFull: () => Promise.resolve(false),
  refuseWhenOverfull: () => Promise.resolve(),
};
