/** Signals every process of a group; a group that has ended already is no error. */
export function signalGroup(groupId: number, signal: NodeJS.Signals): void {
  if (groupId <= 1) return;
  try {
    process.kill(-groupId, signal);
  } catch (error) {
    // EPERM: what is left of the group runs as another user and ends with its parent.
    if (!isErrno(error, 'ESRCH') && !isErrno(error, 'EPERM')) throw error;
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
