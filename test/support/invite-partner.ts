import { createPartnerClient, type PartnerClient } from '../../cli/session/partner-client.js';
import type { PartnerEnvironment } from '../../contract/sandbox.js';
import type { Operator } from './contract/contract-partner.js';

export interface InvitedPartner {
  /** Of its callback address. */
  readonly name: string;
  readonly code: string;
  readonly callbackSecret: string;
  readonly clients: Readonly<Record<PartnerEnvironment, PartnerClient>>;
  readonly baseUrl: string;
  /** A token of the partner's own calls that the client has not. */
  readonly tokens: Readonly<Record<PartnerEnvironment, string>>;
}

/** A partner with a callback address, and clients that act as it. */
export async function invitePartner(
  operator: Operator,
  given: {
    readonly name: string;
    readonly baseUrl: string;
    readonly callbackUrl: string;
    readonly settings: Readonly<Record<string, unknown>>;
  },
): Promise<InvitedPartner> {
  const { name, baseUrl, callbackUrl, settings } = given;
  const partner = await operator.createPartner({ settings, callback: { url: callbackUrl } });
  const { code, callbackSecret, keys, tokens } = partner;
  const clientFor = (environment: PartnerEnvironment) =>
    createPartnerClient({
      baseUrl,
      partnerCode: code,
      clientId: keys[environment]['client-id'] ?? '',
      passKey: keys[environment]['pass-key'] ?? '',
    });
  return {
    name,
    code,
    callbackSecret: callbackSecret ?? '',
    baseUrl,
    tokens,
    clients: { PRODUCTION: clientFor('PRODUCTION'), SANDBOX: clientFor('SANDBOX') },
  };
}
