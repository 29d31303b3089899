import { writeFile } from 'node:fs/promises';
import { createWeightStore } from '../weights/weight-store.js';
import { packFaceNetwork } from './pack-face-network.js';

/** `npm run pack:faces`: writes the capture app's network for faces from the pinned one of MediaPipe. */
const packed = packFaceNetwork(await createWeightStore().read('guidance-faces'));
await writeFile(new URL('../../web/src/faces/face-network.bin', import.meta.url), packed);
process.stdout.write(`${String(packed.length)} bytes\n`);
