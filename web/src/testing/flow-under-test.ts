import type { SubmissionProgress } from '../api/wire-types.js';
import { INITIAL_FLOW, type FlowEvent, type SessionFlow } from '../flow-state.js';
import type { Device } from '../handoff/device.js';
import type { Screen } from '../screen.js';
import { advance } from '../session-flow.js';

/** A status in which nothing has been taken yet, unless told otherwise. */
export function progressWith(part: Partial<SubmissionProgress> = {}): SubmissionProgress {
  return {
    status: 'IN_PROGRESS',
    nextAction: null,
    reasonCode: null,
    captures: ['KTP', 'SELFIE'],
    movements: null,
    pollAfterMs: 1000,
    captureLock: null,
    handoff: null,
    ...part,
  };
}

export function run(flow: SessionFlow, ...events: readonly FlowEvent[]): SessionFlow {
  return events.reduce(advance, flow);
}

/** Whether whoever is on a screen has begun on this device. */
export function isBegunAt(screen: Screen): boolean {
  return 'document' in screen || screen.name === 'UPLOADING';
}

/** A device on a screen. */
export function standAt(
  device: Device,
  screen: Screen,
  toTake: SessionFlow['toTake'] = [],
): SessionFlow {
  return { ...INITIAL_FLOW, device, screen, toTake, isBegun: isBegunAt(screen) };
}

export function openOn(device: Device, progress = progressWith()): SessionFlow {
  return run(INITIAL_FLOW, { type: 'DEVICE_KNOWN', device }, { type: 'OPENED', progress });
}

/** News of a hand-off. */
export function moved(
  handoff: SubmissionProgress['handoff'],
  part: Partial<SubmissionProgress> = {},
) {
  return { type: 'HANDOFF_MOVED', progress: progressWith({ handoff, ...part }) } as const;
}
