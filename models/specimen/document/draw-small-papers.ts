import {
  drawPaper,
  drawRows,
  drawTitle,
  type DocumentSheet,
  type DocumentTools,
} from './document-sheet.js';

/** A shop's receipt. */
export function drawReceipt(tools: DocumentTools): DocumentSheet {
  const { random } = tools;
  const size = { width: 800, height: 1300 };
  const goods = [
    'BERAS 5KG',
    'MINYAK GORENG',
    'GULA PASIR',
    'KOPI BUBUK',
    'TELUR 1KG',
    'SABUN MANDI',
    'TEH CELUP',
  ];
  const rows = Array.from(
    { length: random.integer(5, 11) },
    () =>
      [
        random.pick(goods),
        `${String(random.integer(3, 98))}.${String(random.integer(1, 9))}00`,
      ] as const,
  );
  return {
    ...size,
    drawing: [
      drawPaper('#f7f5ef'),
      drawTitle(
        `TOKO ${random.pick(['MAJU JAYA', 'SUMBER REJEKI', 'BERKAH'])}`,
        { width: 800, y: 90, size: 54 },
        tools,
      ),
      drawTitle('JL. CONTOH NO. 12', { width: 800, y: 150, size: 34 }, tools),
      drawRows(
        [['TANGGAL', tools.fields.issuedOn], ...rows, ['TOTAL', '275.500'], ['TUNAI', '300.000']],
        { x: 60, valueX: 560, right: 760, y: 250, pitch: 62, size: 34 },
        tools,
      ),
    ].join(''),
  };
}

/** A business card. */
export function drawBusinessCard(tools: DocumentTools): DocumentSheet {
  const { fields, random, font } = tools;
  const line = (text: string, y: number, size: number, weight: 400 | 700) =>
    font.drawText({ text, x: 90, centreY: y, size, weight, maxWidth: 1200 });
  return {
    width: 1428,
    height: 860,
    drawing: [
      drawPaper(random.pick(['#ffffff', '#f3efe6', '#e7f0f5'])),
      '<rect width="1428" height="26" fill="#2d4a6b"/><g fill="#1d2430">',
      line(fields.name, 260, 80, 700),
      line(random.pick(['Manajer Pemasaran', 'Direktur', 'Konsultan']), 350, 46, 400),
      line(`PT ${random.pick(['CONTOH ABADI', 'MISAL SEJAHTERA'])}`, 500, 54, 700),
      line(fields.address, 590, 40, 400),
      line(`Telp. 021-555${String(random.integer(1000, 9999))}`, 660, 40, 400),
      '</g>',
    ].join(''),
  };
}

/** The data page of a passport. */
export function drawPassport(tools: DocumentTools): DocumentSheet {
  const { fields } = tools;
  const surname = fields.name.replaceAll(/[^A-Z]/g, '<');
  const rows = [
    ['Nama Lengkap / Full Name', fields.name],
    ['Kewarganegaraan / Nationality', 'INDONESIA'],
    ['Tgl Lahir / Date of birth', fields.birthDate.replaceAll('-', ' ')],
    ['Jenis Kelamin / Sex', fields.gender === 'PEREMPUAN' ? 'P/F' : 'L/M'],
    ['Tempat Lahir / Place of birth', fields.birthPlace],
    ['Tgl Pengeluaran / Date of issue', fields.issuedOn.replaceAll('-', ' ')],
  ] as const;
  const zone = `P<IDN${surname}`.padEnd(44, '<').slice(0, 44);
  return {
    width: 1480,
    height: 1040,
    drawing: [
      drawPaper('#dbe7e4'),
      drawTitle('REPUBLIK INDONESIA  PASPOR / PASSPORT', { width: 1480, y: 80, size: 50 }, tools),
      drawRows(rows, { x: 480, valueX: 950, right: 1440, y: 220, pitch: 90, size: 32 }, tools),
      '<rect x="70" y="190" width="340" height="450" fill="#8f959b"/>',
      drawTitle(zone, { width: 1480, y: 880, size: 46 }, tools),
      drawTitle(
        `C${fields.nik.slice(9)}<4IDN${fields.nik.slice(6, 12)}`.padEnd(44, '<'),
        { width: 1480, y: 950, size: 46 },
        tools,
      ),
    ].join(''),
  };
}
