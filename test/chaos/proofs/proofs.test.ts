import { describe, expect, it } from 'vitest';
import { uploadKey } from '../../../contract/capture.js';
import type { Evidence } from '../evidence/evidence.js';
import { ALL_PROOFS } from './all-proofs.js';
import { judge } from './proof.js';
import { SOUND } from './testing/sound-evidence.js';

/** The claims that do not hold of the evidence. */
function findBroken(change: Partial<Evidence>): readonly string[] {
  const claims = ALL_PROOFS.map((proof) => judge(proof, { ...SOUND, ...change }));
  return claims.filter(({ problems }) => problems.length > 0).map(({ claim }) => claim);
}

const first = <Item>(items: readonly Item[]): Item => items[0]!;
const row = first(SOUND.submissions);
const session = first(SOUND.sessions);
const event = first(SOUND.events);
const object = first(SOUND.objects);
/** The others stay, so that nothing but the change is against the claims. */
const changeFirst = <Item>([one, ...others]: readonly Item[], change: Partial<Item>): Item[] => [
  { ...one!, ...change },
  ...others,
];
const withRow = (change: Partial<typeof row>) => ({
  submissions: changeFirst(SOUND.submissions, change),
});
const withSession = (change: Partial<typeof session>) => ({
  sessions: changeFirst(SOUND.sessions, change),
});
const withEvent = (change: Partial<typeof event>) => ({
  events: changeFirst(SOUND.events, change),
});
const withObject = (change: Partial<typeof object>) => ({
  objects: changeFirst(SOUND.objects, change),
});
const unrecorded = { ...first(session.confirmed), attempt: 2 };
const strayKey = object.key.replace('/1/', '/2/');
const leaves = { ...session.planned, conduct: 'LEAVE' } as const;

