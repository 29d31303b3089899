import { uuidv7 } from 'uuidv7';
import { FLOWS, type FlowName } from '../../contract/flow.js';
import type { InitiateFlowBody } from '../../contract/schema/initiate-flow.js';
import type { PartnerSettings } from '../../contract/schema/partner-settings.js';
import type { SubmissionPolicy } from '../../contract/submission-policy.js';
import type { NewSubmission } from '../../db/submission-store.js';
import type { PartnerCaller } from '../authenticate.js';
import { addSeconds } from '../lifetimes.js';
import { createPublicId } from '../tokens/opaque-token.js';

export interface SubmissionRequest {
  readonly caller: PartnerCaller;
  readonly partnerSessionId: string;
  readonly partnerUserId: string;
  readonly partnerUserIdType: string;
  readonly requestDigest: string;
  readonly body: Omit<InitiateFlowBody, 'flow'> & { readonly flow: FlowName };
  /** The partner has configured a source of reference images. */
  readonly hasReferenceImage: boolean;
}

/**
 * What initiate stores: what the request says, else what the partner is set to. A partner's
 * `forceQr` is about browsers: an app, which may well run on a phone, is held to it when its own
 * session asks for it.
 */
export function toNewSubmission(request: SubmissionRequest, now: Date): NewSubmission {
  const { caller, body, partnerSessionId, partnerUserId, partnerUserIdType } = request;
  const { settings } = caller.partner;
  const details = body.additionalDetails;
  return {
    id: uuidv7(),
    publicId: createPublicId(),
    partnerCode: caller.partner.code,
    environment: caller.environment,
    partnerSessionId,
    partnerUserId,
    partnerUserIdType,
    requestDigest: request.requestDigest,
    flow: body.flow,
    source: body.source,
    successRedirectionUrl: body.successRedirectionUrl ?? settings.successRedirectionUrl,
    failureRedirectionUrl: body.failureRedirectionUrl ?? settings.failureRedirectionUrl,
    theme: body.theme ?? 'NO_PREFERENCE',
    userLocale: body.userLocale ?? details?.userLocale ?? 'id_ID',
    allowQr: details?.allowQr ?? settings.allowQr,
    forceQr: details?.forceQr ?? (body.source === 'WEB_SDK' && settings.forceQr),
    policy: toPolicy(settings, request.hasReferenceImage),
    resultScreen: settings.resultScreen,
    awaiting: FLOWS[body.flow].captures,
    createdAt: now,
    expiresAt: addSeconds(now, settings.lifetimes.session),
  };
}

function toPolicy(settings: PartnerSettings, hasReferenceImage: boolean): SubmissionPolicy {
  const { userToken, launchToken, handoffCode, uploadUrl } = settings.lifetimes;
  return {
    maxAttempts: settings.maxAttempts,
    hasReferenceImage,
    thresholds: settings.thresholds,
    challenge: settings.challenge,
    reusedSelfies: settings.reusedSelfies,
    allowFileUpload: settings.allowFileUpload,
    lifetimes: { userToken, launchToken, handoffCode, uploadUrl },
  };
}
