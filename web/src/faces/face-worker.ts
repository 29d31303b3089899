import type { GreyFrame } from '../guidance/grey-frame.js';
import { unpackLayers } from './face-layers.js';
import { createFaceNetwork, type FaceNetwork } from './face-network.js';
import { findFaces } from './find-faces.js';
import type { FacesMessage } from './watch-faces.js';

/**
 * Entry of the worker that finds faces: a thread of its own, so that the one that looks at light goes on
 * meanwhile. The page hands it the port on which that one asks.
 */

const loading = loadNetwork();

globalThis.addEventListener('message', ({ data: port }: MessageEvent<MessagePort>) => {
  port.onmessage = ({ data: view }: MessageEvent<GreyFrame>) => {
    void answer(port, view);
  };
});

async function answer(port: MessagePort, view: GreyFrame): Promise<void> {
  const network = await loading;
  const faces = network === null ? null : findFaces(network, view);
  port.postMessage(faces satisfies FacesMessage);
}

/** `null` where the weights cannot be had: guidance goes on without. */
async function loadNetwork(): Promise<FaceNetwork | null> {
  try {
    const answered = await fetch(new URL('./face-network.bin', import.meta.url));
    return createFaceNetwork(unpackLayers(await answered.arrayBuffer()));
  } catch {
    return null;
  }
}
