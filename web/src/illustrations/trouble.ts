import type { BrowserProblem } from '../browser-problem.js';
import type { OpenFailure } from '../screen.js';

/** What went wrong outside of the pictures; each is one drawing. */
export type Trouble = OpenFailure | BrowserProblem | 'SESSION_OVER' | 'USED_UP';
