import { SHUT_OUT, type Ending } from '../ending.js';
import type { Screen } from '../screen.js';

/** Contract §11: what the page around is told. `step` is an addition for those that follow along. */
export interface EmbedMessage {
  readonly source: 'onekyc';
  readonly type: 'onekyc.completed' | 'onekyc.error' | 'onekyc.step';
  readonly status: 'IN_PROGRESS' | 'COMPLETED' | 'ERROR';
  readonly partner_session_id: string;
  readonly error_code: string | null;
  readonly step?: string;
}

/**
 * An end that is on show is told as a step: the visit ends when the person leaves it, or closes
 * what shows it.
 */
export function describeScreen(screen: Screen, partnerSessionId: string): EmbedMessage {
  const common = { source: 'onekyc', partner_session_id: partnerSessionId } as const;
  if (screen.name === 'DONE') {
    const type = screen.ending.status === 'COMPLETED' ? 'onekyc.completed' : 'onekyc.error';
    return { ...common, type, ...describeEnding(screen.ending) };
  }
  return { ...common, type: 'onekyc.step', step: screen.name, ...describeStanding(screen) };
}

function describeStanding(screen: Screen): Pick<EmbedMessage, 'status' | 'error_code'> {
  if (screen.name === 'RESULT') return describeEnding(screen.ending);
  if (screen.name === 'SESSION_OVER') return describeEnding(SHUT_OUT);
  return { status: 'IN_PROGRESS', error_code: null };
}

function describeEnding(ending: Ending): Pick<EmbedMessage, 'status' | 'error_code'> {
  const { status } = ending;
  return { status, error_code: status === 'ERROR' ? ending.errorCode : null };
}
