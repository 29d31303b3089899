import { expect, it } from 'vitest';
import { deriveUploadAccount } from './upload-account.js';

const root = { accessKey: 'kenali-root', secretKey: 'the-secret', bucket: 'captures' };

it('the upload account is the same in every process', () => {
  expect(deriveUploadAccount(root)).toEqual(deriveUploadAccount({ ...root }));
});

it.each([{ accessKey: 'other' }, { secretKey: 'other' }, { bucket: 'other' }])(
  'another key or bucket has another upload account: %j',
  (changed) => {
    const one = deriveUploadAccount(root);
    const other = deriveUploadAccount({ ...root, ...changed });
    expect(other.accessKey).not.toBe(one.accessKey);
    expect(other.secretKey).not.toBe(one.secretKey);
  },
);

it('the upload account fits into what the object store takes, and names no key of ours', () => {
  const { accessKey, secretKey } = deriveUploadAccount(root);
  expect(accessKey).toMatch(/^kenali[0-9a-f]{14}$/);
  expect(secretKey).toMatch(/^[0-9a-f]{40}$/);
});
