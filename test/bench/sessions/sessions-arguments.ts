import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AttendedFlowName } from '../../../contract/flow.js';

export interface SessionsArguments {
  readonly isHelp: boolean;
  /** How many people go through sessions at once, one stage after the other. */
  readonly stages: readonly number[];
  /** Of each stage, without what leads up to it. */
  readonly stageMs: number;
  /** Sessions of each flow that are measured one at a time. */
  readonly singles: number;
  /** Sessions that wait for a person; 0 leaves that part out. */
  readonly waiting: number;
  readonly visionWorkers: readonly number[];
  readonly flows: readonly AttendedFlowName[];
  readonly hasBurst: boolean;
  readonly maxInFlight: number;
  readonly out: string;
}

export const SESSIONS_USAGE = `npm run bench:sessions [-- OPTIONS]   sessions a minute to saturation and beyond, and what they wait for

  --stages 1,2,4,8       people at once; ends when more of them bring no more sessions
  --seconds N            of each stage (60)
  --singles N            sessions of each flow, one at a time (30)
  --flow A,B             kyc-lite, ktp-scan, selfie-liveness (kyc-lite,ktp-scan)
  --vision-workers 1,2   at saturation (1,2)
  --waiting N            sessions that wait for a person, 0 for none (10000)
  --in-flight N          KENALI_MAX_ATTEMPTS_IN_FLIGHT (12)
  --no-burst             selfies without the frames that the capture app sends behind them
  --out FOLDER           where sessions.json and the drawings go (build/sessions)
  --help                 this text`;

/** @throws Error naming what is wrong */
export function parseSessionsArguments(args: readonly string[]): SessionsArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stages: { type: 'string', default: '1,2,4,8' },
      seconds: { type: 'string', default: '60' },
      singles: { type: 'string', default: '30' },
      flow: { type: 'string', default: 'kyc-lite,ktp-scan' },
      'vision-workers': { type: 'string', default: '1,2' },
      waiting: { type: 'string', default: '10000' },
      'in-flight': { type: 'string', default: '12' },
      'no-burst': { type: 'boolean', default: false },
      out: { type: 'string', default: join('build', 'sessions') },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const stages = readList(values.stages).map((stage) => readCount('stages', stage));
  const maxInFlight = readCount('in-flight', values['in-flight']);
  if (Math.max(...stages) >= maxInFlight) {
    throw new Error('--in-flight wants more than the largest stage: those are not to be refused.');
  }
  return {
    isHelp: values.help,
    stages,
    stageMs: readCount('seconds', values.seconds) * 1_000,
    singles: readCount('singles', values.singles),
    waiting: readCount('waiting', values.waiting, 0),
    visionWorkers: readList(values['vision-workers']).map((count) =>
      readCount('vision-workers', count),
    ),
    flows: readList(values.flow).map(readFlow),
    hasBurst: !values['no-burst'],
    maxInFlight,
    out: values.out,
  };
}

function readList(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim());
}

function readFlow(text: string): AttendedFlowName {
  const wanted = text.toUpperCase().replaceAll('-', '_');
  const flow = Object.values(AttendedFlowName).find((name) => name === wanted);
  // A session of the others also waits for the partner's image.
  if (flow === undefined || flow === AttendedFlowName.FACE_VERIFICATION) {
    throw new Error(`--flow does not know ${text}.\n\n${SESSIONS_USAGE}`);
  }
  return flow;
}

function readCount(name: string, text: string, least = 1): number {
  const count = Number(text);
  if (text === '' || !Number.isSafeInteger(count) || count < least) {
    throw new Error(`--${name} wants whole numbers from ${String(least)}.\n\n${SESSIONS_USAGE}`);
  }
  return count;
}
