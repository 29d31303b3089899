import { callbacksDelivered } from './callbacks-delivered.js';
import { noOrphans } from './no-orphans.js';
import { nothingPersonal } from './nothing-personal.js';
import { nothingRunning } from './nothing-running.js';
import { objectsAccounted } from './objects-accounted.js';
import { oneResult } from './one-result.js';
import type { Proof } from './proof.js';
import { sameVerdict } from './same-verdict.js';
import { sessionsEnded } from './sessions-ended.js';

export const ALL_PROOFS: readonly Proof[] = [
  sessionsEnded,
  oneResult,
  sameVerdict,
  callbacksDelivered,
  objectsAccounted,
  noOrphans,
  nothingRunning,
  nothingPersonal,
];
