import type { Client } from '@temporalio/client';
import { unavailable } from '../administration/administration-error.js';
import { isServiceAway } from './is-service-away.js';

/** How long an operator waits for a start. */
const START_DEADLINE_MS = 5_000;

/**
 * Starts something that an operator has asked for.
 *
 * @param whenAway what the operator is told where Temporal does not answer
 * @throws AdministrationError UNAVAILABLE
 */
export async function startForOperator(
  client: Client,
  start: () => Promise<void>,
  whenAway: string,
): Promise<void> {
  try {
    await client.withDeadline(Date.now() + START_DEADLINE_MS, start);
  } catch (error) {
    throw isServiceAway(error) ? unavailable(whenAway, error) : error;
  }
}
