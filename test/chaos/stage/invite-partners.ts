import { FlowName } from '../../../contract/flow.js';
import type { Platform } from '../../../dev/platform.js';
import { createOperator } from '../../support/contract/contract-partner.js';
import { invitePartner, type InvitedPartner } from '../../support/invite-partner.js';
import { Conduct, type PlannedSession } from '../plan/plan-sessions.js';
import type { FakePartner } from './fake-partner.js';

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
