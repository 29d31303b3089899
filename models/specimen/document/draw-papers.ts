import {
  drawPaper,
  drawRows,
  drawTitle,
  type DocumentSheet,
  type DocumentTools,
} from './document-sheet.js';

const A4 = { width: 1240, height: 1754 } as const;

/** A family card: a table of people with NIKs under the province and the regency. */
export function drawFamilyCard(tools: DocumentTools): DocumentSheet {
  const { fields, random, font } = tools;
  const size = { width: 1754, height: 1100 };
  const head = [
    ['Nama Kepala Keluarga', fields.name],
    ['Alamat', fields.address],
    ['RT/RW', fields.rtRw],
    ['Desa/Kelurahan', fields.kelurahan],
    ['Kecamatan', fields.kecamatan],
    ['Kabupaten/Kota', fields.city],
    ['Provinsi', fields.province],
  ] as const;
  const columns = [
    'No',
    'Nama Lengkap',
    'NIK',
    'Jenis Kelamin',
    'Tempat Lahir',
    'Tanggal Lahir',
    'Agama',
    'Pendidikan',
    'Jenis Pekerjaan',
  ];
  const people = Array.from({ length: random.integer(2, 5) }, (_, index) => [
    String(index + 1),
    index === 0
      ? fields.name
      : random.pick(['SITI CONTOH', 'BUDI MISAL', 'ANI REKAAN', 'DODI UMPAMA']),
    `${fields.nik.slice(0, 12)}${String(9100 + index)}`,
    fields.gender,
    fields.birthPlace,
    fields.birthDate,
    fields.religion,
    'SLTA/SEDERAJAT',
    fields.occupation,
  ]);
  const widths = [50, 300, 230, 170, 190, 150, 130, 200, 260];
  const cells = [columns, ...people].flatMap((row, line) => {
    let x = 40;
    return row.map((text, column) => {
      const width = widths[column] ?? 100;
      const at = x;
      x += width;
      const centreY = 590 + line * 54;
      return `<rect x="${String(at)}" y="${String(centreY - 27)}" width="${String(width)}" height="54" fill="none" stroke="#444"/>${font.drawText({ text, x: at + 6, centreY, size: 22, weight: line === 0 ? 700 : 400, maxWidth: width - 12 })}`;
    });
  });
  return {
    ...size,
    drawing: [
      drawPaper(random.pick(['#eef6ee', '#fdfdfb', '#e7eef7'])),
      drawTitle('KARTU KELUARGA', { width: size.width, y: 90, size: 80 }, tools),
      drawTitle(
        `No. ${fields.nik.slice(0, 12)}9007`,
        { width: size.width, y: 165, size: 40 },
        tools,
      ),
      drawRows(head, { x: 40, valueX: 380, right: 1200, y: 230, pitch: 44, size: 28 }, tools),
      cells.join(''),
    ].join(''),
  };
}

/** A letter of domicile lists what a KTP lists, in its order and with its labels. */
export function drawDomicileLetter(tools: DocumentTools): DocumentSheet {
  const { fields } = tools;
  const rows = [
    ['Nama', fields.name],
    ['NIK', fields.nik],
    ['Tempat/Tgl Lahir', `${fields.birthPlace}, ${fields.birthDate}`],
    ['Jenis Kelamin', fields.gender],
    ['Agama', fields.religion],
    ['Status Perkawinan', fields.maritalStatus],
    ['Pekerjaan', fields.occupation],
    ['Kewarganegaraan', fields.citizenship],
    ['Alamat', fields.address],
  ] as const;
  const sentences = [
    'Yang bertanda tangan di bawah ini menerangkan bahwa:',
    'adalah benar warga kami dan berdomisili pada alamat tersebut.',
    'Demikian surat keterangan ini dibuat untuk dipergunakan seperlunya.',
  ];
  const sentence = (index: number, y: number) =>
    tools.font.drawText({
      text: sentences[index] ?? '',
      x: 120,
      centreY: y,
      size: 30,
      weight: 400,
    });
  return {
    ...A4,
    drawing: [
      drawPaper('#fbfbf9'),
      drawTitle(`PEMERINTAH ${fields.city}`, { width: A4.width, y: 120, size: 42 }, tools),
      drawTitle(`KECAMATAN ${fields.kecamatan}`, { width: A4.width, y: 176, size: 38 }, tools),
      '<rect x="90" y="220" width="1060" height="5" fill="#222"/>',
      drawTitle('SURAT KETERANGAN DOMISILI', { width: A4.width, y: 300, size: 46 }, tools),
      sentence(0, 400),
      drawRows(rows, { x: 160, valueX: 520, right: 1150, y: 480, pitch: 62, size: 32 }, tools),
      sentence(1, 1080),
      sentence(2, 1140),
    ].join(''),
  };
}
