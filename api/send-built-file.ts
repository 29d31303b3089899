import type { NextFunction, Response } from 'express';
import { OperatorError } from './describe-failure.js';

export interface BuiltFile {
  readonly name: string;
  /** The folder of the build. */
  readonly root: string;
  /** For the operator, where the file is not there: which command makes it. */
  readonly notBuilt: string;
}

/** Sends a file of a build with the caching headers that are set already. */
export function sendBuiltFile(
  res: Response,
  { name, root, notBuilt }: BuiltFile,
  next: NextFunction,
): void {
  res.sendFile(name, { root, cacheControl: false }, (error?: Error) => {
    if (error === undefined || isOfReader(error)) return;
    const isMissing = 'code' in error && error.code === 'ENOENT';
    next(isMissing ? new OperatorError(notBuilt) : error);
  });
}

/** Whoever asked went away before the file was sent: there is nobody to answer, and nothing has failed. */
function isOfReader(error: Error): boolean {
  const isAborted = 'code' in error && error.code === 'ECONNABORTED';
  return isAborted || ('syscall' in error && error.syscall === 'write');
}
