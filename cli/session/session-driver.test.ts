import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VerdictOverdue } from './await-verdict.js';
import { splitFrames } from '../../contract/frame-sequence.js';
import { createChance, drawTinyJpeg } from '../../contract/testing/tiny-jpeg.js';
import { createPartnerClient, type PartnerClient } from './partner-client.js';
import { driveSession, MissingImage } from './session-driver.js';
import {
  issueToken,
  startFakePlatform,
  type FakeAnswer,
  type FakePlatform,
  type ReceivedCall,
} from '../testing/fake-platform.js';

const SUBMISSION_ID = '0198c7f0-0000-7000-8000-000000000001';
const PRESIGN = '/coe-partner/v1/submissions/url?';
const CONFIRM = '/coe-partner/v1/submissions/url';
const STATUS = '/coe-partner/v1/submissions/status';

const inProgress = {
  submissionId: SUBMISSION_ID,
  status: 'IN_PROGRESS',
  nextAction: null,
  reasonCode: null,
  captures: [],
  attempt: 1,
  maxAttempts: 3,
  pollAfterMs: 1,
};
const ktpAgain = {
  ...inProgress,
  nextAction: 'RETRY',
  reasonCode: 'KTP_BLURRY',
  captures: ['KTP'],
};
const failing: FakeAnswer = {
  status: 500,
  errors: [{ code: '900', cause: 'GENERIC_SERVICE_ERROR' }],
};
const valid = { ...inProgress, status: 'COMPLETED', nextAction: 'STATUS', pollAfterMs: null };

/** Statuses in the order in which they are asked for; the last one stays. */
let statuses: object[] = [];
/** Answers to confirms before the one that is taken. */
let confirms: FakeAnswer[] = [];
/** What each presign asks for; the last one stays. */
let wanted: string[][] = [];
const NONCE = 'nonce-of-the-attempt';

function answer(call: ReceivedCall, origin: string): FakeAnswer | undefined {
  if (call.path === '/v1/coe/partner/authentication') return issueToken('partner-token', 3600);
  if (call.path === '/coe-partner/v1/initiate-flow') return issueToken('user-token', 3600);
  if (call.path.startsWith(PRESIGN)) {
    const types = wanted.length > 1 ? wanted.shift() : wanted[0];
    const urls = types?.map((documentType) => ({
      documentType,
      url: `${origin}/bucket/${documentType}`,
      method: 'PUT',
      headers: { 'Content-Type': 'image/jpeg' },
    }));
    return { data: { submissionId: SUBMISSION_ID, urls, expires_at: '1', captureNonce: NONCE } };
  }
  if (call.path === CONFIRM)
    return confirms.shift() ?? { data: { submissionId: SUBMISSION_ID, status: 'IN_PROGRESS' } };
  if (call.path.startsWith('/bucket/')) return { data: null };
  if (call.path === STATUS) {
    const next = statuses.length > 1 ? statuses.shift() : statuses[0];
    return next === failing ? failing : { data: next };
  }
  if (call.path !== '/coe/v1/submissions') return undefined;
  return {
    data: {
      submissionId: SUBMISSION_ID,
      submissionType: 'KTP_SCAN',
      partnerSessionId: call.headers['x-partner-session-id'],
      status: 'COMPLETED',
      result: 'VALID',
      reasonCode: null,
      submissionDetails: { ktpDetails: { province: 'BALI' } },
    },
  };
}

