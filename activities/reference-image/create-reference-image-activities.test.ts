import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partnerSettings } from '../../contract/schema/partner-settings.js';
import type { ReferenceImageSource } from '../../db/reference-image-source-store.js';
import { StoreError } from '../../db/store-error.js';
import { SubmissionRowMissingError } from '../../db/submission-projection-store.js';
import { KeyServiceError } from '../../keys/key-errors.js';
import { StorageError } from '../../storage/storage-error.js';
import {
  createMemoryCaptureStore,
  type MemoryCaptureStore,
} from '../../test/support/memory/capture-store.js';
import { createAddressGuard } from '../outbound/address-guard.js';
import { createOutboundClient } from '../outbound/outbound-client.js';
import { startPartnerServer, type PartnerServer } from '../outbound/testing/partner-server.js';
import {
  createReferenceImageActivities,
  type ReferenceImageDependencies,
} from './create-reference-image-activities.js';

const SUBMISSION_ID = '0192f0aa-0000-7000-8000-000000000001';
const SUBJECT = {
  partnerCode: 'CONTOH',
  partnerSessionId: 'session-1',
  partnerUserId: 'user-1',
  partnerUserIdType: 'CONTOH_USER_ID',
};
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const PNG_SHA256 = createHash('sha256').update(PNG).digest('hex');

type Answer = (response: ServerResponse) => unknown;

const json = (status: number, body: unknown, headers = {}): Answer => {
  return (response) => response.writeHead(status, headers).end(JSON.stringify(body));
};
const image = (bytes: Uint8Array, contentType: string): Answer => {
  return (response) => response.writeHead(200, { 'content-type': contentType }).end(bytes);
};

let partner: PartnerServer;
let captures: MemoryCaptureStore;
let source: ReferenceImageSource | null;
let answers: { ask: Answer; download: Answer };

beforeEach(async () => {
  partner = await startPartnerServer();
  captures = createMemoryCaptureStore();
  source = {
    partnerCode: 'CONTOH',
    url: partner.url('/coe/reference-image-url'),
    method: 'GET',
    headers: { Authorization: 'Bearer partner', 'X-Partner-User-Id': 'somebody else' },
    imageHosts: [],
  };
  answers = {
    ask: json(200, { success: true, data: { url: partner.url('/i.png'), expires_at: '1' } }),
    download: image(PNG, 'image/png'),
  };
  partner.answer = ({ path }, response) => {
    answers[path === '/i.png' ? 'download' : 'ask'](response);
  };
});

afterEach(() => partner.close());

function createActivities(changed: Partial<ReferenceImageDependencies> = {}) {
  return createReferenceImageActivities({
    projection: { readSubject: () => Promise.resolve(SUBJECT) },
    sources: { readSource: () => Promise.resolve(source) },
    partners: {
      find: (code) =>
        Promise.resolve({
          code,
          name: 'Contoh',
          settings: partnerSettings.parse({ privateNetworks: ['127.0.0.1/32'] }),
          createdAt: new Date(0),
        }),
    },
    client: createOutboundClient({ guard: createAddressGuard([]) }),
    captures,
    ...changed,
  });
}

const fetchReference = (changed?: Partial<ReferenceImageDependencies>): Promise<unknown> =>
  new MockActivityEnvironment()
    .run(createActivities(changed).fetchReferenceImage, { submissionId: SUBMISSION_ID })
    .catch((error: unknown) => error);

const fetchByUrl = (url: string, changed?: Partial<ReferenceImageDependencies>): Promise<unknown> =>
  new MockActivityEnvironment()
    .run(createActivities(changed).fetchImage, {
      submissionId: SUBMISSION_ID,
      documentType: 'SELFIE' as const,
      url,
    })
    .catch((error: unknown) => error);

