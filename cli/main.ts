import { Command } from 'commander';

/** A command whose module is loaded when it is asked for: some of them load native libraries. */
interface LazyCommand {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<(program: Command) => void>;
}

const environment = process.env;

const COMMANDS: readonly LazyCommand[] = [
  {
    name: 'read-ktp',
    summary: 'read the fields of photographed cards',
    load: async () => (await import('./read-ktp.js')).addReadKtpCommand,
  },
  {
    name: 'match-face',
    summary: 'compare the faces of two photographs',
    load: async () => (await import('./match-face.js')).addMatchFaceCommand,
  },
  {
    name: 'assess-liveness',
    summary: 'judge whether a selfie shows a living person',
    load: async () => (await import('./assess-liveness.js')).addAssessLivenessCommand,
  },
  {
    name: 'assess-challenge',
    summary: 'judge whether frames show a person making a movement',
    load: async () => (await import('./assess-challenge.js')).addAssessChallengeCommand,
  },
  {
    name: 'specimen',
    summary: 'draw a fictional card for demos and tests',
    load: async () => (await import('./specimen.js')).addSpecimenCommand,
  },
  {
    name: 'run-session',
    summary: 'drive a running platform through one session',
    load: async () => {
      const { addRunSessionCommand } = await import('./run-session.js');
      return (program) => {
        addRunSessionCommand(program, environment);
      };
    },
  },
  {
    name: 'partner',
    summary: 'create, show and change partners, their keys and callbacks',
    load: async () => {
      const { addPartnerCommand } = await import('./partner.js');
      return (program) => {
        addPartnerCommand(program, environment);
      };
    },
  },
  {
    name: 'operator',
    summary: 'keys of the operator API',
    load: async () => {
      const { addOperatorCommand } = await import('./operator.js');
      return (program) => {
        addOperatorCommand(program, environment);
      };
    },
  },
  {
    name: 'delivery',
    summary: 'callbacks: list, send again, test',
    load: async () => {
      const { addDeliveryCommand } = await import('./delivery.js');
      return (program) => {
        addDeliveryCommand(program, environment);
      };
    },
  },
  {
    name: 'audit',
    summary: 'what operators have changed',
    load: async () => {
      const { addAuditCommand } = await import('./audit.js');
      return (program) => {
        addAuditCommand(program, environment);
      };
    },
  },
  {
    name: 'assessment',
    summary: 'scores and signs of a submission',
    load: async () => {
      const { addAssessmentCommand } = await import('./assessment.js');
      return (program) => {
        addAssessmentCommand(program, environment);
      };
    },
  },
  {
    name: 'erase',
    summary: 'erase submissions and partner users; proofs of it',
    load: async () => {
      const { addEraseCommand } = await import('./erase.js');
      return (program) => {
        addEraseCommand(program, environment);
      };
    },
  },
  {
    name: 'hold',
    summary: 'legal holds: what must not be erased',
    load: async () => {
      const { addHoldCommand } = await import('./hold.js');
      return (program) => {
        addHoldCommand(program, environment);
      };
    },
  },
  {
    name: 'reconcile',
    summary: 'look where rows, workflows and uploads disagree, and mend it',
    load: async () => {
      const { addReconcileCommand } = await import('./reconcile.js');
      return (program) => {
        addReconcileCommand(program, environment);
      };
    },
  },
  {
    name: 'keys',
    summary: 'the keys that seal what is stored: list, renew, rewrap',
    load: async () => {
      const { addKeysCommand } = await import('./keys.js');
      return (program) => {
        addKeysCommand(program, environment);
      };
    },
  },
  {
    name: 'signing-key',
    summary: 'rotate the keys that sign tokens and proofs of erasure',
    load: async () => {
      const { addSigningKeyCommand } = await import('./signing-key.js');
      return (program) => {
        addSigningKeyCommand(program, environment);
      };
    },
  },
];

const program = new Command('kenali').description(
  'Self-hosted identity verification for Indonesia, on the command line.',
);

// The command itself, or the one that `help` is asked about.
const asked = new Set(process.argv.slice(2, 4));
try {
  for (const { name, summary, load } of COMMANDS) {
    if (asked.has(name)) (await load())(program);
    else program.command(name).summary(summary).description(summary);
  }
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`kenali: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
