import { parseStoredSettings } from '../../db/parse-stored-settings.js';
import type { PartnerStore } from '../../db/partner-store.js';

/** CIDR ranges that this partner's own addresses may lie in; none for an unknown partner. */
export async function readPrivateNetworks(
  partners: Pick<PartnerStore, 'find'>,
  partnerCode: string,
): Promise<readonly string[]> {
  const partner = await partners.find(partnerCode);
  return partner === null ? [] : parseStoredSettings(partner.settings).privateNetworks;
}
