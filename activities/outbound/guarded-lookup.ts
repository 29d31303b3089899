import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { AddressRefusedError } from './address-guard.js';

/**
 * Name resolution for sockets that refuses addresses. It runs when the socket connects, so a name
 * that answers differently the second time (DNS rebinding) gains nothing. One refused address
 * refuses the name: which of them would be tried is not ours to choose.
 */
export function createGuardedLookup(
  isAllowed: (address: string) => boolean,
  resolve: (hostname: string) => Promise<readonly LookupAddress[]>,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined || !addresses.every(({ address }) => isAllowed(address))) {
          callback(new AddressRefusedError('the host is not on the public internet'), '');
        } else if (options.all === true) {
          callback(null, [...addresses]);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error('the name was not resolved'), '');
      },
    );
  };
}
