import type { DrivenSession } from './session-driver.js';
import type { SessionEvent } from './session-timeline.js';

/** One line of the timeline, for people. */
export function formatEvent({ atMs, step, detail }: SessionEvent): string {
  return `${(atMs / 1000).toFixed(2).padStart(8)} s  ${step.padEnd(9)} ${detail}`;
}

/** The result, for people. */
export function describeDriven(driven: DrivenSession): string {
  const { status, reasonCode } = driven.details ?? driven.last;
  const result = driven.details?.result ?? null;
  const lines = [
    '',
    `Result  ${[status, result, reasonCode].filter((part) => part !== null).join(' · ')}`,
    ...(driven.details === null ? [] : describeMembers(driven.details.submissionDetails)),
    '',
    `submission       ${driven.submissionId}`,
    `partner session  ${driven.partnerSessionId}`,
  ];
  return lines.join('\n');
}

/** The result, for programs. */
export function describeDrivenJson(driven: DrivenSession) {
  return {
    submissionId: driven.submissionId,
    partnerSessionId: driven.partnerSessionId,
    status: driven.details?.status ?? driven.last.status,
    result: driven.details?.result ?? null,
    reasonCode: driven.details?.reasonCode ?? driven.last.reasonCode,
    timeline: driven.timeline,
    details: driven.details?.submissionDetails ?? null,
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
