import { createPartnerClient, type PartnerClient } from '../../../cli/partner-client.js';
import { FlowName } from '../../../contract/flow.js';
import type { PartnerEnvironment } from '../../../contract/sandbox.js';
import type { Platform } from '../../../dev/platform.js';
import { createOperator, type Operator } from '../../support/contract/contract-partner.js';
import { Conduct, type PlannedSession } from '../plan/plan-sessions.js';
import type { FakePartner } from './fake-partner.js';

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

/** One for each thing that a partner is set to and that sessions differ in. */
export interface InvitedPartners {
  /** Without reference images. */
  readonly plain: InvitedPartner;
  readonly withReferences: InvitedPartner;
  /** Its sessions are short: for those that nobody finishes. */
  readonly hurried: InvitedPartner;
}

/** Long enough to open a session and upload while processes are away, short enough to wait for. */
const SHORT_SESSION_SECONDS = 15;

/** The few pictures come again in every session; a hundred people are behind one address. */
const SETTINGS = { reusedSelfies: 'RECORD', requestsPerMinute: 100_000 };

export async function invitePartners(
  platform: Platform,
  fakePartner: FakePartner,
): Promise<InvitedPartners> {
  const { settings, urls } = platform;
  const operator = await createOperator({
    apiUrl: urls.api,
    databaseUrl: settings.databaseUrl,
    sealingKeysPath: settings.paths.sealingKeys,
  });
  const invite = (name: string, more: Readonly<Record<string, unknown>> = {}) =>
    invitePartner(operator, {
      name,
      baseUrl: urls.api,
      callbackUrl: fakePartner.callbackUrl(name),
      settings: { ...SETTINGS, ...more },
    });
  const partners = {
    plain: await invite('plain'),
    withReferences: await invite('with-references'),
    hurried: await invite('hurried', { lifetimes: { session: SHORT_SESSION_SECONDS } }),
  };
  for (const { code } of [partners.withReferences, partners.hurried]) {
    await operator.ask(`PUT /operator/v1/partners/${code}/reference-image`, {
      url: fakePartner.referenceUrl,
    });
  }
  return partners;
}

export function partnerOf(
  partners: InvitedPartners,
  { flow, conduct }: Pick<PlannedSession, 'flow' | 'conduct'>,
): InvitedPartner {
  const isConfirmed = conduct === Conduct.FINISH || conduct === Conduct.CANCEL;
  if (!isConfirmed) return partners.hurried;
  return flow === FlowName.FACE_VERIFICATION ? partners.withReferences : partners.plain;
}

async function invitePartner(
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
