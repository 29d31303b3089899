import type { SessionRun } from './session-driver.js';
import type { SessionEvent } from './session-timeline.js';

/** One line of the timeline, for people. */
export function formatEvent({ atMs, step, detail }: SessionEvent): string {
  return `${(atMs / 1000).toFixed(2).padStart(8)} s  ${step.padEnd(9)} ${detail}`;
}

/** The result, for people. */
export function describeRun(run: SessionRun): string {
  const { status, reasonCode } = run.details ?? run.last;
  const result = run.details?.result ?? null;
  const lines = [
    '',
    `Result  ${[status, result, reasonCode].filter((part) => part !== null).join(' · ')}`,
    ...(run.details === null ? [] : describeMembers(run.details.submissionDetails)),
    '',
    `submission       ${run.submissionId}`,
    `partner session  ${run.partnerSessionId}`,
  ];
  return lines.join('\n');
}

/** The result, for programs. */
export function describeRunJson(run: SessionRun) {
  return {
    submissionId: run.submissionId,
    partnerSessionId: run.partnerSessionId,
    status: run.details?.status ?? run.last.status,
    result: run.details?.result ?? null,
    reasonCode: run.details?.reasonCode ?? run.last.reasonCode,
    timeline: run.timeline,
    details: run.details?.submissionDetails ?? null,
  };
}

/** Groups such as `ktpDetails` as a heading with indented members; members without value left out. */
function describeMembers(details: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(details).flatMap(([name, value]) => {
    if (typeof value !== 'object' || value === null) return ['', `${name}  ${String(value)}`];
    const members = Object.entries(value).filter(([, member]) => member !== null);
    const width = Math.max(0, ...members.map(([member]) => member.length));
    return [
      '',
      name,
      ...members.map(([member, text]) => `  ${member.padEnd(width)}  ${String(text)}`),
    ];
  });
}
