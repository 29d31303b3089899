import {
  drawHead,
  drawPaper,
  drawRows,
  drawTitle,
  PLASTIC,
  type DocumentSheet,
  type DocumentTools,
} from './document-sheet.js';

const ROWS = { x: 60, valueX: 420, right: 1010, y: 300, pitch: 62, size: 38 } as const;

/** A driving licence: numbered rows, no NIK. */
export function drawDrivingLicence(tools: DocumentTools): DocumentSheet {
  const { fields, random } = tools;
  const kind = random.pick(['A', 'B I', 'C']);
  const rows = [
    ['1. Nama', fields.name],
    ['2. Tempat/Tgl Lahir', `${fields.birthPlace}, ${fields.birthDate}`],
    [
      '3. Gol. Darah - Jenis Kelamin',
      `${fields.bloodType} - ${fields.gender === 'PEREMPUAN' ? 'WANITA' : 'PRIA'}`,
    ],
    ['4. Alamat', fields.address],
    ['', `${fields.kelurahan}, ${fields.kecamatan}`],
    ['5. Pekerjaan', fields.occupation],
    ['6. Provinsi', fields.province],
    ['Berlaku Hingga', fields.validUntil.replace('SEUMUR HIDUP', '04-09-2028')],
  ] as const;
  return plastic([
    drawPaper(random.pick(['#e9edf0', '#f2e2d0', '#dfe9df'])),
    drawTitle('INDONESIA', { width: PLASTIC.width, y: 80, size: 46 }, tools),
    drawTitle(
      `SURAT IZIN MENGEMUDI - DRIVING LICENSE ${kind}`,
      { width: PLASTIC.width, y: 150, size: 48 },
      tools,
    ),
    drawRows(rows, ROWS, tools),
    drawHead({ x: 1080, y: 270, width: 280 }, '#1f56b3'),
  ]);
}

/** A taxpayer's card: its number, the NIK and the address. */
export function drawTaxCard(tools: DocumentTools): DocumentSheet {
  const { fields, random } = tools;
  const rows = [
    ['NPWP', formatTaxNumber(fields.nik)],
    ['Nama', fields.name],
    ['NIK', fields.nik],
    ['Alamat', fields.address],
    ['Kelurahan', fields.kelurahan],
    ['Kecamatan', fields.kecamatan],
    ['Tanggal Terdaftar', fields.issuedOn],
  ] as const;
  return plastic([
    drawPaper(random.pick(['#f4e7a1', '#f0d77a', '#fbfbf6'])),
    drawTitle(
      'KEMENTERIAN KEUANGAN REPUBLIK INDONESIA',
      { width: PLASTIC.width, y: 80, size: 44 },
      tools,
    ),
    drawTitle('DIREKTORAT JENDERAL PAJAK', { width: PLASTIC.width, y: 140, size: 44 }, tools),
    drawRows(rows, { ...ROWS, right: 1360 }, tools),
  ]);
}

function formatTaxNumber(digits: string): string {
  return digits.replace(/^(..)(...)(...)(.)(...)(...)./, '$1.$2.$3.$4-$5.$6');
}

/** A health insurance card with the NIK and the birth date. */
export function drawHealthCard(tools: DocumentTools): DocumentSheet {
  const { fields, random } = tools;
  const rows = [
    ['Nomor Kartu', `000${fields.nik.slice(3, 13)}`],
    ['Nama', fields.name],
    ['Alamat', fields.address],
    ['Tanggal Lahir', fields.birthDate],
    ['NIK', fields.nik],
    ['Faskes Tingkat I', `PUSKESMAS ${fields.kecamatan}`],
  ] as const;
  return plastic([
    drawPaper('#f7fbf8'),
    `<rect width="1428" height="190" fill="${random.pick(['#0f8a4b', '#1464a5'])}"/>`,
    `<g fill="#fff">${drawTitle('KARTU INDONESIA SEHAT', { width: PLASTIC.width, y: 100, size: 66 }, tools)}</g>`,
    drawRows(rows, { ...ROWS, right: 1360 }, tools),
  ]);
}

