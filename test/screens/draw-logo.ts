import sharp from 'sharp';

/** The logo of an invented partner, as settings and launches give one. */
export async function drawLogo(): Promise<string> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="72"><circle cx="36" cy="36" r="30" fill="#7a1f5c"/><path d="M22 38l10 10 20-24" fill="none" stroke="#fff" stroke-width="8"/><text x="80" y="48" font-family="serif" font-size="34" font-weight="bold" fill="#2a1424">Koperasi</text></svg>`;
  const png = await sharp(Buffer.from(drawing)).png({ palette: true }).toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}
