import type { RasterImage } from '../../image/raster-image.js';
import { drawPicture } from '../scene/sharp-raster.js';
import { drawSampleMark, type DocumentSheet, type DocumentTools } from './document-sheet.js';
import { drawDomicileLetter, drawFamilyCard } from './draw-papers.js';
import {
  drawBankCard,
  drawBlankCard,
  drawChildCard,
  drawDrivingLicence,
  drawHealthCard,
  drawMemberCard,
  drawTaxCard,
} from './draw-plastic-cards.js';
import { drawBusinessCard, drawPassport, drawReceipt } from './draw-small-papers.js';

const DOCUMENTS = {
  'driving-licence': drawDrivingLicence,
  'family-card': drawFamilyCard,
  'tax-card': drawTaxCard,
  'health-card': drawHealthCard,
  'student-card': drawMemberCard,
  'child-card': drawChildCard,
  'bank-card': drawBankCard,
  'blank-card': drawBlankCard,
  'business-card': drawBusinessCard,
  'domicile-letter': drawDomicileLetter,
  passport: drawPassport,
  receipt: drawReceipt,
} as const satisfies Readonly<Record<string, (tools: DocumentTools) => DocumentSheet>>;

export type DocumentKind = keyof typeof DOCUMENTS;

export const DOCUMENT_KINDS = Object.keys(DOCUMENTS) as readonly DocumentKind[];

/** Draws a paper that is no KTP, with invented data and a mark that says so. */
export async function drawDocument(kind: DocumentKind, tools: DocumentTools): Promise<RasterImage> {
  const { width, height, drawing } = DOCUMENTS[kind](tools);
  const mark = drawSampleMark({ width, height }, tools);
  return await drawPicture({ width, height }, `${drawing}${mark}`);
}
