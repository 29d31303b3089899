import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { createPartnerClient } from '../../cli/session/partner-client.js';
import { driveSession, type DrivenSession } from '../../cli/session/session-driver.js';
import { callbackWorkflowId, submissionWorkflowId } from '../../contract/workflow-id.js';
import { readKeyRing } from '../../keys/key-ring.js';
import { connectTemporal } from '../../temporal/connect.js';
import { clearTextOf } from '../support/clear-text.js';
import { openPayloads } from '../support/open-payloads.js';
import type {} from '../support/platform-context.js';
import { drawSpecimenCaptures, type SpecimenCaptures } from '../support/specimen-captures.js';
import { waitFor } from '../support/wait-for.js';

const platform = inject('platform');
const client = createPartnerClient(platform.demoPartner);
const PARTNER_USER = 'user-whom-no-log-may-name';

/** What the sample partner shows of a session, see `examples/partner/`. */
const partnerView = z.object({
  callback: z.object({ webhookId: z.string(), body: z.record(z.string(), z.unknown()) }).nullable(),
});

let captures: SpecimenCaptures;
let temporal: Client;

beforeAll(async () => {
  captures = await drawSpecimenCaptures(31);
  temporal = await connectTemporal({
    address: platform.temporalAddress,
    namespace: 'default',
    keyRing: await readKeyRing(platform.sealingKeysPath),
  });
});

afterAll(() => temporal.connection.close());

function session(partnerSessionId: string) {
  return { partnerSessionId, userId: PARTNER_USER, userIdType: 'TEST_USER' };
}

/** The callback as the sample partner received it and verified its signature. */
function verifiedCallback({ partnerSessionId }: DrivenSession) {
  return waitFor('the verified callback', async () => {
    const response = await fetch(`${platform.samplePartnerUrl}/api/sessions/${partnerSessionId}`);
    return response.ok ? partnerView.parse(await response.json()).callback : null;
  });
}

async function rawHistory(workflowId: string): Promise<unknown> {
  return temporal.workflow.getHandle(workflowId).fetchHistory();
}

function personalValues(): readonly string[] {
  const { nik, name, address } = captures.truth;
  return [nik, name, address, PARTNER_USER].filter((value) => value !== null);
}

describe('a session from the partner’s call to the partner’s callback', () => {
  it('reads a card in KTP Scan and tells the partner', async () => {
    const driven = await driveSession({
      client,
      flow: 'KTP_SCAN',
      ktp: captures.ktp,
      session: session('integration-ktp-scan'),
    });

    expect(driven.details).toMatchObject({
      status: 'COMPLETED',
      result: 'VALID',
      reasonCode: null,
    });
    const { nik, name, dateOfBirth } = captures.truth;
    expect(driven.details?.submissionDetails.ktpDetails).toMatchObject({ nik, name, dateOfBirth });
    expect((await verifiedCallback(driven)).body).toMatchObject({
      submissionId: driven.submissionId,
      submissionType: 'KTP_SCAN',
      status: 'COMPLETED',
      result: 'VALID',
      userId: PARTNER_USER,
      submissionDetails: { ktpDetails: { nik } },
    });
  });

  it('accepts in KYC Lite the person whose portrait is on the card', async () => {
    const driven = await driveSession({
      client,
      flow: 'KYC_LITE',
      ktp: captures.ktp,
      selfie: captures.selfie,
      session: session('integration-kyc-lite'),
    });

    expect(driven.details).toMatchObject({
      status: 'COMPLETED',
      result: 'VALID',
      reasonCode: null,
    });
    expect(driven.details?.submissionDetails.verificationResult).toEqual({
      document: 'PASS',
      liveness: 'PASS',
      faceMatch: 'PASS',
    });
    expect((await verifiedCallback(driven)).body).toMatchObject({ result: 'VALID' });
  });

  it('rejects in KYC Lite somebody else', async () => {
    const driven = await driveSession({
      client,
      flow: 'KYC_LITE',
      ktp: captures.ktp,
      selfie: captures.otherSelfie,
      session: session('integration-other-person'),
    });

    expect(driven.details).toMatchObject({
      status: 'COMPLETED',
      result: 'INVALID',
      reasonCode: 'FACE_MATCH_FAILED',
    });
    expect((await verifiedCallback(driven)).body).toMatchObject({
      result: 'INVALID',
      reasonCode: 'FACE_MATCH_FAILED',
    });
  });

  it('leaves nothing personal in the histories, sealed or opened, nor in a log', async () => {
    const driven = await driveSession({
      client,
      flow: 'KYC_LITE',
      ktp: captures.ktp,
      selfie: captures.selfie,
      session: session('integration-privacy'),
    });
    const { webhookId } = await verifiedCallback(driven);
    expect(webhookId).toContain(driven.submissionId);

    const ids = [
      submissionWorkflowId(driven.submissionId),
      callbackWorkflowId(driven.submissionId, 1),
    ];
    const seen = clearTextOf(await Promise.all(ids.map(rawHistory)));
    // The search reaches payloads: their encoding is named in clear, their content is not.
    expect(seen).toContain('binary/encrypted');
    expect(seen).not.toContain(`captures/${driven.submissionId}`);
    for (const value of personalValues()) expect(seen).not.toContain(value);

    // The captures' keys come to light with the key ring, so the search would find what is there.
    const opened = clearTextOf(await openPayloads(await rawHistory(ids[0]!), temporal));
    expect(opened).toContain(`captures/${driven.submissionId}/1/KTP.`);
    for (const value of personalValues()) expect(opened).not.toContain(value);

    for (const file of await readdir(platform.logsDir)) {
      const log = await readFile(join(platform.logsDir, file), 'utf8');
      for (const value of personalValues()) expect(log, file).not.toContain(value);
    }
  });
});
