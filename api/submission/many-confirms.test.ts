import supertest from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addPartner,
  createApiUnderTest,
  startSubmission,
  type ApiUnderTest,
} from '../../test/support/api-under-test.js';

const UPLOADS = '/coe-partner/v1/submissions/url';

type Started = Awaited<ReturnType<typeof startSubmission>>;

let api: ApiUnderTest;
let token: string;

beforeEach(async () => {
  api = await createApiUnderTest();
  token = (await addPartner(api)).token;
});

async function startWithCard(): Promise<Started> {
  const started = await startSubmission(api, token);
  const place = { submissionId: started.submissionId, attempt: 1, documentType: 'KTP' } as const;
  await api.uploads.put(place, Buffer.from('card'));
  return started;
}

const confirm = ({ submissionId, headers }: Started) =>
  supertest(api.app)
    .put(UPLOADS)
    .set(headers)
    .send({ submissionId })
    .then(({ status }) => status);

/** Keeps nothing until it is told to. */
function holdKeeping() {
  const keep = api.captures.keep.bind(api.captures);
  const seen = { now: 0, most: 0, calls: 0 };
  let letAll: () => void = () => undefined;
  const isLet = new Promise<void>((resolve) => {
    letAll = resolve;
  });
  vi.spyOn(api.captures, 'keep').mockImplementation(async (capture) => {
    seen.now += 1;
    seen.calls += 1;
    seen.most = Math.max(seen.most, seen.now);
    await isLet;
    seen.now -= 1;
    return keep(capture);
  });
  const comers = vi.spyOn(api.submissions, 'find');
  const waitFor = (count: number) =>
    vi.waitFor(
      () => {
        expect(comers.mock.calls.length).toBe(count);
        expect(seen.now).toBeGreaterThan(0);
      },
      { timeout: 4_000 },
    );
  return { seen, waitFor, letAll };
}

describe('confirms at once', () => {
  it('of one attempt read its pictures once, and have the same answer', async () => {
    const started = await startWithCard();
    const { seen, waitFor, letAll } = holdKeeping();
    const all = Promise.all(Array.from({ length: 60 }, () => confirm(started)));
    await waitFor(60);
    letAll();
    expect(await all).toEqual(Array(60).fill(200));
    expect(seen.calls).toBe(1);
  });

  it('of a dozen people are all taken, a few at a time', async () => {
    const started = await Promise.all(Array.from({ length: 12 }, startWithCard));
    const { seen, waitFor, letAll } = holdKeeping();
    const all = Promise.all(started.map(confirm));
    await waitFor(12);
    letAll();
    expect(await all).toEqual(Array(12).fill(200));
    expect(seen).toMatchObject({ most: 4, calls: 12 });
  });
});
