import { runTraining } from '../../environments/run-training.js';

/*
 * Trains or exports the card's recogniser:
 * npm run train:lines -- train --lines DIR --out DIR --minutes 90
 * npm run train:lines -- export --checkpoint DIR/checkpoint.pt --lines DIR --out models/text/card-recogniser
 */
await runTraining(new URL('.', import.meta.url), process.argv.slice(2));
