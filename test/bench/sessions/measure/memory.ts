import { readFile } from 'node:fs/promises';
import type { BenchPlatform } from '../stage/open-bench-platform.js';
import { readProcessTable, treeOf } from './process-table.js';

/** Of a process with its children, in bytes. */
export interface MemoryUse {
  readonly rssBytes: number;
  /** Pages that processes share count in parts: the right one to add up. */
  readonly pssBytes: number;
}

export type MemoryReading = Readonly<Record<string, MemoryUse>>;

export async function readMemory({ running }: BenchPlatform): Promise<MemoryReading> {
  const rows = await readProcessTable();
  const groups = await Promise.all(
    running().map(async ({ name, pid }) => {
      const uses = await Promise.all(treeOf(rows, pid).map((row) => readUse(row.pid)));
      const sum = (pick: (use: MemoryUse) => number) =>
        uses.reduce((total, use) => total + pick(use), 0);
      return [name, { rssBytes: sum((use) => use.rssBytes), pssBytes: sum((use) => use.pssBytes) }];
    }),
  );
  return Object.fromEntries(groups) as MemoryReading;
}

async function readUse(pid: number): Promise<MemoryUse> {
  const text = await readFile(`/proc/${String(pid)}/smaps_rollup`, 'utf8').catch(() => '');
  return parseSmaps(text);
}

const KIBIBYTE = 1024;

/** Reads `/proc/PID/smaps_rollup`; zeros of a process that has ended. */
export function parseSmaps(text: string): MemoryUse {
  const read = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0) * KIBIBYTE;
  return { rssBytes: read('Rss'), pssBytes: read('Pss') };
}
