import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addPartner,
  createApiUnderTest,
  startSubmission,
  type ApiUnderTest,
} from '../../../test/support/api-under-test.js';

const SHOP = 'https://shop.example';

let webRoot: string;
let api: ApiUnderTest;
let publicId: string;

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'kenali-web-'));
  await writeFile(join(webRoot, 'index.html'), '<title>Kenali</title>');
});

afterAll(() => rm(webRoot, { recursive: true }));

beforeEach(async () => {
  api = await createApiUnderTest({ webRoot });
  const settings = { embedOrigins: [SHOP, 'https://staging.shop.example'] };
  const { token } = await addPartner(api, { settings });
  await startSubmission(api, token);
  ({ publicId } = api.submissions.all()[0]!);
});

async function headersOf(id: string, embed?: string) {
  const query = embed === undefined ? {} : { embed };
  const answer = await supertest(api.app).get(`/s/${id}`).query(query).expect(200);
  return answer.headers;
}

const ancestorsOf = (headers: Record<string, string>) =>
  /frame-ancestors ([^;]*)/.exec(headers['content-security-policy']!)![1];

describe('who may frame the page of a session', () => {
  it('is the registered origin that its address names, and no other of the partner', async () => {
    const headers = await headersOf(publicId, SHOP);
    expect(ancestorsOf(headers)).toBe(SHOP);
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['cross-origin-opener-policy']).toBe('unsafe-none');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['permissions-policy']).toContain('camera=(self), microphone=()');
  });

  it.each([
    ['without an address of the SDK', undefined],
    ['of an origin that is not registered', 'https://evil.example'],
    ['of a part of one', 'https://shop'],
    ['of everybody', '*'],
    ['of two at once', `${SHOP} https://evil.example`],
    ['of a directive', "https://evil.example; script-src 'unsafe-inline'"],
  ])('is nobody %s', async (_, embed) => {
    const headers = await headersOf(publicId, embed);
    expect(ancestorsOf(headers)).toBe("'none'");
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  });

  it('is nobody for a session that does not exist, which looks like one that does', async () => {
    const unknown = await headersOf('a'.repeat(22), SHOP);
    const unregistered = await headersOf(publicId, 'https://evil.example');
    const ofAnyAnswer = { date: null, 'x-request-id': null };
    expect({ ...unknown, ...ofAnyAnswer }).toEqual({ ...unregistered, ...ofAnyAnswer });
  });

  it('costs other launch addresses nothing, and counts those of the SDK', async () => {
    api = await createApiUnderTest({ webRoot, settings: { requestsPerMinutePerIp: 1 } });
    const id = 'a'.repeat(22);
    await headersOf(id, SHOP);
    await supertest(api.app).get(`/s/${id}`).query({ embed: SHOP }).expect(429);
    await headersOf(id);
  });
});
