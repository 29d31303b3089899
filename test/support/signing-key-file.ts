import { exportJWK, generateKeyPair } from 'jose';

/** A new key file's content; the first of its keys signs. */
export async function createSigningKeyFile(count = 1) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const keys = numbers.map(async (number) => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    return { ...(await exportJWK(privateKey)), kid: `test-${String(number)}` };
  });
  return { keys: await Promise.all(keys) };
}
