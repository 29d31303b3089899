import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import type { AskedMovements } from '../../contract/challenge.js';
import { AttendedFlowName, FLOWS, PersonCapture } from '../../contract/flow.js';
import { describeMovements } from '../session/describe-movements.js';
import {
  CHALLENGE_FOLDERS,
  countMovements,
  nameAnswer,
  readBurst,
  readChallengeFrames,
} from '../input/frame-files.js';
import { createPartnerClient } from '../session/partner-client.js';
import { readPlatformSettings, type PlatformFlags } from '../platform/platform-settings.js';
import { driveSession, type DrivenSession } from '../session/session-driver.js';
import type { SessionEvent } from '../session/session-timeline.js';
import { describeDriven, describeDrivenJson, formatEvent } from '../session/session-report.js';
import type { ProcessEnvironment } from '../../config/read-config.js';
import { CLONE_FOLDER } from '../platform/clone-folder.js';

interface RunSessionFlags extends PlatformFlags {
  readonly flow: AttendedFlowName;
  readonly ktp?: readonly string[];
  readonly selfie?: readonly string[];
  readonly frames?: string;
  readonly challengeFrames?: string;
  readonly userId?: string;
  readonly json?: true;
}

export function addRunSessionCommand(program: Command, environment: ProcessEnvironment): void {
  program
    .command('run-session')
    .description(
      'Drives a running platform through its public API, as a partner and its SDK would, and prints the timeline and the result. Ends with 0 when the session reached an end, VALID or INVALID.',
    )
    .addOption(
      new Option('--flow <flow>', 'what to verify')
        .choices(Object.values(AttendedFlowName))
        .makeOptionMandatory(),
    )
    .option(
      '--ktp <image...>',
      'the card, where the flow has one; further images are sent when asked for again',
    )
    .option('--selfie <image...>', 'the person, where the flow has one; further images likewise')
    .option('--frames <folder>', 'JPEG frames that are sent as a burst behind each selfie')
    .option(
      '--challenge-frames <folder>',
      `answers to challenges: JPEG frames, 260 ms apart, in a folder for each (${CHALLENGE_FOLDERS})`,
    )
    .option('--user-id <id>', 'x-partner-user-id, such as SANDBOX-VALID with a sandbox key')
    .option('--base-url <url>', 'where the platform is (KENALI_BASE_URL)')
    .option('--partner-code <code>', 'who asks (KENALI_PARTNER_CODE)')
    .option('--client-id <id>', 'client id of the partner (KENALI_CLIENT_ID)')
    .option(
      '--pass-key <key>',
      'discouraged: other users of this machine can see it; set KENALI_PASS_KEY or KENALI_PASS_KEY_FILE',
    )
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nWithout credentials, those of the demo partner in the state folder of "npm start" are used.',
    )
    .action(async (flags: RunSessionFlags) => {
      await runSession(flags, environment);
    });
}

async function runSession(flags: RunSessionFlags, environment: ProcessEnvironment): Promise<void> {
  const ktp = await readImages(findImages(flags, PersonCapture.KTP));
  const selfie = await readImages(findImages(flags, PersonCapture.SELFIE));
  const settings = await readPlatformSettings(flags, environment, CLONE_FOLDER);
  const isJson = flags.json === true;
  if (!isJson) console.log(`${flags.flow} against ${settings.baseUrl}\n`);
  const driven = await driveSession({
    client: createPartnerClient(settings),
    flow: flags.flow,
    ktp,
    selfie,
    ...(await readBursts(flags)),
    ...(flags.userId !== undefined && { userId: flags.userId }),
    ...(isJson ? {} : { onEvent: printEvent }),
  });
  console.log(
    isJson ? JSON.stringify(describeDrivenJson(driven), null, 2) : describeDriven(driven),
  );
  assertEnded(driven);
}

/** The files for a capture; none where the flow does not ask for it. */
function findImages(flags: RunSessionFlags, capture: PersonCapture): readonly string[] {
  if (!FLOWS[flags.flow].captures.includes(capture)) return [];
  const option = capture === PersonCapture.KTP ? 'ktp' : 'selfie';
  const files = flags[option];
  if (files === undefined) throw new Error(`The flow ${flags.flow} needs --${option}.`);
  return files;
}

async function readBursts({ frames, challengeFrames }: RunSessionFlags) {
  return {
    ...(frames !== undefined && { frames: await readBurst(frames) }),
    ...(challengeFrames !== undefined && {
      readChallengeFrames: (asked: AskedMovements) => readChallengeFrames(challengeFrames, asked),
      maxMovements: await countMovements(challengeFrames),
    }),
  };
}

function printEvent(event: SessionEvent): void {
  console.log(formatEvent(event));
}

/** A session that waits for another picture, or that failed for a technical reason, is no success. */
function assertEnded({ submissionId, last }: DrivenSession): void {
  if (last.status === 'COMPLETED') return;
  const reason = last.reasonCode ?? 'no reason given';
  if (last.status === 'ERROR') throw new Error(`Submission ${submissionId} failed: ${reason}.`);
  if (last.challenge) {
    throw new Error(
      `Submission ${submissionId} asks for ${describeMovements(last.challenge)} in front of the camera until ${last.challenge.expiresAt}; give --challenge-frames with a folder ${nameAnswer(last.challenge)} of JPEG frames that show it.`,
    );
  }
  throw new Error(
    `Submission ${submissionId} waits for another ${last.captures.join(' and ')} (${reason}); give a further image.`,
  );
}

async function readImages(files: readonly string[]): Promise<Uint8Array[]> {
  return Promise.all(
    files.map((file) =>
      readFile(file).catch((error: unknown) => {
        throw new Error(`${file} cannot be read (${errorCode(error)}).`);
      }),
    ),
  );
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