describe('the proofs', () => {
  it('find nothing against a run that went well', () => {
    expect(findBroken({})).toEqual([]);
  });

  it.each<[string, RegExp, Partial<Evidence>]>([
    ['a session in progress', /^Every session ended/, withRow({ status: 'IN_PROGRESS' })],
    [
      'a session without a row',
      /^Every session ended/,
      { submissions: SOUND.submissions.slice(1) },
    ],
    ['a client that gave up', /^Every session ended/, withSession({ failure: 'no answer' })],
    [
      'a session that our own failure ended',
      /^Every session ended/,
      withRow({ status: 'ERROR', result: null, reasonCode: 'GENERIC_SERVICE_ERROR' }),
    ],
    ['a verdict on a session nobody confirmed', /^Every session/, withSession({ planned: leaves })],
    [
      'a session that expired early',
      /^Every session ended/,
      {
        ...withSession({ planned: leaves }),
        ...withRow({ status: 'ERROR', result: null, reasonCode: 'SESSION_TIMEOUT' }),
      },
    ],
    ['a row of no session', /^Every session ended/, { sessions: SOUND.sessions.slice(1) }],
    ['another result in the row', /two results/, withRow({ result: 'INVALID' })],
    [
      'another result in a callback',
      /two results/,
      withEvent({ body: { ...event.body!, result: 'INVALID' } }),
    ],
    [
      'another result in the status',
      /two results/,
      withSession({ status: { status: 'ERROR', reasonCode: null } }),
    ],
    ['another verdict on the same pictures', /same verdict/, withRow({ result: 'INVALID' })],
    [
      'another verdict on the same card beside another selfie, which nobody looks at',
      /same verdict/,
      {
        ...withRow({ result: 'INVALID' }),
        ...withSession({ planned: { ...session.planned, isImpostor: true } }),
      },
    ],
    [
      'another verdict that the sandbox was told to give twice',
      /same verdict/,
      {
        ...withRow({ result: 'INVALID' }),
        sessions: SOUND.sessions.map((one, person) => ({
          ...one,
          planned: { ...one.planned, environment: 'SANDBOX', userId: 'SANDBOX-VALID', person },
        })),
      },
    ],
    [
      'no pictures that came twice',
      /same verdict/,
      withSession({ planned: { ...session.planned, person: 1 } }),
    ],
    [
      'a submission that was decided twice, alike',
      /two results/,
      { workflows: [...SOUND.workflows, first(SOUND.workflows)] },
    ],
    [
      'a second run that decided otherwise',
      /two results/,
      {
        workflows: [
          ...SOUND.workflows,
          { ...first(SOUND.workflows), outcome: { ...row, result: 'INVALID' } },
        ],
      },
    ],
    [
      'a delivery that ran twice',
      /callback was delivered/,
      { workflows: [...SOUND.workflows, ...SOUND.workflows.slice(1, 2)] },
    ],
    [
      'a second delivery',
      /callback was delivered/,
      { deliveries: [...SOUND.deliveries, { ...first(SOUND.deliveries), number: 2 }] },
    ],
    ['a callback that never arrived', /callback was delivered/, { events: SOUND.events.slice(1) }],
    ['a callback never taken', /callback was delivered/, withEvent({ answered: 'FAIL' })],
    ['a wrong signature', /callback was delivered/, withEvent({ isSignatureRight: false })],
    [
      'a second webhook id',
      /callback was delivered/,
      { events: [...SOUND.events, { ...event, webhookId: 'msg_other' }] },
    ],
    [
      'a second body',
      /callback was delivered/,
      { events: [...SOUND.events, { ...event, raw: `${event.raw} ` }] },
    ],
    ['a lost object', /Every object/, { objects: SOUND.objects.slice(1) }],
    ['a replaced object', /Every object/, withObject({ photo: { sha256: 'bb', bytes: 3 } })],
    [
      'an upload that was left',
      /Every object/,
      { objects: [...SOUND.objects, { key: uploadKey(first(session.confirmed)), photo: null }] },
    ],
    [
      'an object of no capture',
      /Every object/,
      { objects: [...SOUND.objects, { ...object, key: strayKey }] },
    ],
    [
      'a confirmed capture whose row was never written, and whose object was swept away',
      /whatever was confirmed/,
      withSession({ confirmed: [...session.confirmed, unrecorded] }),
    ],
    [
      'a sealed object that only the sweep made an end of',
      /whatever was confirmed/,
      { keysBeforeSweep: [...SOUND.keysBeforeSweep, strayKey] },
    ],
    ['a row without a workflow', /No row is without/, { workflows: SOUND.workflows.slice(1) }],
    ['a workflow without a row', /No row is without/, { deliveries: SOUND.deliveries.slice(1) }],
    [
      'a workflow that runs',
      /left running/,
      { workflows: SOUND.workflows.map((one) => ({ ...one, status: 'RUNNING' })) },
    ],
    [
      'a NIK in a log',
      /No personal data/,
      { texts: [{ where: 'the log api.log', text: 'read 3171234567890123' }] },
    ],
    ['logs that nobody could read', /No personal data/, { texts: [] }],
  ])('find %s', (_what, claim, change) => {
    expect(findBroken(change)).toContainEqual(expect.stringMatching(claim));
  });

  it('let a cancelled session leave what was sealed for a confirm that came too late', () => {
    const planned = { ...session.planned, conduct: 'CANCEL' } as const;
    const confirmed = [...session.confirmed, unrecorded];
    const keysBeforeSweep = [...SOUND.keysBeforeSweep, strayKey];
    const broken = findBroken({ ...withSession({ planned, confirmed }), keysBeforeSweep });
    expect(broken).not.toContainEqual(expect.stringMatching(/whatever was confirmed/));
  });

  it('say where personal data was found, and not which', () => {
    const texts = [{ where: 'the log api.log', text: 'read 3171234567890123' }];
    const problems = ALL_PROOFS.flatMap((proof) => judge(proof, { ...SOUND, texts }).problems);
    expect(problems).toEqual(['the log api.log holds a NIK']);
  });
});
