import type { Finding } from '../../contract/reconciliation.js';

/** One after the other, so that a pass weighs little on what sessions need. */
export async function lookAtEach<Item>(
  items: readonly Item[],
  look: (item: Item) => Promise<Finding | null>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const item of items) {
    const finding = await look(item);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}
