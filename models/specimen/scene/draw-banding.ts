/** The passes of a printer's head. */
export interface Banding {
  readonly pitchPx: number;
  /** Of the light lines between the passes, up to 1 where no ink is left. */
  readonly opacity: number;
}

/** Thin light lines across the print, as of a head that needs cleaning. */
export function drawBanding({ pitchPx, opacity }: Banding): string {
  const pitch = pitchPx.toFixed(1);
  return [
    `<defs><pattern id="pass" width="40" height="${pitch}" patternUnits="userSpaceOnUse">`,
    `<rect width="40" height="${(pitchPx * 0.22).toFixed(1)}" fill="#fff" fill-opacity="${opacity.toFixed(3)}"/></pattern></defs>`,
    '<rect width="100%" height="100%" fill="url(#pass)"/>',
  ].join('');
}
