import type { ErasureScope } from '../../../contract/erasure.js';
import type { ErasureView } from '../../../contract/schema/operator/erasure.js';

/**
 * The proof of the erasure of `scope`, and of no other: that the pictures are gone says nothing of
 * the rest.
 *
 * @throws Error saying how far the submission is erased
 */
export function chooseProof(
  erasures: readonly Pick<ErasureView, 'scope' | 'proof'>[],
  scope: ErasureScope,
): string {
  const found = erasures.find((erasure) => erasure.scope === scope);
  if (found?.proof) return found.proof;
  if (found !== undefined) throw new Error('Its erasure is still pending: there is no proof yet.');
  const other = erasures.at(0);
  if (other === undefined) throw new Error('There is no erasure of this submission.');
  throw new Error(
    other.scope === 'IMAGES'
      ? 'Only its pictures were erased or are about to be: --images prints the proof of that.'
      : 'Its pictures were erased with everything else: leave out --images.',
  );
}
