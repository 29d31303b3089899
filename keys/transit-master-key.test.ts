import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKeyRing } from '../test/support/memory/data-keys.js';
import { combineMasterKeys, createRingMasterKey } from './master-key.js';
import { createTransitMasterKey } from './transit-master-key.js';

const TOKEN = 'a-token';
const PLACE = 'data-key/SHOP/1';
const dataKey = randomBytes(32);

let server: Server;
let seen: string[];
let respond: (path: string, body: Record<string, string>) => { status: number; body: unknown };

/** Answers as the documents of the transit engine say; the key is 32 bytes of its own. */
function createEngine() {
  const key = randomBytes(32);
  return (path: string, body: Record<string, string>) => {
    const aad = Buffer.from(body.associated_data ?? '', 'base64');
    if (path === '/v1/transit/encrypt/kenali') {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
      const sealed = Buffer.concat([cipher.update(body.plaintext!, 'base64'), cipher.final()]);
      const bytes = Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
      return {
        status: 200,
        body: { data: { ciphertext: `vault:v1:${bytes.toString('base64')}` } },
      };
    }
    if (path !== '/v1/transit/decrypt/kenali') return { status: 404, body: { errors: [] } };
    const bytes = Buffer.from(body.ciphertext!.replace('vault:v1:', ''), 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(aad)
      .setAuthTag(bytes.subarray(-16));
    try {
      const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
      return { status: 200, body: { data: { plaintext: plain.toString('base64') } } };
    } catch {
      return { status: 400, body: { errors: ['cipher: message authentication failed'] } };
    }
  };
}

async function answer(request: IncomingMessage) {
  const path = request.url ?? '';
  seen.push(`${String(request.method)} ${path}`);
  if (request.headers['x-vault-token'] !== TOKEN)
    return { status: 403, body: { errors: ['denied'] } };
  return respond(path, JSON.parse(await text(request)) as Record<string, string>);
}

beforeEach(async () => {
  seen = [];
  respond = createEngine();
  server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.close();
});

const masterKey = (token = TOKEN) =>
  createTransitMasterKey({
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    mount: 'transit',
    keyName: 'kenali',
    token,
  });

describe('a master key of a transit engine', () => {
  it('wraps and unwraps a data key, of which nothing is in what is stored', async () => {
    const wrapping = await masterKey().wrap(dataKey, PLACE);
    expect(wrapping.wrappedBy).toBe('transit:transit/kenali');
    expect(Buffer.from(wrapping.wrapped).toString()).toMatch(/^vault:v1:/);
    expect(await masterKey().unwrap(wrapping, PLACE)).toEqual(dataKey);
    expect(seen).toEqual(['POST /v1/transit/encrypt/kenali', 'POST /v1/transit/decrypt/kenali']);
  });

  it('does not unwrap what was moved to another place', async () => {
    const wrapping = await masterKey().wrap(dataKey, PLACE);
    await expect(masterKey().unwrap(wrapping, 'data-key/OTHER/1')).rejects.toMatchObject({
      name: 'KeyServiceError',
      isUnavailable: false,
    });
  });

  it.each([
    [503, true],
    [429, true],
    [404, false],
    [400, false],
  ])('tells of a status %i whether the service is away: %s', async (status, isUnavailable) => {
    respond = () => ({ status, body: { errors: ['a secret of the service'] } });
    const failure: unknown = await masterKey()
      .wrap(dataKey, PLACE)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'KeyServiceError', isUnavailable });
    expect(String(failure)).not.toContain('secret');
  });

  it('is refused without the token, and says nothing of it', async () => {
    const failure: unknown = await masterKey('wrong')
      .wrap(dataKey, PLACE)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'KeyServiceError', isUnavailable: false });
    expect(String(failure)).toBe('KeyServiceError: encrypt failed in the key service (403)');
  });

  it('takes no answer that is not of the engine', async () => {
    respond = () => ({ status: 200, body: { data: {} } });
    await expect(masterKey().wrap(dataKey, PLACE)).rejects.toMatchObject({ isUnavailable: false });
  });

  it('is away when nobody listens', async () => {
    const master = masterKey();
    await new Promise((resolve) => server.close(resolve));
    await expect(master.wrap(dataKey, PLACE)).rejects.toMatchObject({ isUnavailable: true });
  });

  it('unwraps beside the sealing key file, so that data keys can come under it', async () => {
    const local = createRingMasterKey(newKeyRing('k1'));
    const before = await local.wrap(dataKey, PLACE);
    const both = combineMasterKeys(masterKey(), local);
    expect(both.isCurrent(before.wrappedBy)).toBe(false);
    const after = await both.wrap(await both.unwrap(before, PLACE), PLACE);
    expect(after.wrappedBy).toBe('transit:transit/kenali');
    expect(await both.unwrap(after, PLACE)).toEqual(dataKey);
    await expect(local.unwrap(after, PLACE)).rejects.toMatchObject({ name: 'KeyMissingError' });
  });
});
