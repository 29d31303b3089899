import type { Command } from 'commander';
import { createRunAdministration } from '../platform/open-administration.js';
import { addCallbackCommands } from './partner/callback.js';
import { addCreateCommand } from './partner/create.js';
import { addListCommand } from './partner/list.js';
import { addReferenceImageCommands } from './partner/reference-image.js';
import { addRevokeKeyCommand } from './partner/revoke-key.js';
import { addRotateKeyCommand } from './partner/rotate-key.js';
import { addSetCommand } from './partner/set.js';
import { addShowCommand } from './partner/show.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

export function addPartnerCommand(program: Command, environment: ProcessEnvironment): void {
  const run = createRunAdministration(environment);
  const partner = program
    .command('partner')
    .description(
      'Works on the database that KENALI_DATABASE_URL names, with the sealing keys of KENALI_SEALING_KEYS_PATH; without them, on the running platform of "npm start". Every change is in the audit log.',
    );
  addCreateCommand(partner, run);
  addListCommand(partner, run);
  addShowCommand(partner, run);
  addSetCommand(partner, run);
  addRotateKeyCommand(partner, run);
  addRevokeKeyCommand(partner, run);
  addCallbackCommands(partner, run);
  addReferenceImageCommands(partner, run);
}
