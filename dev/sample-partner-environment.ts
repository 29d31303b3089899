import type { DemoPartner } from './demo-partner.js';

/**
 * What the sample partner is configured with. Port and address as well, which it would else take from the
 * operator's shell, where they may be those of another sample partner.
 */
export function samplePartnerEnvironment(partner: DemoPartner, port: number) {
  return {
    PARTNER_PORT: String(port),
    PARTNER_PUBLIC_URL: `http://127.0.0.1:${String(port)}`,
    KENALI_BASE_URL: partner.baseUrl,
    KENALI_PARTNER_CODE: partner.partnerCode,
    KENALI_CLIENT_ID: partner.clientId,
    KENALI_PASS_KEY: partner.passKey,
    KENALI_CALLBACK_SECRET: partner.callbackSecret,
    PARTNER_REFERENCE_AUTHORIZATION: partner.referenceAuthorization,
    PARTNER_SANDBOX_CLIENT_ID: partner.sandboxClientId,
    PARTNER_SANDBOX_PASS_KEY: partner.sandboxPassKey,
    PARTNER_FACE_PARTNER_CODE: partner.face.partnerCode,
    PARTNER_FACE_CLIENT_ID: partner.face.clientId,
    PARTNER_FACE_PASS_KEY: partner.face.passKey,
    PARTNER_FACE_CALLBACK_SECRET: partner.face.callbackSecret,
  };
}
