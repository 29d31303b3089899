/** The oval of `CaptureOutline.svelte`, in shares of the view. */
export const FACE_OVAL = {
  centreX: 0.5,
  centreY: 0.48,
  radiusX: 76 / 300,
  radiusY: 100 / 400,
} as const;
