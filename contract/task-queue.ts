/** Which worker serves what. Stored in clear by Temporal: nothing personal. */
export const TaskQueue = {
  /** Workflows, and what a session waits for that no partner can hold up. */
  SESSIONS: 'sessions',
  VISION: 'vision',
  CALLBACKS: 'callbacks',
  PARTNER_IMAGES: 'partner-images',
  /** What nobody waits for: erasures, the sweep, renewals of keys. */
  UPKEEP: 'upkeep',
} as const;
export type TaskQueue = (typeof TaskQueue)[keyof typeof TaskQueue];
