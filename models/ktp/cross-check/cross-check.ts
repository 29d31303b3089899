import type { CrossChecks, KtpDetails } from '../../../contract/ktp-details.js';
import type { AreaDirectory } from '../areas/areas.js';
import { crossCheckDates } from './cross-check-dates.js';
import { crossCheckNik } from './cross-check-nik.js';
import { crossCheckPlaces } from './cross-check-places.js';
import type { IndonesianDay } from './indonesian-day.js';

export interface CrossCheckContext {
  readonly areas: AreaDirectory;
  readonly today: IndonesianDay;
  /** Colour behind the portrait, `null` when it was not told apart. */
  readonly portraitBackground?: 'RED' | 'BLUE' | null;
}

/** Every comparison of `CROSS_CHECKS` that the read fields allow. */
export function crossCheck(
  details: KtpDetails,
  { areas, today, portraitBackground = null }: CrossCheckContext,
): CrossChecks {
  const { dateOfBirth } = details;
  const isOddYear = Number(dateOfBirth?.slice(0, 4)) % 2 === 1;
  return {
    ...crossCheckNik(details, areas),
    ...crossCheckPlaces(details, areas),
    ...crossCheckDates(details, today),
    ...(portraitBackground !== null &&
      dateOfBirth !== null && {
        portraitBackground: (portraitBackground === 'RED') === isOddYear ? 'PASS' : 'WARN',
      }),
  };
}
