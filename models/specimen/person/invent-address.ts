import type { SpecimenRandom } from '../specimen-random.js';

const ROADS = [
  'JL. ',
  'JL. ',
  'JL ',
  'JLN. ',
  'GG. ',
  'KP. ',
  'DUSUN ',
  'DSN. ',
  'LINGK. ',
  'PERUM ',
  'KOMP. ',
  'BTN ',
  'JORONG ',
  'BANJAR ',
  'LR. ',
];

const ROAD_NAMES = (
  'MAWAR MELATI KENANGA MERDEKA VETERAN PAHLAWAN DIPONEGORO SUDIRMAN GATOT_SUBROTO HASANUDDIN ' +
  'IMAM_BONJOL KARTINI CENDRAWASIH RAJAWALI MERAK FLAMBOYAN BOUGENVILLE CEMARA JATI MAHONI BERINGIN ' +
  'PASAR_LAMA PASAR_BARU RAYA_UTARA STASIUN PELABUHAN INDUSTRI PENDIDIKAN KESEHATAN H._OM._SUARNA ' +
  'DR._SUTOMO PROF._MOH._YAMIN W.R._SUPRATMAN KH._AHMAD_DAHLAN LETJEN_SUPRAPTO TUANKU_TAMBUSAI ' +
  'TEUKU_UMAR CUT_NYAK_DHIEN UNTUNG_SUROPATI BUKIT_INDAH GRIYA_ASRI PERMAI_INDAH TAMAN_SARI ' +
  'BUMI_SERPONG PURI_KENCANA VILLA_MUTIARA SUKAMAJU MEKARSARI CIBODAS TEGALREJO KARANGANYAR WONOSARI'
).split(' ');

/** A street or hamlet with what people write after it. */
export function inventAddress(random: SpecimenRandom): string {
  const road = `${random.pick(ROADS)}${random.pick(ROAD_NAMES).replaceAll('_', ' ')}`;
  const number = String(random.integer(1, 320));
  const letter = random.pick(['A', 'B', 'C', 'D', 'F', 'K']);
  const ending = random.pick([
    '',
    ` NO. ${number}`,
    ` NO. ${number}`,
    ` NO.${number}`,
    ` NO ${number}`,
    ` NO. ${number}${letter}`,
    ` BLOK ${letter}${String(random.integer(1, 28))} NO. ${number}`,
    ` BLOK ${letter}/${String(random.integer(1, 40))}`,
    ` ${random.pick(['I', 'II', 'III', 'IV', 'VI'])} NO. ${number}`,
    ` KM. ${String(random.integer(1, 19))}`,
    ` GG. ${random.pick(['BUNTU', 'MASJID', 'DAMAI'])} NO. ${number}`,
  ]);
  return `${road}${ending}`;
}
