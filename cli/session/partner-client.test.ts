import { afterEach, describe, expect, it } from 'vitest';
import { createPartnerClient, type PartnerSession } from './partner-client.js';
import { PlatformRefusal, PlatformUnreachable, UnexpectedAnswer } from './partner-errors.js';
import {
  issueToken,
  startFakePlatform,
  UNAUTHORIZED,
  type FakeAnswer,
  type FakePlatform,
} from '../testing/fake-platform.js';

const TOKEN_PATH = '/v1/coe/partner/authentication';
const DETAILS_PATH = '/coe/v1/submissions';
const session: PartnerSession = {
  partnerSessionId: 'session-1',
  userId: 'user-1',
  userIdType: 'TEST',
};
const details = {
  submissionId: 'b9c1',
  submissionType: 'KTP_SCAN',
  partnerSessionId: 'session-1',
  status: 'COMPLETED',
  result: 'INVALID',
  reasonCode: 'A_CODE_OF_TOMORROW',
  submissionDetails: {},
};

describe('the partner client', () => {
  let platform: FakePlatform;
  let nowMs = 0;
  let issued = 0;
  const refused = new Set<string>();

  afterEach(async () => {
    await platform.close();
    refused.clear();
    nowMs = 0;
    issued = 0;
  });

  /** Issues token-1, token-2, … of an hour and refuses those in `refused`. */
  async function start(detailsAnswer: FakeAnswer = { data: details }) {
    platform = await startFakePlatform((call) => {
      if (call.path === TOKEN_PATH) {
        issued += 1;
        return issueToken(`token-${String(issued)}`, 3600);
      }
      if (call.path !== DETAILS_PATH) return undefined;
      return refused.has(String(call.headers['x-onekyc-token'])) ? UNAUTHORIZED : detailsAnswer;
    });
    return clientOf(platform);
  }

  const clientOf = ({ baseUrl }: FakePlatform) =>
    createPartnerClient({
      baseUrl,
      partnerCode: 'DEMO',
      clientId: 'client',
      passKey: 'key',
      now: () => nowMs,
    });

  it('uses one token for many calls, also for calls at the same time', async () => {
    const client = await start();
    await Promise.all([client.readDetails(session), client.readDetails(session)]);
    await client.readDetails(session);
    expect(platform.callsTo(TOKEN_PATH)).toHaveLength(1);
    expect(platform.callsTo(TOKEN_PATH)[0]?.headers).toMatchObject({
      'client-id': 'client',
      'pass-key': 'key',
    });
  });

  it('renews the token a minute before it expires, and not earlier', async () => {
    const client = await start();
    await client.readDetails(session);
    nowMs = 3_539_999;
    await client.readDetails(session);
    expect(platform.callsTo(TOKEN_PATH)).toHaveLength(1);
    nowMs = 3_540_000;
    await client.readDetails(session);
    expect(platform.callsTo(TOKEN_PATH)).toHaveLength(2);
  });

  it('renews a token that the platform refuses and repeats the call', async () => {
    const client = await start();
    await client.readDetails(session);
    refused.add('token-1');
    await expect(client.readDetails(session)).resolves.toMatchObject({ status: 'COMPLETED' });
    expect(platform.callsTo(TOKEN_PATH)).toHaveLength(2);
  });

  it('gives up when the new token is refused as well', async () => {
    const client = await start();
    refused.add('token-1').add('token-2');
    await expect(client.readDetails(session)).rejects.toMatchObject({
      name: 'PlatformRefusal',
      status: 401,
      code: '110',
      cause: 'UNAUTHORIZED',
    });
    expect(platform.callsTo(DETAILS_PATH)).toHaveLength(2);
  });

  it('does not fetch a new token for another refusal', async () => {
    const errors = [{ code: '1552', cause: 'SUBMISSION_DOES_NOT_EXIST' }];
    const client = await start({ status: 400, errors });
    await expect(client.readDetails(session)).rejects.toThrow(
      new PlatformRefusal('Get submission details', 400, '1552', 'SUBMISSION_DOES_NOT_EXIST'),
    );
    expect(platform.callsTo(TOKEN_PATH)).toHaveLength(1);
  });

  it('initiates a web session and cancels it in the names of the partner', async () => {
    platform = await startFakePlatform((call) => {
      if (call.path === TOKEN_PATH) return issueToken('token-1', 3600);
      return { data: { launchUrl: 'https://kyc.example/s/x#t=y', expires_at: '1783336059' } };
    });
    const client = clientOf(platform);
    const redirections = {
      successRedirectionUrl: 'https://shop.example/yes',
      failureRedirectionUrl: 'https://shop.example/no',
    };
    const launch = await client.initiateWeb(session, 'KYC_LITE', redirections);
    expect(launch.launchUrl).toBe('https://kyc.example/s/x#t=y');
    await client.cancel(session);
    const [, initiated, cancelled] = platform.calls;
    expect(JSON.parse(initiated?.body ?? '')).toEqual({
      flow: 'KYC_LITE',
      source: 'WEB_SDK',
      ...redirections,
    });
    expect(cancelled).toMatchObject({ path: '/coe-partner/v1/submissions/cancel', method: 'POST' });
    for (const call of [initiated, cancelled]) {
      expect(call?.headers).toMatchObject({
        'x-partner-session-id': 'session-1',
        'x-partner-user-id': 'user-1',
        'x-partner-user-id-type': 'TEST',
      });
    }
  });

  it('accepts a reason code that it does not know', async () => {
    const client = await start();
    const answer = await client.readDetails(session);
    expect(answer.reasonCode).toBe('A_CODE_OF_TOMORROW');
  });

  it('names the member of an answer that is not as the contract says, and not its value', async () => {
    const client = await start({ data: { ...details, status: 'FINE' } });
    const failed = client.readDetails(session);
    await expect(failed).rejects.toThrow(UnexpectedAnswer);
    await expect(failed).rejects.toThrow(/status not as expected/);
  });

  it('says where nothing answers', async () => {
    const client = await start();
    await platform.close();
    await expect(client.readDetails(session)).rejects.toThrow(PlatformUnreachable);
    await expect(client.readDetails(session)).rejects.toThrow(platform.baseUrl);
    platform = await startFakePlatform(() => undefined);
  });
});
