import type { Partner } from '../db/credential-store.js';

/** `x-onboarding-partner` is `PARTNER_CODE-PLATFORM-FLOW`; a partner code has no `-`. */
export function isOwnOnboardingPartner(onboardingPartner: string, partner: Partner): boolean {
  const [code, platform, flow] = onboardingPartner.split('-');
  return code === partner.code && Boolean(platform) && Boolean(flow);
}
