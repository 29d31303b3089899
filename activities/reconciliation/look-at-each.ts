import { log } from '@temporalio/activity';
import type { Finding } from '../../contract/reconciliation.js';
import { describeError } from '../../logging/describe-error.js';
import { tryEach } from '../try-each.js';

/**
 * What cannot be looked at this time stands in the report as such and is looked at again by the next
 * pass: it does not keep the others from being looked at.
 */
export async function lookAtEach<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  look: (item: Item) => Promise<Finding | null>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  await tryEach(
    items,
    async (item) => {
      const finding = await look(item);
      if (finding !== null) findings.push(finding);
    },
    (item, error) => {
      const found = { kind: 'UNSEEN', submissionId: idOf(item) } as const;
      log.error('reconciliation could not look', { ...found, ...describeError(error) });
      findings.push({ ...found, isMended: false });
    },
  );
  return findings;
}
