import { keepBundle } from './built-bundle.js';
import { bundleWorkflows, ROOT } from './bundle-workflows.js';

const { code } = await bundleWorkflows();
await keepBundle(ROOT, code);