function expectFailure(outcome: unknown, expected: { nonRetryable: boolean; type?: string }) {
  expect(outcome).toBeInstanceOf(ApplicationFailure);
  expect(outcome).toMatchObject({ type: 'ReferenceImageUnavailable', ...expected });
  expect(captures.kept.size).toBe(0);
  const { message, details, cause } = outcome as ApplicationFailure;
  return JSON.stringify({ message, details, cause });
}

describe('fetching a reference image', () => {
  it('asks the partner about the person and stores what it points at', async () => {
    const key = `captures/${SUBMISSION_ID}/0/REFERENCE.${PNG_SHA256.slice(0, 16)}`;
    expect(await fetchReference()).toEqual({
      documentType: 'REFERENCE',
      key,
      sha256: PNG_SHA256,
      bytes: PNG.length,
    });
    expect(captures.kept.get(key)).toEqual(PNG);
    expect(partner.requests).toMatchObject([
      {
        method: 'GET',
        path: '/coe/reference-image-url',
        headers: {
          authorization: 'Bearer partner',
          'x-partner-user-id': 'user-1',
          'x-partner-user-id-type': 'CONTOH_USER_ID',
          'x-partner-session-id': 'session-1',
        },
      },
      { method: 'GET', path: '/i.png' },
    ]);
  });

  it('tells the host of the image neither the secret nor the person', async () => {
    await fetchReference();
    const { headers } = partner.requests[1]!;
    expect(headers).not.toHaveProperty('authorization');
    expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual([]);
  });

  it('asks with POST where the partner wants it', async () => {
    source = { ...source!, method: 'POST' };
    expect(await fetchReference()).toMatchObject({ bytes: PNG.length });
    expect(partner.requests[0]).toMatchObject({ method: 'POST', body: '' });
  });

  it.each([7, 'tomorrow', null])('takes an address however it expires (%j)', async (at) => {
    const data = { url: partner.url('/i.png'), expires_at: at, more: 1 };
    answers.ask = json(200, { success: true, data, more: 1 });
    expect(await fetchReference()).toMatchObject({ bytes: PNG.length });
  });

  it.each(['127.0.0.1', 'other.example'])('takes only registered hosts (%s)', async (host) => {
    source = { ...source!, imageHosts: ['CDN.example', host] };
    const outcome = await fetchReference();
    if (host === '127.0.0.1') expect(outcome).toMatchObject({ bytes: PNG.length });
    else expectFailure(outcome, { nonRetryable: true });
  });
});

const refusal = (code: unknown) => ({ success: false, errors: [{ code, cause: 'SITI SPECIMEN' }] });

describe('a partner that gives no address', () => {
  it.each([
    [400, false],
    [401, false],
    [404, false],
    [302, true],
    [429, false],
    [500, false],
    [503, false],
    [204, false],
  ])('with status %i is given up: %s', async (status, nonRetryable) => {
    answers.ask = json(status, refusal('USER_UNKNOWN'), { location: partner.url('/i.png') });
    const failure = expectFailure(await fetchReference(), { nonRetryable });
    expect(failure).toContain(`status ${String(status)}`);
    expect(partner.requests).toHaveLength(1);
  });

  it.each([
    ['a word', 'USER_UNKNOWN', ' with code USER_UNKNOWN'],
    ['a short number', '1553', ' with code 1553'],
    ['a NIK', '9901010101010001', ''],
    ['a sentence', 'no such user', ''],
    ['a long text', 'A'.repeat(41), ''],
    ['the user id', 'NO_user-1', ''],
    ['no text', 7, ''],
  ])('is quoted by its code alone, which is %s', async (_case, code, told) => {
    answers.ask = json(404, refusal(code));
    const failure = expectFailure(await fetchReference(), { nonRetryable: false });
    expect(JSON.parse(failure)).toMatchObject({
      message: `the partner gave no reference image: status 404${told}`,
    });
    expect(failure).not.toContain('SPECIMEN');
  });

  it.each<[string, Answer]>([
    ['no JSON', (response) => response.end('<html>')],
    ['another shape', json(200, { url: 'https://cdn.example/i.png' })],
    ['success that is none', json(200, { success: false, data: { url: 'https://cdn.example/' } })],
    ['no web address', json(200, { success: true, data: { url: 'file:///etc/hosts' } })],
    [
      'an endless answer',
      json(200, { success: true, data: { url: 'https://a.example' }, x: 'x'.repeat(70_000) }),
    ],
    ['half an answer', (response) => response.writeHead(200, { 'content-length': '99' }).end('{')],
    ['nothing', (response) => response.destroy()],
  ])('is asked again after %s', async (_case, answer) => {
    answers.ask = answer;
    expectFailure(await fetchReference(), { nonRetryable: false });
  });

  it('is asked again after no answer', async () => {
    await partner.close();
    expect(expectFailure(await fetchReference(), { nonRetryable: false })).toContain('CONNECTION');
  });

  it('is not asked at an address that is refused', async () => {
    source = { ...source!, url: 'https://169.254.169.254/' };
    const failure = expectFailure(await fetchReference(), { nonRetryable: true });
    expect(failure).toContain('ADDRESS_REFUSED');
  });

  it('is given up when it has named no source', async () => {
    source = null;
    expectFailure(await fetchReference(), { nonRetryable: true });
  });
});

