/** Colours of the drawing; those of values say how sure the reader is. */
export const PALETTE = {
  sure: '#2fbf62',
  unsure: '#f5a623',
  poor: '#f0483e',
  /** No value: the card has a dash, or nothing was seen. */
  blank: '#a9b4c0',
  /** Print that is no value. */
  label: '#8fd3ff',
  outline: '#25c4ff',
  quality: '#ff5ad1',
  authenticity: '#a98bff',
  paper: '#11161c',
  rule: '#303a45',
  text: '#f4f7fa',
  quiet: '#9fb0c0',
} as const;