describe('driving a session', () => {
  let platform: FakePlatform;
  let client: PartnerClient;

  beforeEach(async () => {
    statuses = [inProgress, valid];
    confirms = [];
    wanted = [['KTP']];
    platform = await startFakePlatform(answer);
    client = createPartnerClient({
      baseUrl: platform.baseUrl,
      partnerCode: 'DEMO',
      clientId: 'client',
      passKey: 'key',
    });
  });

  afterEach(() => platform.close());

  it('goes from token to details in the order of the contract', async () => {
    const seen: string[] = [];
    const run = await driveSession({
      client,
      flow: 'KTP_SCAN',
      ktp: Buffer.from('card'),
      onEvent: ({ step }) => seen.push(step),
    });
    expect(seen).toEqual([
      ...['token', 'initiate', 'presign', 'upload', 'confirm'],
      ...['status', 'status', 'details'],
    ]);
    expect(run.timeline.map(({ step }) => step)).toEqual(seen);
    expect(run.details).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
    expect(run.submissionId).toBe(SUBMISSION_ID);
  });

  it('sends the partner token as partner, the user token as SDK and neither to the store', async () => {
    await driveSession({ client, flow: 'KTP_SCAN', ktp: Buffer.from('card') });
    const [initiate] = platform.callsTo('/coe-partner/v1/initiate-flow');
    expect(initiate?.headers).toMatchObject({
      'x-onekyc-token': 'partner-token',
      'x-onboarding-partner': 'DEMO-SDK-KTP_SCAN',
    });
    expect(JSON.parse(initiate?.body ?? '')).toEqual({ flow: 'KTP_SCAN', source: 'SDK' });
    const sdkCalls = [...platform.callsTo(CONFIRM), ...platform.callsTo(STATUS)];
    expect(new Set(sdkCalls.map(({ headers }) => headers['x-onekyc-token']))).toEqual(
      new Set(['user-token']),
    );
    const [upload] = platform.callsTo('/bucket/KTP');
    expect(upload).toMatchObject({ method: 'PUT', body: 'card' });
    expect(upload?.headers['content-type']).toBe('image/jpeg');
    expect(upload?.headers).not.toHaveProperty('x-onekyc-token');
  });

  it('sends the next picture when the platform asks for another', async () => {
    statuses = [ktpAgain, inProgress, valid];
    wanted = [['KTP', 'SELFIE'], ['KTP']];
    const run = await driveSession({
      client,
      flow: 'KYC_LITE',
      ktp: [Buffer.from('blurred'), Buffer.from('sharp')],
      selfie: Buffer.from('face'),
    });
    expect(platform.callsTo('/bucket/KTP').map(({ body }) => body)).toEqual(['blurred', 'sharp']);
    expect(platform.callsTo('/bucket/SELFIE')).toHaveLength(1);
    expect(run.details?.result).toBe('VALID');
  });

  it('ends with the reason when another picture is asked for and none is left', async () => {
    statuses = [ktpAgain];
    const run = await driveSession({ client, flow: 'KTP_SCAN', ktp: Buffer.from('blurred') });
    expect(run.last).toMatchObject({ nextAction: 'RETRY', reasonCode: 'KTP_BLURRY' });
    expect(run.details).toBeNull();
    expect(run.timeline.at(-1)).toMatchObject({ step: 'retry', detail: 'KTP again: KTP_BLURRY' });
  });

  describe('that is asked for a challenge', () => {
    const chance = createChance(4);
    const [still, ...jpegs] = Array.from({ length: 4 }, () => drawTinyJpeg(chance));
    const frames = jpegs.map((jpeg, index) => ({ jpeg, atMs: index * 150 }));
    const asked = {
      ...inProgress,
      nextAction: 'RETRY',
      reasonCode: 'CHALLENGE_REQUIRED',
      captures: ['SELFIE'],
      challenge: { nonce: NONCE, action: 'NOD', expiresAt: '2026-11-22T10:00:00.000Z' },
    };
    const drive = () => ({ client, flow: 'SELFIE_LIVENESS' as const, ktp: [], selfie: still! });
    const sent = () => platform.callsTo('/bucket/SELFIE').map(({ bytes }) => splitFrames(bytes));

    beforeEach(() => {
      statuses = [asked, valid];
      wanted = [['SELFIE']];
    });

    it('answers with the frames of its action and the nonce of the attempt', async () => {
      const asked: unknown[] = [];
      const run = await driveSession({
        ...drive(),
        readChallengeFrames: (movements) => {
          asked.push(movements);
          return Promise.resolve(frames);
        },
      });
      expect(run.details?.result).toBe('VALID');
      expect(asked).toMatchObject([{ action: 'NOD' }]);
      const [first, answer] = sent();
      expect(first).toMatchObject({ still: Buffer.from(still!), frames: [] });
      expect(answer?.frames.map(({ nonce }) => nonce)).toEqual([NONCE, NONCE, NONCE]);
    });

    it('says how many movements it can show, and tells both that are asked for', async () => {
      statuses = [{ ...asked, challenge: { ...asked.challenge, then: 'TURN_LEFT' } }, valid];
      const readChallengeFrames = () => Promise.resolve(frames);
      const run = await driveSession({ ...drive(), readChallengeFrames, maxMovements: 2 });
      expect(run.details?.result).toBe('VALID');
      expect(run.timeline.map(({ detail }) => detail).join()).toContain('NOD then TURN_LEFT until');
      const puts = platform.callsTo(CONFIRM).filter(({ method }) => method === 'PUT');
      expect(puts).toHaveLength(2);
      for (const { body } of puts) expect(JSON.parse(body)).toMatchObject({ maxMovements: 2 });
    });

    it('ends with what was asked where there is no answer', async () => {
      const run = await driveSession(drive());
      expect(run.last.challenge).toMatchObject({ action: 'NOD' });
      expect(run.details).toBeNull();
      expect(run.timeline.at(-1)?.detail).toContain('NOD until 2026-11-22T10:00:00.000Z');
      expect(sent()).toHaveLength(1);
    });

    it('sends a burst behind each selfie where frames are given', async () => {
      statuses = [valid];
      await driveSession({ ...drive(), frames });
      expect(sent()[0]?.frames.map(({ atMs }) => atMs)).toEqual([0, 150, 300]);
    });
  });

  it('keeps polling through a moment in which the platform fails', async () => {
    statuses = [failing, valid];
    const run = await driveSession({ client, flow: 'KTP_SCAN', ktp: Buffer.from('card') });
    expect(run.details?.result).toBe('VALID');
  });

  it('confirms again when the platform could not take the confirm up', async () => {
    confirms = [failing];
    const run = await driveSession({ client, flow: 'KTP_SCAN', ktp: Buffer.from('card') });
    expect(run.details?.result).toBe('VALID');
    const puts = platform.callsTo(CONFIRM).filter(({ method }) => method === 'PUT');
    expect(puts).toHaveLength(2);
  });

  it('gives up when there is no verdict in time', async () => {
    statuses = [inProgress];
    const drive = { client, flow: 'KTP_SCAN', ktp: Buffer.from('card') } as const;
    await expect(driveSession({ ...drive, attemptTimeoutMs: 50 })).rejects.toThrow(VerdictOverdue);
  });

  it('refuses to begin without a picture that the flow needs', async () => {
    const drive = { client, flow: 'KYC_LITE', ktp: Buffer.from('card') } as const;
    await expect(driveSession(drive)).rejects.toThrow(MissingImage);
    expect(platform.calls).toHaveLength(0);
  });
});
