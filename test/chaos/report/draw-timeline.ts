import { VICTIMS } from '../plan/plan-kills.js';
import { isAccepted } from '../evidence/received-event.js';
import type { ChaosRun } from '../run-chaos.js';

const WIDTH = 1200;
const LEFT = 130;
const RIGHT = 20;
const LANE = 22;
const SESSION = 4;
const CALLBACK_LANE = 40;

const COLOUR = {
  away: '#c0392b',
  partner: '#8e44ad',
  waiting: '#95a5a6',
  judging: '#2980b9',
  accepted: '#27ae60',
  refused: '#e67e22',
  text: '#222222',
  line: '#dddddd',
} as const;

/** Who was away when, what became of each session, and every callback, as one SVG picture. */
export function drawTimeline(run: ChaosRun): string {
  const toX = (ms: number) => LEFT + (ms / run.durationMs) * (WIDTH - LEFT - RIGHT);
  const lanes = [...VICTIMS, 'partner'];
  const sessionsTop = 50 + lanes.length * LANE;
  const callbacksTop = sessionsTop + run.sessions.length * SESSION + 20;
  const height = callbacksTop + CALLBACK_LANE + 40;
  const outages = [
    ...run.outages.map(({ process, ...times }) => ({ ...times, process, colour: COLOUR.away })),
    ...run.partnerDown.map((times) => ({ ...times, process: 'partner', colour: COLOUR.partner })),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(height)}" font-family="sans-serif" font-size="12">`,
    `<rect width="${String(WIDTH)}" height="${String(height)}" fill="white"/>`,
    text(
      10,
      22,
      `Chaos, seed ${String(run.options.seed)}: red is away, grey a session before and blue after its confirm, green a callback taken, orange one refused`,
    ),
    ...drawSeconds(run.durationMs, toX, height),
    ...lanes.map((lane, index) => text(10, 54 + index * LANE, lane)),
    ...outages.map(({ process, fromMs, toMs, colour }) => {
      const y = 42 + lanes.indexOf(process) * LANE;
      return box(
        { x: toX(fromMs), y, width: Math.max(2, toX(toMs) - toX(fromMs)), height: 14 },
        colour,
      );
    }),
    text(10, sessionsTop + 12, 'sessions'),
    ...drawSessions(run, toX, sessionsTop),
    text(10, callbacksTop + 14, 'callbacks'),
    ...run.events.map((event) => {
      const y = callbacksTop + (isAccepted(event) ? 8 : 24);
      const colour = isAccepted(event) ? COLOUR.accepted : COLOUR.refused;
      return `<circle cx="${toX(event.atMs).toFixed(1)}" cy="${String(y)}" r="3" fill="${colour}" fill-opacity="0.6"/>`;
    }),
    '</svg>',
    '',
  ].join('\n');
}

function drawSessions(run: ChaosRun, toX: (ms: number) => number, top: number): readonly string[] {
  const inOrder = run.sessions.toSorted((one, other) => one.startedMs - other.startedMs);
  return inOrder.flatMap(({ startedMs, confirmedMs, endedMs }, index) => {
    const endMs = endedMs ?? startedMs + 500;
    const y = top + index * SESSION;
    const part = (fromMs: number, toMs: number, colour: string) =>
      box(
        { x: toX(fromMs), y, width: Math.max(1, toX(toMs) - toX(fromMs)), height: SESSION - 1 },
        colour,
      );
    const turnMs = confirmedMs ?? endMs;
    return [
      part(startedMs, turnMs, COLOUR.waiting),
      ...(confirmedMs === null ? [] : [part(confirmedMs, endMs, COLOUR.judging)]),
    ];
  });
}

const TICK_CANDIDATES_SECONDS = [5, 10, 30, 60, 120, 300];
const MOST_TICKS = 14;

function drawSeconds(
  durationMs: number,
  toX: (ms: number) => number,
  height: number,
): readonly string[] {
  const seconds = durationMs / 1000;
  const step = TICK_CANDIDATES_SECONDS.find((tick) => seconds / tick <= MOST_TICKS) ?? 600;
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => {
    const x = toX(index * step * 1000).toFixed(1);
    return [
      `<line x1="${x}" y1="34" x2="${x}" y2="${String(height - 24)}" stroke="${COLOUR.line}"/>`,
      text(Number(x) - 8, height - 8, `${String(index * step)} s`),
    ].join('\n');
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function box({ x, y, width, height }: Box, colour: string): string {
  return `<rect x="${x.toFixed(1)}" y="${String(y)}" width="${width.toFixed(1)}" height="${String(height)}" fill="${colour}"/>`;
}

function text(x: number, y: number, words: string): string {
  return `<text x="${String(x)}" y="${String(y)}" fill="${COLOUR.text}">${words}</text>`;
}
