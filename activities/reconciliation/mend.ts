import { log } from '@temporalio/activity';
import type { Finding } from '../../contract/reconciliation.js';
import { describeError } from '../../logging/describe-error.js';

/**
 * Mends what was found. What cannot be mended this time stands in the report and is found again: it
 * does not keep the others from being mended.
 */
export async function mend(
  found: Omit<Finding, 'isMended'>,
  repair: () => Promise<void>,
): Promise<Finding> {
  try {
    await repair();
    return { ...found, isMended: true };
  } catch (error) {
    log.error('what reconciliation found could not be mended', {
      ...found,
      ...describeError(error),
    });
    return { ...found, isMended: false };
  }
}
