import { fileURLToPath } from 'node:url';
import type { PinnedEnvironment } from '../../environments/pinned-environment.js';
import { installFromNpm } from '../../environments/npm-setup.js';
import { pythonOf, setUpPython } from '../../environments/python-setup.js';
import { FACE_MODELS } from '../../face/face-embedder.js';
import type { EngineCommand } from '../engines/engine-process.js';
import { runTypeScript } from '../engines/run-type-script.js';

/** Another engine that describes the same faces in the same run. */
export interface FacePeer extends PinnedEnvironment {
  readonly name: string;
  readonly start: (folder: string) => Omit<EngineCommand, 'name'>;
}

/** The distance below which a peer calls two faces one person; `human` is brought to this scale. */
export const PEER_DISTANCE = 0.6;

/** dlib is built when it is installed; `dlib-bin` is the same as a wheel. */
const DLIB_PACKAGES = [
  'dlib-bin==20.0.1.post1',
  'numpy==2.4.6',
  'pillow==13.0.0',
  'setuptools==80.9.0',
];
/** Without what they depend on, which is dlib itself; their weights are in the second. */
const FACE_RECOGNITION_PACKAGES = ['face_recognition==1.3.0', 'face_recognition_models==0.3.0'];
const TENSORFLOW_PACKAGES = ['@tensorflow/tfjs@4.22.0', '@tensorflow/tfjs-backend-wasm@4.22.0'];
const FACE_API_PACKAGES = ['@vladmandic/face-api@1.7.15', ...TENSORFLOW_PACKAGES];
const HUMAN_PACKAGES = ['@vladmandic/human@3.3.6', ...TENSORFLOW_PACKAGES];

export const PEERS: readonly FacePeer[] = [
  {
    name: 'face_recognition',
    packages: [...DLIB_PACKAGES, ...FACE_RECOGNITION_PACKAGES],
    environment: 'face-recognition',
    setup: [
      ...setUpPython(DLIB_PACKAGES),
      {
        command: pythonOf('{folder}'),
        args: [
          ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'],
          ...['--no-deps', '--no-build-isolation', ...FACE_RECOGNITION_PACKAGES],
        ],
        needs: 'pip in the virtual environment',
      },
    ],
    start: (folder) => ({
      command: pythonOf(folder),
      args: [fileURLToPath(new URL('face_recognition_engine.py', import.meta.url))],
    }),
  },
  {
    name: 'face-api',
    packages: FACE_API_PACKAGES,
    environment: 'face-api',
    setup: installFromNpm(FACE_API_PACKAGES),
    start: (folder) => runTypeScript('face-engine-face-api.ts', folder),
  },
  {
    name: 'human',
    packages: HUMAN_PACKAGES,
    environment: 'human',
    setup: installFromNpm(HUMAN_PACKAGES),
    start: (folder) => runTypeScript('face-engine-human.ts', folder),
  },
];

/** The product's matcher with each of its models; the first is the one that runs unless said otherwise. */
export const KENALI: readonly EngineCommand[] = FACE_MODELS.map((model) => ({
  name: model === 'fused' ? 'kenali' : `kenali-${model}`,
  ...runTypeScript('face-engine-kenali.ts', model),
}));
