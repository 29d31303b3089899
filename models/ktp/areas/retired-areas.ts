/**
 * Regencies that changed province and with it their number; a NIK keeps the number of its day.
 *
 * Papua's of 2022 one by one, as the lists before and after it name them. Of the older ones only
 * the gaps in today's numbers are certain, so they lead to the new province alone.
 */
const SUCCESSORS: Readonly<Record<string, string>> = {
  '91.01': '93.01',
  '91.02': '95.01',
  '91.04': '94.01',
  '91.07': '94.02',
  '91.08': '94.03',
  '91.09': '94.04',
  '91.12': '95.02',
  '91.13': '95.03',
  '91.14': '95.04',
  '91.16': '93.02',
  '91.17': '93.03',
  '91.18': '93.04',
  '91.21': '95.05',
  '91.22': '95.06',
  '91.23': '95.07',
  '91.24': '95.08',
  '91.25': '94.05',
  '91.26': '94.06',
  '91.27': '94.07',
  '91.28': '94.08',
  '92.01': '96.01',
  '92.04': '96.02',
  '92.05': '96.03',
  '92.09': '96.04',
  '92.10': '96.05',
  '92.71': '96.71',
  '64.04': '65',
  '64.05': '65',
  '64.06': '65',
  '64.10': '65',
  '64.73': '65',
  '73.19': '76',
  '73.20': '76',
  '73.21': '76',
  '73.23': '76',
  '73.25': '76',
};

/** Provinces that were parted from another: older headers name the old one over the same city. */
const SPLIT_OFF: Readonly<Record<string, readonly string[]>> = {
  '91': ['93', '94', '95'],
  '92': ['96'],
  '64': ['65'],
  '73': ['76'],
};

/**
 * Where a retired regency's people are today: a regency, or a province when no more is known.
 * `null` for a code that was not retired.
 *
 * @param regency dotted, `91.01`
 */
export function successorOf(regency: string): string | null {
  return SUCCESSORS[regency] ?? null;
}

/** The provinces that were once part of this one. */
export function provincesSplitFrom(province: string): readonly string[] {
  return SPLIT_OFF[province] ?? [];
}
