import { Command } from 'commander';
import type { ProcessEnvironment } from '../config/read-config.js';

/** A command whose module is loaded when it is asked for: some of them load native libraries. */
interface LazyCommand {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<(program: Command, environment: ProcessEnvironment) => void>;
}

const COMMANDS: readonly LazyCommand[] = [
  {
    name: 'read-ktp',
    summary: 'read the fields of photographed cards',
    load: async () => (await import('./commands/read-ktp.js')).addReadKtpCommand,
  },
  {
    name: 'match-face',
    summary: 'compare the faces of two photographs',
    load: async () => (await import('./commands/match-face.js')).addMatchFaceCommand,
  },
  {
    name: 'assess-liveness',
    summary: 'judge whether a selfie shows a living person',
    load: async () => (await import('./commands/assess-liveness.js')).addAssessLivenessCommand,
  },
  {
    name: 'assess-challenge',
    summary: 'judge whether frames show a person making a movement',
    load: async () => (await import('./commands/assess-challenge.js')).addAssessChallengeCommand,
  },
  {
    name: 'specimen',
    summary: 'draw a fictional card for demos and tests',
    load: async () => (await import('./commands/specimen.js')).addSpecimenCommand,
  },
  {
    name: 'run-session',
    summary: 'drive a running platform through one session',
    load: async () => (await import('./commands/run-session.js')).addRunSessionCommand,
  },
  {
    name: 'partner',
    summary: 'create, show and change partners, their keys and callbacks',
    load: async () => (await import('./commands/partner.js')).addPartnerCommand,
  },
  {
    name: 'operator',
    summary: 'keys of the operator API',
    load: async () => (await import('./commands/operator.js')).addOperatorCommand,
  },
  {
    name: 'delivery',
    summary: 'callbacks: list, send again, test',
    load: async () => (await import('./commands/delivery.js')).addDeliveryCommand,
  },
  {
    name: 'audit',
    summary: 'what operators have changed',
    load: async () => (await import('./commands/audit.js')).addAuditCommand,
  },
  {
    name: 'assessment',
    summary: 'scores and signs of a submission',
    load: async () => (await import('./commands/assessment.js')).addAssessmentCommand,
  },
  {
    name: 'erase',
    summary: 'erase submissions and partner users; proofs of it',
    load: async () => (await import('./commands/erase.js')).addEraseCommand,
  },
  {
    name: 'hold',
    summary: 'legal holds: what must not be erased',
    load: async () => (await import('./commands/hold.js')).addHoldCommand,
  },
  {
    name: 'reconcile',
    summary: 'look where rows, workflows and uploads disagree, and mend it',
    load: async () => (await import('./commands/reconcile.js')).addReconcileCommand,
  },
  {
    name: 'keys',
    summary: 'the keys that seal what is stored: list, renew, rewrap',
    load: async () => (await import('./commands/keys.js')).addKeysCommand,
  },
  {
    name: 'signing-key',
    summary: 'rotate the keys that sign tokens and proofs of erasure',
    load: async () => (await import('./commands/signing-key.js')).addSigningKeyCommand,
  },
];

const program = new Command('kenali').description(
  'Self-hosted identity verification for Indonesia, on the command line.',
);

// The command itself, or the one that `help` is asked about.
const asked = new Set(process.argv.slice(2, 4));
try {
  for (const { name, summary, load } of COMMANDS) {
    if (asked.has(name)) (await load())(program, process.env);
    else program.command(name).summary(summary).description(summary);
  }
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`kenali: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
