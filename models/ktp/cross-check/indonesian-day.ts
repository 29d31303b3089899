/** The day of a moment in Indonesia: for two hours before the midnight of the west the east has the next one. */
export interface IndonesianDay {
  /** Western time, UTC+7: ends last. ISO date. */
  readonly west: string;
  /** Eastern time, UTC+9: begins first. ISO date. */
  readonly east: string;
}

export function indonesianDayOf(moment: Date): IndonesianDay {
  return { west: dayAt(moment, 7), east: dayAt(moment, 9) };
}

const HOUR_MS = 3_600_000;

/** There is no summer time. */
function dayAt(moment: Date, hoursEast: number): string {
  return new Date(moment.getTime() + hoursEast * HOUR_MS).toISOString().slice(0, 10);
}
