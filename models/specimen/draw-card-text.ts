import type { DrawText, TextLine } from './card-font.js';
import { CARD, COLUMNS, FONT_SIZES, NIK_LINE, PORTRAIT, ROWS } from './card-layout.js';
import type { SpecimenTruth } from './invent-details.js';
import { drawOcrALine, OCR_A } from './ocr-a-glyphs.js';

type Row = keyof typeof ROWS;

/** Header, labels and values as an SVG group. */
export function drawCardText(truth: SpecimenTruth, drawText: DrawText): string {
  const fields = listFields(truth).map(([row, label, value]) =>
    drawField({ row, label, value }, drawText),
  );
  const nik = drawNikLine(truth.nik ?? '');
  return `<g fill="#14171c" color="#14171c">${[
    drawHeader(truth, drawText),
    nik,
    ...fields,
    drawBloodType(truth, drawText),
    drawIssue(truth, drawText),
  ].join('')}</g>`;
}

function listFields(truth: SpecimenTruth): readonly (readonly [Row, string, string])[] {
  const birth = `${truth.placeOfBirth ?? ''}, ${printDate(truth.dateOfBirth)}`;
  return [
    ['name', 'Nama', printValue(truth.name)],
    ['birth', 'Tempat/Tgl Lahir', birth],
    ['gender', 'Jenis Kelamin', truth.gender === 'FEMALE' ? 'PEREMPUAN' : 'LAKI-LAKI'],
    ['address', 'Alamat', printValue(truth.address)],
    ['rtRw', 'RT/RW', `${truth.rt ?? ''}/${truth.rw ?? ''}`],
    ['kelurahan', 'Kel/Desa', printValue(truth.kelurahan)],
    ['kecamatan', 'Kecamatan', printValue(truth.kecamatan)],
    ['religion', 'Agama', printValue(truth.religion)],
    ['maritalStatus', 'Status Perkawinan', printValue(truth.maritalStatus)],
    ['occupation', 'Pekerjaan', printValue(truth.occupation)],
    ['nationality', 'Kewarganegaraan', printValue(truth.nationality)],
    ['validUntil', 'Berlaku Hingga', printDate(truth.validUntil)],
  ];
}

const INDENTED_ROWS: ReadonlySet<Row> = new Set(['rtRw', 'kelurahan', 'kecamatan']);

function drawField(
  field: { readonly row: Row; readonly label: string; readonly value: string },
  drawText: DrawText,
): string {
  const column = INDENTED_ROWS.has(field.row) ? 'indentedLabel' : 'label';
  return [
    drawText(placeText(field.label, column, field.row)),
    drawText(placeText(':', 'colon', field.row)),
    drawText({
      ...placeText(field.value, 'value', field.row),
      size: FONT_SIZES.value,
      weight: 700,
      maxWidth: (COLUMNS.valueEnd - COLUMNS.value) * CARD.width,
    }),
  ].join('');
}

function drawBloodType({ bloodType }: SpecimenTruth, drawText: DrawText): string {
  return [
    drawText(placeText('Gol. Darah', 'bloodLabel', 'gender')),
    drawText(placeText(':', 'bloodColon', 'gender')),
    drawText({ ...placeText(printValue(bloodType), 'bloodValue', 'gender'), weight: 700 }),
  ].join('');
}

function placeText(text: string, column: keyof typeof COLUMNS, row: Row): TextLine {
  return {
    text,
    x: COLUMNS[column] * CARD.width,
    centreY: ROWS[row] * CARD.height,
    size: FONT_SIZES.label,
    weight: 600,
  };
}

/** The header keeps clear of the corners, where the specimen mark stands. */
function drawHeader({ province, city }: SpecimenTruth, drawText: DrawText): string {
  const place = {
    x: CARD.width / 2,
    size: FONT_SIZES.header,
    weight: 700,
    anchor: 'middle',
    maxWidth: CARD.width * 0.66,
  } as const;
  const provinceLine = `PROVINSI ${printValue(province)}`;
  return [
    drawText({ ...place, text: provinceLine, centreY: ROWS.province * CARD.height }),
    drawText({ ...place, text: printValue(city), centreY: ROWS.city * CARD.height }),
  ].join('');
}

function drawNikLine(nik: string): string {
  const { scale } = NIK_LINE;
  const y = ROWS.nik * CARD.height - (OCR_A.strokeCentreHeight * scale) / 2;
  const place = (fraction: number) => ({ x: fraction * CARD.width, y, scale });
  return [
    drawOcrALine('NIK', place(NIK_LINE.labelX)),
    drawOcrALine(':', place(NIK_LINE.colonX)),
    drawOcrALine(nik, place(NIK_LINE.digitsX)),
  ].join('');
}

function drawIssue({ placeOfIssue, dateOfIssue }: SpecimenTruth, drawText: DrawText): string {
  const place = {
    x: PORTRAIT.left + PORTRAIT.width / 2,
    size: FONT_SIZES.issue,
    weight: 400,
    anchor: 'middle',
    maxWidth: PORTRAIT.width * 1.2,
  } as const;
  return [
    drawText({
      ...place,
      text: printValue(placeOfIssue),
      centreY: ROWS.placeOfIssue * CARD.height,
    }),
    drawText({ ...place, text: printDate(dateOfIssue), centreY: ROWS.dateOfIssue * CARD.height }),
  ].join('');
}

function printValue(value: string | null): string {
  return value ?? '-';
}

/** `1990-12-31` is printed `31-12-1990`; words stay as they are. */
function printDate(value: string | null): string {
  return printValue(value).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1');
}
