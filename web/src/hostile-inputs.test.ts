import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmbedOrigin } from '../../contract/embedding.js';
import { ApiError, ConnectionError } from './api/api-error.js';
import { createCaptureApi } from './api/capture-api.js';
import { MalformedAnswerError } from './api/read-json.js';
import { isLeave, readBegin } from './embed/read-begin.js';
import { lockCapture, unlockCapture } from './keeping/lock-capture.js';
import { packCapture, unpackCapture } from './keeping/pack-capture.js';
import { readLaunchUrl } from './launch-url.js';
import { redirectUrl } from './redirect-url.js';
import { createFakeService, LAUNCHED } from './testing/fake-service.js';

// The same tries each time: nobody's change fails by chance.
fc.configureGlobal({ seed: 1 });

const text = fc.oneof(
  fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '',
    '\0',
    '\ud800',
    '\u202e',
    '__proto__',
    'javascript:alert(1)',
    '%',
    '//evil.example',
  ),
);
const anything = fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true }), text);

describe('the address of the page', () => {
  const part = fc.oneof(text, fc.webPath(), fc.webQueryParameters(), fc.webFragments());

  it('is taken apart whatever it is, and names no origin that may not embed', () => {
    fc.assert(
      fc.property(part, part, part, (pathname, search, hash) => {
        const read = readLaunchUrl({ pathname: `/s/${pathname}`, search, hash: `#t=${hash}` });
        expect(read.publicId).not.toContain('/');
        if (read.embedOrigin !== null) expect(isEmbedOrigin(read.embedOrigin)).toBe(true);
      }),
    );
  });
});

describe('messages of the page around', () => {
  const message = fc.oneof(
    anything,
    fc.record(
      {
        source: fc.oneof(fc.constant('onekyc-sdk'), anything),
        type: fc.oneof(fc.constantFrom('onekyc.begin', 'onekyc.leave'), anything),
        token: anything,
        correlationId: anything,
        language: fc.oneof(fc.constantFrom('id', 'en'), anything),
        theme: anything,
      },
      { requiredKeys: [] },
    ),
  );

  it('begin a session by texts alone, or are left aside', () => {
    fc.assert(
      fc.property(message, (data) => {
        expect(typeof isLeave(data)).toBe('boolean');
        const handed = readBegin(data);
        if (handed === null) return;
        expect(typeof handed.token).toBe('string');
        expect(typeof handed.correlationId).toBe('string');
        expect([null, 'id_ID', 'en_ID']).toContain(handed.userLocale);
      }),
    );
  });
});

describe('answers of the service', () => {
  const body = fc.oneof(
    fc.jsonValue(),
    fc.record({ success: fc.boolean(), data: fc.jsonValue() }),
    fc.record({ success: fc.constant(true), data: changed(LAUNCHED) }),
    fc.record({ errors: fc.jsonValue() }),
  );

  it('open a session, or are refused by an error of ours without a word of them', async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.integer({ min: 200, max: 599 }), async (given, status) => {
        // These have no body.
        fc.pre(status !== 204 && status !== 205 && status !== 304);
        const service = createFakeService(() => ({ status, body: given }));
        const api = createCaptureApi({
          fetch: service.fetch,
          publicId: 'p',
          sdkSessionId: 's',
          repeatKey: 'k',
        });
        const error: unknown = await api.exchange('once').then(
          () => null,
          (refused: unknown) => refused,
        );
        if (error === null) return;
        const isOwn = [ApiError, ConnectionError, MalformedAnswerError].some(
          (kind) => error instanceof kind,
        );
        expect(isOwn).toBe(true);
      }),
    );
  });

  it('tell progress and upload addresses, or are refused by an error of ours', async () => {
    const standing = {
      status: 'IN_PROGRESS',
      nextAction: null,
      reasonCode: null,
      captures: ['KTP'],
      movements: ['NOD'],
      pollAfterMs: 700,
      captureLock: 'x',
      handoff: { state: 'OPENED', expiresInMs: 1 },
      urls: [{ documentType: 'KTP', url: 'https://s/', method: 'PUT', headers: { a: 'b' } }],
    };
    await fc.assert(
      fc.asyncProperty(fc.oneof(changed(standing), fc.jsonValue()), async (data) => {
        const service = createFakeService(({ path }) => ({
          status: 200,
          body: { success: true, data: path.startsWith('/web/') ? LAUNCHED : data },
        }));
        const api = createCaptureApi({
          fetch: service.fetch,
          publicId: 'p',
          sdkSessionId: 's',
          repeatKey: 'k',
        });
        await api.exchange('once');
        for (const call of [
          () => api.readProgress(),
          () => api.readUploadTargets(),
          () => api.openHandoff(),
        ]) {
          const error: unknown = await call().then(
            () => null,
            (refused: unknown) => refused,
          );
          if (error !== null) expect(error).toBeInstanceOf(MalformedAnswerError);
        }
      }),
    );
  });
});

