import type { Client } from '@temporalio/client';
import type { DocumentType } from '../../contract/flow.js';
import { untilStopped } from '../../dev/stop-request.js';
import { readKeyRing } from '../../keys/key-ring.js';
import { connectTemporal } from '../../temporal/connect.js';
import type { SpecimenCaptures } from '../support/specimen-captures.js';
import { gatherEvidence } from './evidence/gather-evidence.js';
import { listObjectKeys } from './evidence/read-objects.js';
import { readEvent, type ReceivedEvent } from './evidence/received-event.js';
import { planDownTimes, type DownTime } from './plan/plan-answers.js';
import { planKills } from './plan/plan-kills.js';
import { planSessions, type PlannedSession } from './plan/plan-sessions.js';
import { ALL_PROOFS } from './proofs/all-proofs.js';
import { judge, type ProvenClaim } from './proofs/proof.js';
import type { ObservedSession } from './session/observed-session.js';
import { runSession } from './session/run-session.js';
import {
  drawPeople,
  namePictures,
  personalValues,
  pictureName,
  picturesOf,
} from './stage/draw-people.js';
import { startFakePartner, type FakePartner } from './stage/fake-partner.js';
import type { Outage } from './stage/fleet.js';
import { invitePartners, partnerOf, type InvitedPartners } from './stage/invite-partners.js';
import { openPlatform, type ChaosPlatform } from './stage/open-platform.js';
import { startRunClock, type RunClock } from './stage/run-clock.js';
import { awaitQuiet, awaitRecovery } from './stage/settle.js';
import { tidyUp } from './stage/tidy-up.js';

export interface ChaosOptions {
  readonly seed: number;
  readonly sessions: number;
  readonly killsEach: number;
  /** Sessions begin and processes are killed in this time; what is under way then goes on. */
  readonly windowMs: number;
  /** How long the platform may take for the rest, once nothing is killed any more. */
  readonly quietMs: number;
  readonly people: number;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

/** A run and what it has shown. */
export interface ChaosRun {
  readonly options: Pick<ChaosOptions, 'seed' | 'sessions' | 'killsEach' | 'windowMs'>;
  readonly sessions: readonly ObservedSession[];
  readonly events: readonly ReceivedEvent[];
  readonly outages: readonly Outage[];
  readonly partnerDown: readonly DownTime[];
  readonly claims: readonly ProvenClaim[];
  /** From the first session to quiet. */
  readonly durationMs: number;
}

/** How long a client repeats a question; longer than everything is away together. */
const PATIENCE_MS = 10 * 60_000;

export async function runChaos(options: ChaosOptions): Promise<ChaosRun> {
  const people = await drawPeople(options.seed, options.people);
  const platform = await openPlatform(options.signal, options.report);
  try {
    const { settings } = platform.platform;
    const temporal = await connectTemporal({
      address: settings.temporalAddress,
      namespace: 'default',
      keyRing: await readKeyRing(settings.paths.sealingKeys),
    });
    try {
      const stage = { options, people, platform, temporal };
      return await untilStopped(options.signal, () => perform(stage));
    } finally {
      await temporal.connection.close();
    }
  } finally {
    await platform.close();
  }
}

interface Stage {
  readonly options: ChaosOptions;
  readonly people: readonly SpecimenCaptures[];
  readonly platform: ChaosPlatform;
  readonly temporal: Client;
}

async function perform(stage: Stage): Promise<ChaosRun> {
  const { options, people, platform, temporal } = stage;
  const { seed, windowMs, report } = options;
  const planned = planSessions({ ...options, people: people.length });
  const events: ReceivedEvent[] = [];
  const missedPictures: string[] = [];
  const clock = startRunClock();
  const fakePartner = await startFakePartner({
    ...{ seed, clock, images: namePictures(people) },
    downTimes: planDownTimes(seed, windowMs),
    onPictureMissed: (partnerSessionId) => missedPictures.push(partnerSessionId),
    onCall: (call) => events.push(readEvent(call, (name) => secretOf(partners, name))),
  });
  const partners = await invitePartners(platform.platform, fakePartner);
  try {
    report(
      `${String(planned.length)} sessions, each process killed ${String(options.killsEach)} times`,
    );
    const underWay = startSessions(stage, planned, { clock, partners, fakePartner });
    await killAll(stage, clock);
    await awaitRecovery(platform);
    report(`All processes are at work again after ${seconds(clock)} s`);
    const sessions = await underWay;
    report(`All clients have gone after ${seconds(clock)} s`);
    await awaitQuiet(platform, temporal, options.quietMs);
    const durationMs = clock.elapsedMs();
    const partnerDown = fakePartner.listDownTimes();
    report(`Quiet after ${seconds(clock)} s; now the evidence`);
    const keysBeforeSweep = await listObjectKeys(platform.platform.settings.storage);
    await tidyUp(platform.platform.settings);
    const personal = personalValues(people, planned);
    const evidence = await gatherEvidence(platform, temporal, {
      ...{ sessions, events, personal, keysBeforeSweep, missedPictures, partnerDown },
    });
    const claims = ALL_PROOFS.map((proof) => judge(proof, evidence));
    const { outages } = platform.fleet;
    return { options, sessions, events, outages, partnerDown, claims, durationMs };
  } finally {
    clock.stop();
    await fakePartner.close();
  }
}

interface Running {
  readonly clock: RunClock;
  readonly partners: InvitedPartners;
  readonly fakePartner: FakePartner;
}

function startSessions(
  { people }: Stage,
  planned: readonly PlannedSession[],
  { clock, partners, fakePartner }: Running,
): Promise<ObservedSession[]> {
  return Promise.all(
    planned.map(async (session) => {
      await new Promise<void>((resolve) => {
        clock.at(session.atMs, resolve);
      });
      const partner = partnerOf(partners, session);
      const pictures = picturesOf(people, session);
      const imageUrl = (partnerSessionId: string, type: DocumentType) =>
        fakePartner.imageUrl(partnerSessionId, pictureName(session, type));
      return runSession({ clock, partner, pictures, imageUrl, patienceMs: PATIENCE_MS }, session);
    }),
  );
}

/** Resolves when the last one is done and its victim has been started again. */
async function killAll({ options, platform }: Stage, clock: RunClock): Promise<void> {
  platform.fleet.watch(clock.elapsedMs);
  await Promise.all(
    planKills(options).map(async ({ atMs, victim, downMs }) => {
      await new Promise<void>((resolve) => {
        clock.at(atMs, resolve);
      });
      await platform.fleet.kill(victim, downMs);
    }),
  );
}

function secretOf(partners: InvitedPartners, name: string): string {
  const { plain, withReferences, hurried } = partners;
  const partner = [plain, withReferences, hurried].find((one) => one.name === name);
  return partner?.callbackSecret ?? '';
}

function seconds(clock: RunClock): string {
  return (clock.elapsedMs() / 1000).toFixed(0);
}
