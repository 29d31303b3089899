import { Router } from 'express';
import { keepAnswer } from '../../../contract/kept-answer.js';
import type { Logger } from '../../../logging/logger.js';
import { describeFailure } from '../../describe-failure.js';

export interface HealthRouteOptions {
  readonly logger: Logger;
  /** Each rejects while what it is named after cannot be used. */
  readonly readiness: Readonly<Record<string, () => Promise<void>>>;
  readonly now: () => Date;
}

/** Probes are not counted: whoever may ask, what the process depends on is asked once a second. */
const CHECKED_MS = 1_000;

/** A probe that waits longer is answered too late to be of use. */
const CHECK_TIMEOUT_MS = 3_000;

/** `/livez`: the process answers. `/readyz`: so does what it depends on; else 503. */
export function createHealthRoute(options: HealthRouteOptions): Router {
  const router = Router();
  const readChecks = keepAnswer({
    ask: () => checkAll(options),
    keptMs: CHECKED_MS,
    now: () => options.now().getTime(),
  });

  router.get('/livez', (_req, res) => {
    res.json({ status: 'up' });
  });

  router.get('/readyz', async (_req, res) => {
    const checks = await readChecks();
    const isReady = checks.every(([, state]) => state === 'up');
    res.status(isReady ? 200 : 503).json({
      status: isReady ? 'up' : 'down',
      checks: Object.fromEntries(checks),
    });
  });

  return router;
}

type Check = readonly [name: string, state: 'up' | 'down'];

/** Never rejects. */
function checkAll({ logger, readiness }: HealthRouteOptions): Promise<readonly Check[]> {
  const checks = Object.entries(readiness).map(async ([name, check]): Promise<Check> => {
    const isUp = await passesInTime(check, (error) => {
      logger.warn(
        { failure: describeFailure(error), dependency: name },
        'dependency is not available',
      );
    });
    return [name, isUp ? 'up' : 'down'];
  });
  return Promise.all(checks);
}

async function passesInTime(
  check: () => Promise<void>,
  onFailure: (error: unknown) => void,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer in time'));
    }, CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([check(), timeout]);
    return true;
  } catch (error) {
    onFailure(error);
    return false;
  } finally {
    clearTimeout(timer);
  }
}
