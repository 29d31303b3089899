import { expect, it } from 'vitest';
import { newKeyRing } from '../test/support/memory-data-keys.js';
import { checkMasterKeys } from './check-master-keys.js';

it('says which master keys are lost, each once', () => {
  const wrapped = ['k1', 'k0', 'k0', 'a'].map((wrappedBy) => ({ wrappedBy }));
  expect(() => {
    checkMasterKeys(newKeyRing(), wrapped);
  }).toThrow(/lacks a, k0, by which data keys of partners are wrapped/);
});

it('is content when every data key can be unwrapped, or there is none', () => {
  checkMasterKeys(newKeyRing(), [{ wrappedBy: 'k1' }]);
  checkMasterKeys(newKeyRing(), []);
});
