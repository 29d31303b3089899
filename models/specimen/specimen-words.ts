/** Every name carries one of these, so that nobody can take the person for a real one. */
export const INVENTED_NAMES = [
  'CONTOH',
  'SPESIMEN',
  'MISALNYA',
  'TIRUAN',
  'UMPAMA',
  'REKAAN',
  'KHAYALAN',
  'FIKTIFA',
  'ANDAIKATA',
  'PERAGAWAN',
  'TELADANTO',
  'IMAJINERI',
] as const;

export const GIVEN_NAMES = {
  MALE: ['BUDIMAN', 'SUGENG', 'RAHMADI', 'HENDRO', 'WAYAN', 'JOKO', 'YOSAFAT', 'ILHAM', 'PAULUS'],
  FEMALE: ['SEKARWATI', 'NURLELA', 'KADEK', 'MELATI', 'ROSDIANA', 'YULIANTI', 'MARIANA', 'SITI'],
} as const;

export const FAMILY_NAMES = [
  'PERMATASAKTI',
  'WIDYAKUSUMA',
  'SIMANUNGKALITO',
  'HARTAWANGSA',
  'NUSANTARAJA',
  'LANGITBIRU',
  'SAMUDERANTO',
  'KERTAJAYADI',
] as const;

export const STREETS = [
  'JL. CONTOH RAYA',
  'JL. MISAL INDAH',
  'JL. DR. UMPAMA',
  'GG. SPESIMEN',
  'JL. TELADAN BARAT',
  'DSN. REKAAN',
  'KP. TIRUAN',
  'PERUM KHAYALAN ASRI',
  'LINGK. FIKTIF',
  'JL. ANDAI KATA',
] as const;

export const RELIGIONS = ['ISLAM', 'KRISTEN', 'KATOLIK', 'HINDU', 'BUDDHA', 'KHONGHUCU'] as const;

export const MARITAL_STATUSES = ['BELUM KAWIN', 'KAWIN', 'CERAI HIDUP', 'CERAI MATI'] as const;

/** `null` is printed as a dash, the most common entry on real cards. */
export const BLOOD_TYPES = ['A', 'B', 'AB', 'O', null, null, null] as const;

/** A part of the occupations of form F-1.01, from the shortest to the longest. */
export const OCCUPATIONS = [
  'BELUM/TIDAK BEKERJA',
  'MENGURUS RUMAH TANGGA',
  'PELAJAR/MAHASISWA',
  'PENSIUNAN',
  'PEGAWAI NEGERI SIPIL',
  'PERDAGANGAN',
  'PETANI/PEKEBUN',
  'PETERNAK',
  'NELAYAN/PERIKANAN',
  'TRANSPORTASI',
  'KARYAWAN SWASTA',
  'KARYAWAN BUMN',
  'KARYAWAN HONORER',
  'BURUH HARIAN LEPAS',
  'BURUH TANI/PERKEBUNAN',
  'TUKANG KAYU',
  'TUKANG JAHIT',
  'MEKANIK',
  'SENIMAN',
  'WARTAWAN',
  'JURU MASAK',
  'DOSEN',
  'GURU',
  'ARSITEK',
  'AKUNTAN',
  'BIDAN',
  'PERAWAT',
  'APOTEKER',
  'PELAUT',
  'PENELITI',
  'SOPIR',
  'PEDAGANG',
  'PERANGKAT DESA',
  'WIRASWASTA',
] as const;
