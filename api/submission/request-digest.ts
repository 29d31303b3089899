import { createHash } from 'node:crypto';
import { sortMembers } from '../../contract/sort-members.js';

/**
 * SHA-256 hex of a JSON value, the same whatever the order of its members: tells a repeated
 * initiate call from one that uses the partner session id again for something else.
 */
export function digestRequest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sortMembers(value)))
    .digest('hex');
}
