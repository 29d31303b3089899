import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BUNDLE_PATH, bundleWorkflows } from './bundle-workflows.js';

const { code } = await bundleWorkflows();
await mkdir(dirname(BUNDLE_PATH), { recursive: true });
await writeFile(BUNDLE_PATH, code);
