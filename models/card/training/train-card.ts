import { runTraining } from '../../environments/run-training.js';

/*
 * Trains or exports what finds the card (locator) and the print on it (line-map):
 * npm run train:card -- train --network locator --photographs DIR --out DIR --minutes 40
 * npm run train:card -- export --network locator --checkpoint DIR/checkpoint.pt --photographs DIR --out models/card/networks
 */
process.exitCode = await runTraining(new URL('.', import.meta.url), process.argv.slice(2));