describe('an image that cannot be had', () => {
  it('is asked for again, from the beginning', async () => {
    answers.download = json(404, {});
    expectFailure(await fetchReference(), { nonRetryable: false });
    expect(partner.requests).toHaveLength(2);
  });

  it.each(['https://10.0.0.1/i.png', 'http://8.8.8.8/i.png', 'http://[::1]/i.png'])(
    'because its address is refused is given up: %s',
    async (url) => {
      answers.ask = json(200, { success: true, data: { url } });
      const failure = expectFailure(await fetchReference(), { nonRetryable: true });
      expect(failure).toContain('ADDRESS_REFUSED');
      expect(failure).not.toContain(url);
    },
  );
});

describe('fetching an image by its address', () => {
  it('asks for no other address and stores the capture of the only attempt', async () => {
    source = null;
    const key = `captures/${SUBMISSION_ID}/1/SELFIE.${PNG_SHA256.slice(0, 16)}`;
    expect(await fetchByUrl(partner.url('/i.png'))).toEqual({
      documentType: 'SELFIE',
      key,
      sha256: PNG_SHA256,
      bytes: PNG.length,
    });
    expect([...captures.kept.keys()]).toEqual([key]);
    expect(partner.requests).toHaveLength(1);
  });

  it.each(['https://192.168.0.1/siti', 'http://93.184.215.14/siti', 'gopher://x/siti', 'siti'])(
    'refuses %s without quoting it',
    async (url) => {
      const failure = expectFailure(await fetchByUrl(url), { nonRetryable: true });
      expect(failure).not.toContain('siti');
    },
  );
});

describe('what is not the partner at fault', () => {
  it.each([
    ['StorageUnavailable', new StorageError('storing a capture', 'ECONNREFUSED', true)],
    ['DatabaseUnavailable', new StoreError('finding a data key', 'ECONNREFUSED', null)],
    ['KeyUnavailable', new KeyServiceError('decrypt', null, true)],
    ['Unexpected', new TypeError('of ours')],
  ])('is told apart while an image is stored: %s', async (type, error) => {
    const outcome = await fetchReference({ captures: { keep: () => Promise.reject(error) } });
    expectFailure(outcome, { type, nonRetryable: false });
  });

  it('is told apart: a submission that has no row', async () => {
    const readSubject = () => Promise.reject(new SubmissionRowMissingError('no row'));
    const outcome = await fetchReference({ projection: { readSubject } });
    expectFailure(outcome, { type: 'SubmissionMissing', nonRetryable: true });
  });
});
