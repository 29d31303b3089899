export type SessionStep =
  'token' | 'initiate' | 'presign' | 'upload' | 'confirm' | 'status' | 'retry' | 'details';

export interface SessionEvent {
  /** Milliseconds since the session began. */
  readonly atMs: number;
  readonly step: SessionStep;
  /** Ids, sizes and codes; nothing personal. */
  readonly detail: string;
}

export type RecordEvent = (step: SessionStep, detail: string) => void;

/** A list that grows with every recorded event, which `onEvent` is told of as well. */
export function createTimeline(onEvent?: (event: SessionEvent) => void): {
  readonly timeline: readonly SessionEvent[];
  readonly record: RecordEvent;
} {
  const startedAt = performance.now();
  const timeline: SessionEvent[] = [];
  return {
    timeline,
    record: (step, detail) => {
      const event = { atMs: Math.round(performance.now() - startedAt), step, detail };
      timeline.push(event);
      onEvent?.(event);
    },
  };
}