/** A school's or a company's card: a person's data in the order of a KTP, without a NIK. */
export function drawMemberCard(tools: DocumentTools): DocumentSheet {
  const { fields, random } = tools;
  const rows = [
    ['Nama', fields.name],
    ['NIS', fields.nik.slice(6)],
    ['Tempat/Tgl Lahir', `${fields.birthPlace}, ${fields.birthDate}`],
    ['Jenis Kelamin', fields.gender],
    ['Agama', fields.religion],
    ['Alamat', fields.address],
    ['Berlaku Hingga', `30-06-${String(random.integer(2024, 2028))}`],
  ] as const;
  return plastic([
    drawPaper(random.pick(['#cfe4f5', '#e6f2d9', '#f5e0e0', '#ffffff'])),
    drawTitle('KARTU TANDA PELAJAR', { width: PLASTIC.width, y: 90, size: 60 }, tools),
    drawTitle(
      `SMA NEGERI ${String(random.integer(1, 30))} ${fields.issuedAt}`,
      { width: PLASTIC.width, y: 165, size: 46 },
      tools,
    ),
    drawRows(rows, ROWS, tools),
    drawHead({ x: 1080, y: 270, width: 260 }, '#b3231f'),
  ]);
}

/** The pink card of a child, with a NIK and much of a KTP's layout. */
export function drawChildCard(tools: DocumentTools): DocumentSheet {
  const { fields } = tools;
  const rows = [
    ['NIK', fields.nik],
    ['Nama', fields.name],
    ['Tempat/Tgl Lahir', `${fields.birthPlace}, ${fields.birthDate}`],
    ['Jenis Kelamin', fields.gender],
    ['Nomor KK', `${fields.nik.slice(0, 6)}${fields.issuedOn.replaceAll('-', '').slice(0, 6)}9001`],
    ['Nama Kepala Keluarga', 'BAPAK CONTOH'],
    ['Alamat', fields.address],
    ['RT/RW', fields.rtRw],
    ['Kel/Desa', fields.kelurahan],
    ['Kecamatan', fields.kecamatan],
    ['Agama', fields.religion],
  ] as const;
  return plastic([
    drawPaper('#f6d3dd'),
    drawTitle('KARTU IDENTITAS ANAK', { width: PLASTIC.width, y: 66, size: 54 }, tools),
    drawTitle(`PROVINSI ${fields.province}`, { width: PLASTIC.width, y: 124, size: 40 }, tools),
    drawTitle(fields.city, { width: PLASTIC.width, y: 172, size: 40 }, tools),
    drawRows(rows, { ...ROWS, y: 240, pitch: 54, size: 34 }, tools),
    drawHead({ x: 1080, y: 270, width: 260 }, '#b3231f'),
  ]);
}

/** A bank's card. */
export function drawBankCard(tools: DocumentTools): DocumentSheet {
  const { fields, random, font } = tools;
  const number = fields.nik.replace(/(....)(....)(....)(....)/, '$1 $2 $3 $4');
  const line = (text: string, y: number, size: number) =>
    font.drawText({ text, x: 90, centreY: y, size, weight: 600, maxWidth: 1200 });
  return plastic([
    drawPaper(random.pick(['#16325c', '#7a1022', '#22262b', '#0d6b58'])),
    '<rect x="90" y="300" width="180" height="130" rx="18" fill="#d8b65a"/>',
    `<g fill="#f2f2f2">${line('BANK CONTOH NUSANTARA', 120, 64)}${line(number, 530, 90)}${line('VALID THRU 09/29', 640, 40)}${line(fields.name, 760, 54)}</g>`,
  ]);
}

/** Plastic without any print but a pattern. */
export function drawBlankCard({ random }: DocumentTools): DocumentSheet {
  const fill = random.pick(['#cfe7f6', '#ffffff', '#d9eefa', '#e8e2d6']);
  return plastic([
    drawPaper(fill),
    '<path d="M0 600q360-160 714 0t714 0" fill="none" stroke="#7fb2cf" stroke-width="6" stroke-opacity="0.5"/>',
  ]);
}

function plastic(parts: readonly string[]): DocumentSheet {
  return { ...PLASTIC, drawing: parts.join('') };
}
