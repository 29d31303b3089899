import { createHash } from 'node:crypto';
import { Router, type Request } from 'express';
import type { SubmissionState } from '../../../contract/schema/confirm-captures.js';
import { WireCode, type WireError } from '../../../contract/wire-error.js';
import type { Authenticator, PartnerCaller } from '../../authenticate.js';
import { badRequest, onboardingPartnerNotOwned } from '../../errors.js';
import { addLogContext } from '../../middleware/log-context.js';
import { isOwnOnboardingPartner } from '../../onboarding-partner.js';
import { parseHeaders } from '../../request-headers.js';
import { refuseForeignSandboxUser } from '../../sandbox-user-id.js';
import {
  authenticateOpening,
  nameOpening,
  OPENING_HEADERS,
} from '../../submission/opening-call.js';
import { createSingleFlight } from '../../submission/single-flight.js';
import { createShares } from '../../shares.js';
import { UNBOUNDED } from '../../turns.js';
import { createUploadSlots } from '../../upload-slots.js';
import { isUpload, readFaceImages, type FaceImages } from './face-images.js';
import { matchFaces, type FaceMatchOptions } from './face-match.service.js';

export interface FaceMatchRouteOptions extends Omit<FaceMatchOptions, 'slots' | 'confirms'> {
  readonly authenticator: Authenticator;
}

/**
 * Of their own, so that partners who compare faces leave phones theirs. A call keeps its images until it
 * is answered, ten seconds and more, so nobody waits for a slot: 600 MB at most, were all of 10 MB.
 */
const SLOTS = { atOnce: 8, maxWaiting: 0, patienceMs: 0 };

/** So that the others find a place whatever one partner does. */
const SLOTS_OF_A_PARTNER = SLOTS.atOnce / 2;

/** Two images compared for a partner's backend, without a person. */
export function createFaceMatchRoute(options: FaceMatchRouteOptions): Router {
  const router = Router();
  const slots = createShares(createUploadSlots(SLOTS), SLOTS_OF_A_PARTNER);
  const matching = {
    ...options,
    // What a call confirms it has in memory already: a second slot could wait for its own.
    slots: UNBOUNDED,
    confirms: createSingleFlight<SubmissionState>(),
  };

  router.post('/coe-partner/v1/face-match', async (req, res) => {
    const caller = await authenticateOpening(options.authenticator, req, res);
    const { known, headers } = parseCall(req, caller);
    const answer = async () => {
      const images = await readFaceImages(req, res);
      const named = nameOpening(known, headers, describeImages(images));
      const body = { flow: 'FACE_MATCH', source: 'SDK' } as const;
      return matchFaces(matching, { opening: { ...named, body }, images });
    };
    const data = isUpload(req) ? await slots.run(known.partner.code, answer) : await answer();
    addLogContext(res, { submissionId: data.submissionId });
    res.status(data.status === 'IN_PROGRESS' ? 202 : 200).json({ success: true, data });
  });

  return router;
}

/** The call has no member or header that would have to be another. */
const NOT_OFFERED: WireError = {
  code: WireCode.INVALID_VALUE,
  cause: 'INVALID_FLOW',
  message: 'Face match is not among your flows. Ask the operator to add it.',
};

/** All that can be told before the images are read. */
function parseCall(req: Request, caller: PartnerCaller | null) {
  const headers = parseHeaders(req.headers, OPENING_HEADERS, WireCode.MISSING_AT_START);
  const isOffered = caller?.partner.settings.flows.includes('FACE_MATCH') ?? true;
  const problems = [
    ...(headers.isValid ? [] : headers.problems),
    ...(isOffered ? [] : [NOT_OFFERED]),
  ];
  if (!headers.isValid || problems.length > 0 || caller === null) throw badRequest(problems);
  const { value } = headers;
  refuseForeignSandboxUser(value['x-partner-user-id'], caller.environment);
  if (!isOwnOnboardingPartner(value['x-onboarding-partner'], caller.partner)) {
    throw onboardingPartnerNotOwned();
  }
  return { known: caller, headers: value };
}

/** Tells other images under the same session from the same again. */
function describeImages(images: FaceImages): unknown {
  if (images.kind === 'ADDRESSED') return images.urls;
  const { selfie, reference } = images.images;
  return [selfie, reference].map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
}
