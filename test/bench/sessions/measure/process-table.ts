import { readdir, readFile } from 'node:fs/promises';

/** One line of the kernel's list of processes. */
export interface ProcessRow {
  readonly pid: number;
  readonly parentPid: number;
  /** Seconds that the process has computed. */
  readonly ownSeconds: number;
  /** The same of children that have ended and were waited for. */
  readonly endedChildrenSeconds: number;
}

/** `USER_HZ`, which Linux tells to programs on every machine. */
const TICKS_PER_SECOND = 100;

/** Reads `/proc/PID/stat`; null where it is not such a line. */
export function parseStat(text: string): ProcessRow | null {
  // The name stands in brackets and may hold anything.
  const end = text.lastIndexOf(')');
  const fields = text.slice(end + 2).split(' ');
  const pid = Number.parseInt(text, 10);
  const at = (index: number) => Number(fields[index]);
  const row = {
    pid,
    parentPid: at(1),
    ownSeconds: (at(11) + at(12)) / TICKS_PER_SECOND,
    endedChildrenSeconds: (at(13) + at(14)) / TICKS_PER_SECOND,
  };
  return end > 0 && Object.values(row).every(Number.isFinite) ? row : null;
}

export async function readProcessTable(): Promise<readonly ProcessRow[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const rows = await Promise.all(
    pids.map(async (pid) => {
      // It may have ended since.
      const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return parseStat(text);
    }),
  );
  return rows.filter((row) => row !== null);
}

/** A process with all that descend from it. */
export function treeOf(rows: readonly ProcessRow[], root: number): readonly ProcessRow[] {
  const own = rows.filter(({ pid }) => pid === root);
  const children = rows.filter(({ parentPid }) => parentPid === root);
  return [...own, ...children.flatMap(({ pid }) => treeOf(rows, pid))];
}

export function secondsOf(tree: readonly ProcessRow[]): number {
  return tree.reduce((sum, row) => sum + row.ownSeconds + row.endedChildrenSeconds, 0);
}
