import { composeTable } from '../../../support/compose-table.js';
import type { Spread } from './spread.js';
import type { Parts } from './summarise-parts.js';
import type { LatencySummary, SessionsSummary, StageSummary } from './summarise-sessions.js';
import type { ProcessorUse } from '../measure/processor-time.js';

/** One row of every table of times. */
interface Measured extends LatencySummary {
  readonly name: string;
  readonly parts: Parts;
}

export function composeReport(summary: SessionsSummary): string {
  const { singles, stages } = summary;
  const measured: readonly Measured[] = [
    ...singles.map((one) => ({ ...one, name: `${one.flow}, one at a time${sayWorkers(one)}` })),
    ...stages.map((stage) => ({ ...stage, name: nameOf(stage) })),
  ];
  return [
    '# Sessions',
    '',
    ...composeLatencies(measured),
    '',
    ...composeParts(measured),
    '',
    ...composeActivities(measured),
    '',
    ...composeStages(summary),
    '',
    ...composeOverload(summary),
    ...composeWaiting(summary),
  ].join('\n');
}

function composeLatencies(measured: readonly Measured[]): readonly string[] {
  return composeTable(
    ['Confirm to result', 'Sessions', 'p50 / p95 / p99 ms', 'Callback p50 / p95', 'Hops', 'Ended'],
    measured.map(({ name, resultMs, callbackMs, parts, ended }) => [
      name,
      String(resultMs.count),
      sayThree(resultMs),
      sayTwo(callbackMs),
      String(parts.hops),
      sayCounts(ended),
    ]),
  );
}

function composeParts(measured: readonly Measured[]): readonly string[] {
  const head = ['taken', 'handed out', 'checks', 'decided', 'recorded', 'told'];
  return composeTable(
    ['Where the time goes, p50 / p95 ms', ...head],
    measured.map(({ name, parts }) => [name, ...sayParts(parts)]),
  );
}

function composeActivities(measured: readonly Measured[]): readonly string[] {
  return composeTable(
    ['Activities, p50 / p95 ms', 'wait', 'run'],
    measured.flatMap(({ name, parts }) =>
      parts.activities.map(({ activity, wait, run }) => [
        `${name}: ${activity}`,
        sayTwo(wait),
        sayTwo(run),
      ]),
    ),
  );
}

/** Of nobody, what a second takes instead of a session. */
function composeStages({ idle, stages }: SessionsSummary): readonly string[] {
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
    [
      composeUse('nobody, a second', idle, { count: idle.wallSeconds, rate: '–', groups }),
      ...stages.map((stage) => {
        const rate = stage.sessionsPerMinute.toFixed(1);
        const count = Math.max(stage.resultMs.count, 1);
        return composeUse(nameOf(stage), stage.processors, { count, rate, groups });
      }),
    ],
  );
}

function composeUse(
  name: string,
  use: ProcessorUse,
  {
    count,
    rate,
    groups,
  }: { readonly count: number; readonly rate: string; readonly groups: readonly string[] },
): readonly string[] {
  const each = (seconds: number) => sayNumber((seconds * 1000) / count);
  return [
    name,
    rate,
    each(use.inference),
    ...groups.map((group) => each(use.groups[group] ?? 0)),
    each(use.driver),
    sayShare(use.inferenceShare),
    sayShare(use.inferenceShareOfMachine),
    sayShare(use.idleShare),
    sayShare(use.foreignShare),
  ];
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

function nameOf(stage: StageSummary): string {
  return `${stage.flow}, ${String(stage.people)} at once${sayWorkers(stage)}`;
}

function sayWorkers({ visionWorkers }: { readonly visionWorkers: number }): string {
  return visionWorkers === 1 ? '' : `, ${String(visionWorkers)} vision workers`;
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
