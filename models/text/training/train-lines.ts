import { runTraining } from '../../environments/run-training.js';
import { runSmokeTraining } from './smoke-training.js';

/*
 * Trains or exports the card's recogniser, or tries all of it in ten minutes:
 * npm run train:lines -- train --lines DIR --out DIR --minutes 90
 * npm run train:lines -- export --checkpoint DIR/checkpoint.pt --lines DIR --out models/text/card-recogniser
 * npm run train:lines -- smoke
 */
const args = process.argv.slice(2);
process.exitCode =
  args[0] === 'smoke'
    ? await runSmokeTraining()
    : await runTraining(new URL('.', import.meta.url), args);
