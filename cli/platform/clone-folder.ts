import path from 'node:path';

/** Where this clone lies; `npm start` keeps its state there unless told otherwise. */
export const CLONE_FOLDER = path.resolve(import.meta.dirname, '..', '..');
