// A worker thread does not inherit the TypeScript loader of the thread that starts it.
import { register } from 'tsx/esm/api';

// tsx would read the tsconfig.json of the folder the process was started in, which is not ours.
register({ tsconfig: false });
export const { readLines } = await import('./line-worker.js');
