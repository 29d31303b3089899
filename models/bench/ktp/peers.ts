import { fileURLToPath } from 'node:url';
import { installFromNpm } from '../../environments/npm-setup.js';
import type { PinnedEnvironment } from '../../environments/pinned-environment.js';
import { pythonOf, setUpPython } from '../../environments/python-setup.js';
import { RECOGNISER_MODELS } from '../../text/text-recogniser.js';
import type { EngineCommand } from '../engines/engine-process.js';
import { runTypeScript } from '../engines/run-type-script.js';

/** Another engine that reads the same pictures in the same run; some share an environment. */
export interface Peer extends PinnedEnvironment {
  readonly name: string;
  readonly start: (folder: string) => Omit<EngineCommand, 'name'>;
}

/**
 * The networks are in the wheel, so nothing is fetched when it runs. The runtime is the version
 * Kenali runs on.
 */
const RAPIDOCR_PACKAGES = [
  'rapidocr==3.10.0',
  'onnxruntime==1.30.0',
  'opencv-python-headless==5.0.0.93',
  'numpy==2.4.6',
];
const PPU_PACKAGES = ['ppu-paddle-ocr@6.3.0', 'onnxruntime-node@1.30.0'];
const TESSERACT_PACKAGES = ['tesseract.js@7.0.0', '@tesseract.js-data/ind@1.0.0'];

export const PEERS: readonly Peer[] = [
  createRapidOcr('rapidocr', []),
  // The classifier turns the NIK's digits upside down: without it is the stronger opponent.
  createRapidOcr('rapidocr-no-cls', ['no-cls']),
  {
    name: 'ppu-paddle-ocr',
    packages: PPU_PACKAGES,
    environment: 'ppu-paddle-ocr',
    setup: installFromNpm(PPU_PACKAGES),
    start: (folder) => runTypeScript('ktp-engine-ppu-paddle-ocr.ts', folder),
  },
  {
    name: 'tesseract',
    packages: TESSERACT_PACKAGES,
    environment: 'tesseract',
    setup: installFromNpm(TESSERACT_PACKAGES),
    start: (folder) => runTypeScript('ktp-engine-tesseract.ts', folder),
  },
];

/** The product's reader with each of its models; the first is the one that runs unless said otherwise. */
export const KENALI: readonly EngineCommand[] = RECOGNISER_MODELS.map((model) => ({
  name: model === 'own-and-general' ? 'kenali' : `kenali-${model}`,
  ...runTypeScript('ktp-engine-kenali.ts', model),
}));

function createRapidOcr(name: string, args: readonly string[]): Peer {
  const script = fileURLToPath(new URL('rapidocr_engine.py', import.meta.url));
  return {
    name,
    packages: RAPIDOCR_PACKAGES,
    environment: 'rapidocr',
    setup: setUpPython(RAPIDOCR_PACKAGES),
    start: (folder) => ({ command: pythonOf(folder), args: [script, ...args] }),
  };
}
