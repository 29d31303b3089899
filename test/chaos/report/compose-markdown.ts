import { composeTable } from '../../support/compose-table.js';
import type { RunSummary } from './summarise-run.js';

/** Problems that are listed for each claim; the JSON has all of them. */
const LISTED_PROBLEMS = 10;

export function composeMarkdown(summary: RunSummary): string {
  const { seed, sessions, judgedSessions, durationSeconds, callbacks } = summary;
  return [
    `# Chaos with seed ${String(seed)}`,
    '',
    `${String(sessions)} sessions, ${String(judgedSessions)} of them judged by the models, in ${String(durationSeconds)} s. ` +
      `From confirm to result ${sayWaits(summary.verdictSeconds)}; in the sandbox ${sayWaits(summary.sandboxSeconds)}.`,
    '',
    ...composeTable(
      ['Claim', 'Looked at', 'Holds'],
      summary.claims.map(({ claim, count, problems }) => [
        claim,
        String(count),
        problems.length === 0 ? 'yes' : `**no: ${String(problems.length)} problems**`,
      ]),
    ),
    '',
    ...listProblems(summary),
    ...composeTable(
      ['Process', 'Killed', 'Ended with another', 'Longest away'],
      summary.processes.map(({ name, kills, endsByItself, longestAwaySeconds }) => [
        name,
        String(kills),
        String(endsByItself),
        say(longestAwaySeconds),
      ]),
    ),
    '',
    ...composeTable(
      ['How sessions ended', 'Sessions'],
      Object.entries(summary.ends).map(([end, count]) => [end, String(count)]),
    ),
    '',
    `Callbacks: ${String(callbacks.tries)} tries, ${String(callbacks.accepted)} accepted, ` +
      `${String(callbacks.repeated)} of them repetitions. The partner answered: ` +
      `${Object.entries(callbacks.answers)
        .map(([kind, count]) => `${kind} ${String(count)}`)
        .join(', ')}.`,
    '',
  ].join('\n');
}

function listProblems({ claims }: RunSummary): readonly string[] {
  return claims.flatMap(({ claim, problems }) =>
    problems.length === 0
      ? []
      : [
          `Against “${claim}”:`,
          '',
          ...problems.slice(0, LISTED_PROBLEMS).map((problem) => `- ${problem}`),
          '',
        ],
  );
}

function sayWaits({ p50, p95, max }: RunSummary['verdictSeconds']): string {
  return `p50 ${say(p50)}, p95 ${say(p95)}, at most ${say(max)}`;
}

function say(seconds: number | null): string {
  return seconds === null ? '–' : `${seconds.toFixed(1)} s`;
}
