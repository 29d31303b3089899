import { composeTable } from '../../../support/compose-table.js';
import type { Spread } from './spread.js';
import type { Parts } from './summarise-parts.js';
import type { SessionsSummary, StageSummary } from './summarise-sessions.js';

export function composeReport(summary: SessionsSummary): string {
  const { singles, stages } = summary;
  return [
    '# Sessions',
    '',
    ...composeTable(
      [
        'Confirm to result',
        'Sessions',
        'p50 / p95 / p99 ms',
        'Callback p50 / p95',
        'Hops',
        'Ended',
      ],
      [
        ...singles.map(({ flow, resultMs, callbackMs, parts, ended }) => [
          `${flow}, one at a time`,
          String(resultMs.count),
          sayThree(resultMs),
          sayTwo(callbackMs),
          String(parts.hops),
          sayCounts(ended),
        ]),
        ...stages.map((stage) => [
          nameOf(stage),
          String(stage.resultMs.count),
          sayThree(stage.resultMs),
          sayTwo(stage.callbackMs),
          String(stage.parts.hops),
          sayCounts(stage.ended),
        ]),
      ],
    ),
    '',
    ...composeTable(
      [
        'Where the time goes, p50 / p95 ms',
        'taken',
        'handed out',
        'checks',
        'decided',
        'recorded',
        'told',
      ],
      [
        ...singles.map(({ flow, parts }) => [`${flow}, one at a time`, ...sayParts(parts)]),
        ...stages.map((stage) => [nameOf(stage), ...sayParts(stage.parts)]),
      ],
    ),
    '',
    ...composeTable(
      ['Activities, p50 / p95 ms', 'wait', 'run'],
      [
        ...singles.map(({ flow, parts }) => ({ name: `${flow}, one at a time`, parts })),
        ...stages.map((stage) => ({ name: nameOf(stage), parts: stage.parts })),
      ].flatMap(({ name, parts }) =>
        parts.activities.map(({ activity, wait, run }) => [
          `${name}: ${activity}`,
          sayTwo(wait),
          sayTwo(run),
        ]),
      ),
    ),
    '',
    ...composeStages(stages),
    '',
    ...composeOverload(summary),
    ...composeWaiting(summary),
  ].join('\n');
}

function composeStages(stages: readonly StageSummary[]): readonly string[] {
  const groups = [...new Set(stages.flatMap(({ processors }) => Object.keys(processors.groups)))];
  return composeTable(
    [
      'Processor time a session, ms',
      'Sessions a minute',
      'networks',
      ...groups,
      'driver',
      'Networks of the platform’s',
      'of the machine',
      'idle',
      'others’',
    ],
    stages.map((stage) => {
      const { processors, resultMs, sessionsPerMinute } = stage;
      const each = (seconds: number) => sayNumber((seconds * 1000) / Math.max(resultMs.count, 1));
      return [
        nameOf(stage),
        sessionsPerMinute.toFixed(1),
        each(processors.inference),
        ...groups.map((group) => each(processors.groups[group] ?? 0)),
        each(processors.driver),
        sayShare(processors.inferenceShare),
        sayShare(processors.inferenceShareOfMachine),
        sayShare(processors.idleShare),
        sayShare(processors.foreignShare),
      ];
    }),
  );
}

function composeOverload({ overload, options }: SessionsSummary): readonly string[] {
  const { refusals } = overload;
  return [
    `Beyond saturation: ${String(overload.offered)} people at ${String(overload.offeredPerMinute)} a minute, ` +
      `${String(options.maxInFlight)} attempts in flight allowed. ${String(overload.opened)} got a session, ` +
      `${String(overload.completed)} of them a result, ${String(overload.lost.length)} were lost. ` +
      `Told to come again: ${sayCounts(refusals.counts)}, ${String(refusals.withoutRetryAfter)} of them without Retry-After. ` +
      `A status took ${sayThree(overload.cheapCallsMs)} ms (p50 / p95 / p99), a result ${sayThree(overload.resultMs)} ms.`,
    '',
  ];
}

function composeWaiting({ waiting }: SessionsSummary): readonly string[] {
  if (waiting === null) return [];
  return [
    `${String(waiting.sessions)} sessions wait, opened in ${String(waiting.openingSeconds)} s. ` +
      `One more, one at a time: ${sayThree(waiting.resultMs)} ms (p50 / p95 / p99).`,
    '',
    ...composeTable(
      ['Memory, MiB', 'RSS before', 'RSS after', 'PSS before', 'PSS after', 'KiB a session'],
      waiting.memory.map(({ process, rssMib, pssMib, pssKib }) => [
        process,
        ...[...rssMib, ...pssMib].map(sayNumber),
        String(pssKib),
      ]),
    ),
    '',
  ];
}

function nameOf({ flow, people, visionWorkers }: StageSummary): string {
  const workers = visionWorkers === 1 ? '' : `, ${String(visionWorkers)} vision workers`;
  return `${flow}, ${String(people)} at once${workers}`;
}

function sayParts(parts: Parts): readonly string[] {
  const { taken, handedOut, checks, decided, recorded, told } = parts;
  return [taken, handedOut, checks, decided, recorded, told].map(sayTwo);
}

function sayThree({ p50, p95, p99 }: Spread): string {
  return [p50, p95, p99].map((ms) => (ms === null ? '–' : String(ms))).join(' / ');
}

function sayTwo({ p50, p95 }: Spread): string {
  return [p50, p95].map((ms) => (ms === null ? '–' : String(ms))).join(' / ');
}

function sayCounts(counts: Readonly<Record<string, number>>): string {
  const said = Object.entries(counts).map(([what, count]) => `${String(count)} ${what}`);
  return said.length === 0 ? 'none' : said.join(', ');
}

function sayNumber(value: number): string {
  return value.toFixed(0);
}

function sayShare(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