describe('the way back to the partner', () => {
  it('leads to an address of the web, or nowhere', () => {
    const address = fc.oneof(text, fc.webUrl({ withQueryParameters: true, withFragments: true }));
    fc.assert(
      fc.property(address, text, text, (given, partnerSessionId, errorCode) => {
        const redirect = { success: given, failure: given };
        const ending = { status: 'ERROR', errorCode } as never;
        const url = redirectUrl({ redirect, partnerSessionId, ending });
        if (url === null) return;
        expect(new URL(url).protocol).toMatch(/^https?:$/);
        expect(new URL(url).host).toBe(new URL(given).host);
        expect(new URL(url).searchParams.getAll('status')).toEqual(['ERROR']);
      }),
    );
  });
});

describe('a capture that is kept on the device', () => {
  const blob = fc
    .uint8Array()
    .map((bytes) => new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' }));
  const taken = fc.record({
    still: blob,
    frames: fc.array(fc.record({ jpeg: blob, atMs: fc.nat() }), { maxLength: 4 }),
  });

  it('comes out as it was put away', async () => {
    await fc.assert(
      fc.asyncProperty(taken, async (capture) => {
        const opened = unpackCapture(await packCapture(capture));
        expect(await bytesOf(opened.still)).toEqual(await bytesOf(capture.still));
        expect(opened.frames.map(({ atMs }) => atMs)).toEqual(
          capture.frames.map(({ atMs }) => atMs),
        );
        for (const [index, { jpeg }] of opened.frames.entries()) {
          expect(await bytesOf(jpeg)).toEqual(await bytesOf(capture.frames[index]!.jpeg));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('opens for nobody where what lies in the browser was changed', async () => {
    const place = { publicId: 'p', document: 'KTP', lock: 'lock' } as const;
    const locked = await lockCapture(crypto, place, Uint8Array.from([1, 2, 3]));
    const found = fc.record({
      iv: fc.oneof(
        fc.constant(locked.iv),
        fc.uint8Array().map((bytes) => Uint8Array.from(bytes)),
      ),
      sealed: fc.uint8Array().map((bytes) => Uint8Array.from(bytes).buffer),
    });
    await fc.assert(
      fc.asyncProperty(found, async (given) => {
        await expect(unlockCapture(crypto, place, { ...locked, ...given })).resolves.toBeNull();
      }),
    );
  });

  it('comes out or is refused by the errors that it is said to be refused by', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.jsonValue(), fc.boolean(), (bytes, head, isFramed) => {
        const json = new TextEncoder().encode(JSON.stringify(head));
        const framed = Uint8Array.from([
          0,
          0,
          json.length >> 8,
          json.length & 0xff,
          ...json,
          ...bytes,
        ]);
        try {
          expect(
            unpackCapture(isFramed ? framed : Uint8Array.from(bytes)).still.size,
          ).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          const isSaid = error instanceof SyntaxError || error instanceof MalformedAnswerError;
          expect(isSaid, String(error)).toBe(true);
        }
      }),
    );
  });
});

async function bytesOf(part: Blob): Promise<number[]> {
  return Array.from(new Uint8Array(await part.arrayBuffer()));
}

/** One member of an object left out or made something else. */
function changed(sound: Readonly<Record<string, unknown>>): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .tuple(fc.constantFrom(...Object.keys(sound)), fc.jsonValue(), fc.boolean())
    .map(([name, value, isLeftOut]) => {
      const others = Object.entries(sound).filter(([other]) => other !== name);
      return Object.fromEntries(isLeftOut ? others : [...others, [name, value]]);
    });
}
