import type { CrossChecks, KtpDetails } from '../../../contract/ktp-details.js';
import { withoutKind } from '../areas/area-kind.js';
import type { AreaDirectory } from '../areas/areas.js';
import { lettersOf } from '../spelling/closed-lists.js';
import { findAreas } from '../areas/find-areas.js';

/** The areas against today's list and the place of issue against the header. */
export function crossCheckPlaces(
  details: KtpDetails,
  areas: AreaDirectory,
): Pick<CrossChecks, 'areaChain' | 'placeOfIssue' | 'rtRw'> {
  const { city, placeOfIssue, rt, rw } = details;
  const isIssuedThere = city !== null && placeOfIssue !== null && isSamePlace(city, placeOfIssue);
  return {
    ...checkChain(details, areas),
    ...(city !== null &&
      placeOfIssue !== null && { placeOfIssue: isIssuedThere ? 'PASS' : 'WARN' }),
    ...((rt !== null || rw !== null) && { rtRw: rt !== null && rw !== null ? 'PASS' : 'WARN' }),
  };
}

/** KOTA may be the word for a city or the beginning of its name: KOTA BARU is KABUPATEN KOTABARU. */
function isSamePlace(city: string, place: string): boolean {
  const names = [city, withoutKind(city)].map(lettersOf);
  return [place, withoutKind(place)].some((name) => names.includes(lettersOf(name)));
}

/** New villages are missing from the list and old names from the ground: a gap is no failure. */
function checkChain(
  { province, city, kecamatan, kelurahan }: KtpDetails,
  areas: AreaDirectory,
): Pick<CrossChecks, 'areaChain'> {
  if (province === null || city === null || kecamatan === null || kelurahan === null) return {};
  const { kelurahan: found } = findAreas(
    {
      province: { text: province },
      city: { text: city },
      kecamatan: { text: kecamatan },
      kelurahan: { text: kelurahan },
    },
    areas,
  );
  return { areaChain: found?.distance === 0 ? 'PASS' : 'WARN' };
}
