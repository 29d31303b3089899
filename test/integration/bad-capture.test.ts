import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createPartnerClient } from '../../cli/session/partner-client.js';
import { PlatformRefusal } from '../../cli/session/partner-errors.js';
import { driveSession } from '../../cli/session/session-driver.js';
import type {} from '../support/platform-context.js';
import { drawSpecimenCaptures, type SpecimenCaptures } from '../support/specimen-captures.js';
import { waitFor } from '../support/wait-for.js';

const platform = inject('platform');
const client = createPartnerClient(platform.demoPartner);

let captures: SpecimenCaptures;

beforeAll(async () => {
  captures = await drawSpecimenCaptures(33);
});

function session(partnerSessionId: string) {
  return { partnerSessionId, userId: 'bad-capture', userIdType: 'TEST_USER' };
}

/** A valid PNG of 30,000 × 30,000 white pixels in some 100 KB: 2.7 GB when decoded. */
function imageBomb(): Uint8Array {
  const side = 30_000;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(side * (1 + side / 8), 0));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe('captures that cannot be judged', () => {
  it('are asked for again and end the submission when the attempts are used up', async () => {
    const truncated = captures.ktp.slice(0, captures.ktp.length / 3);
    const run = await driveSession({
      client,
      flow: 'KTP_SCAN',
      ktp: [Buffer.from('this is not an image'), truncated, imageBomb()],
      session: session('bad-three-times'),
    });

    expect(run.timeline.filter(({ step }) => step === 'retry')).toHaveLength(2);
    expect(run.details).toMatchObject({
      status: 'COMPLETED',
      result: 'INVALID',
      reasonCode: 'MAX_ATTEMPTS_REACHED',
    });
  });

  it('are forgotten once a good one follows', async () => {
    const run = await driveSession({
      client,
      flow: 'KTP_SCAN',
      ktp: [Buffer.from('this is not an image'), captures.ktp],
      session: session('bad-then-good'),
    });

    expect(run.last.attempt).toBe(2);
    expect(run.details).toMatchObject({ status: 'COMPLETED', result: 'VALID', reasonCode: null });
  });
});

describe('a confirm', () => {
  async function openSession(partnerSessionId: string) {
    const userToken = await client.initiateSdk(session(partnerSessionId), 'KTP_SCAN');
    const sdk = { userToken: userToken.token, partnerSessionId, sdkSessionId: 'test' };
    const { urls, ...presigned } = await client.presign(sdk, 'KTP_SCAN');
    return { sdk, presigned, upload: urls[0]! };
  }

  it('before the upload is refused and nothing is lost', async () => {
    const { sdk, presigned, upload } = await openSession('confirm-early');

    await expect(client.confirm(sdk, presigned)).rejects.toMatchObject({
      status: 400,
      code: '1555',
    });
    await client.upload(upload, captures.ktp);
    await expect(client.confirm(sdk, presigned)).resolves.toBeUndefined();
  });

  it('that is repeated gives the same answer, and is refused after the end', async () => {
    const { sdk, presigned, upload } = await openSession('confirm-twice');
    await client.upload(upload, captures.ktp);

    const both = [client.confirm(sdk, presigned), client.confirm(sdk, presigned)];
    await expect(Promise.all(both)).resolves.toEqual([undefined, undefined]);
    await waitFor('the submission to end', async () => {
      const { status } = await client.readStatus(sdk, presigned.submissionId);
      return status !== 'IN_PROGRESS';
    });
    await expect(client.confirm(sdk, presigned)).rejects.toMatchObject({
      status: 409,
      code: '1557',
    });
  });

  it('of the same attempt with another picture is refused', async () => {
    const { sdk, presigned, upload } = await openSession('confirm-other');
    await client.upload(upload, captures.ktp);
    await client.confirm(sdk, presigned);
    await client.upload(upload, captures.selfie);

    const refusal = await client.confirm(sdk, presigned).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PlatformRefusal);
    expect(refusal).toMatchObject({ status: 409 });
  });
});
