import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { BenchPlatform } from '../stage/open-bench-platform.js';
import { readInferenceSeconds } from './read-inference.js';
import { readProcessTable, secondsOf, treeOf } from './process-table.js';

/** Seconds of processor time since the machine or a process began. */
export interface ProcessorReading {
  readonly atMs: number;
  /** Of each process of the platform with its children, by its name. */
  readonly groups: Readonly<Record<string, number>>;
  /** Part of what the vision workers took. */
  readonly inference: number;
  /** This process: it plays phones, partner and supervisor. */
  readonly driver: number;
  /** Of all processes of the machine. */
  readonly machine: number;
}

/** What was computed between two readings, in seconds of processor time. */
export interface ProcessorUse extends Omit<ProcessorReading, 'atMs'> {
  readonly wallSeconds: number;
  readonly cores: number;
  /** Share of what the platform took. */
  readonly inferenceShare: number;
  /** Share of what the machine could have given. */
  readonly inferenceShareOfMachine: number;
  /** Share of the machine that nobody used. */
  readonly idleShare: number;
  /** Share of the machine that went to what is no part of this. */
  readonly foreignShare: number;
}

export async function readProcessors({
  running,
  inferenceDir,
}: BenchPlatform): Promise<ProcessorReading> {
  const rows = await readProcessTable();
  const own = rows.find(({ pid }) => pid === process.pid);
  return {
    atMs: performance.now(),
    groups: Object.fromEntries(
      running().map(({ name, pid }) => [name, secondsOf(treeOf(rows, pid))]),
    ),
    inference: await readInferenceSeconds(inferenceDir),
    driver: own?.ownSeconds ?? 0,
    machine: readBusySeconds(await readFile('/proc/stat', 'utf8')),
  };
}

const TICKS_PER_SECOND = 100;

/** Of the first line of `/proc/stat`: everything but idling, waiting for a disk, and guests, which count as user. */
export function readBusySeconds(text: string): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = (
    text.split('\n')[0] ?? ''
  )
    .split(/\s+/)
    .map(Number);
  return (user + nice + system + irq + softIrq + steal) / TICKS_PER_SECOND;
}

export function subtractReadings(
  before: ProcessorReading,
  after: ProcessorReading,
  cores = availableParallelism(),
): ProcessorUse {
  const wallSeconds = (after.atMs - before.atMs) / 1000;
  const groups = Object.fromEntries(
    Object.entries(after.groups).map(([name, seconds]) => [
      name,
      seconds - (before.groups[name] ?? 0),
    ]),
  );
  const platform = Object.values(groups).reduce((sum, seconds) => sum + seconds, 0);
  const inference = after.inference - before.inference;
  const driver = after.driver - before.driver;
  const machine = after.machine - before.machine;
  const given = wallSeconds * cores;
  return {
    wallSeconds,
    cores,
    groups,
    inference,
    driver,
    machine,
    inferenceShare: platform === 0 ? 0 : inference / platform,
    inferenceShareOfMachine: given === 0 ? 0 : inference / given,
    idleShare: given === 0 ? 0 : Math.max(0, 1 - machine / given),
    foreignShare: given === 0 ? 0 : Math.max(0, machine - platform - driver) / given,
  };
}
