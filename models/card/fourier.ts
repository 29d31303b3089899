/** Twiddles and bit reversal of one length, computed once. */
export interface FourierPlan {
  readonly length: number;
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
  readonly order: Uint16Array;
}

/** @param length a power of two */
export function planFourier(length: number): FourierPlan {
  const bits = Math.log2(length);
  return {
    length,
    cosines: Float64Array.from({ length: length / 2 }, (_, k) =>
      Math.cos((2 * Math.PI * k) / length),
    ),
    sines: Float64Array.from({ length: length / 2 }, (_, k) =>
      Math.sin((-2 * Math.PI * k) / length),
    ),
    order: Uint16Array.from({ length }, (_, index) => reverseBits(index, bits)),
  };
}

function reverseBits(index: number, bits: number): number {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit += 1) reversed |= ((index >> bit) & 1) << (bits - 1 - bit);
  return reversed;
}

/** Complex numbers, of which every `stride`th from `offset` belongs to the signal. */
export interface Signal {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  readonly offset: number;
  readonly stride: number;
}

/** Discrete Fourier transform in place (J. Cooley and J. Tukey, 1965). */
export function transform(plan: FourierPlan, signal: Signal): void {
  const { length, cosines, sines } = plan;
  const { real, imaginary, offset, stride } = signal;
  sortBits(plan, signal);
  for (let half = 1; half < length; half *= 2) {
    const turn = length / (2 * half);
    const reach = half * stride;
    for (let k = 0; k < half; k += 1) {
      const cosine = cosines[k * turn] ?? 0;
      const sine = sines[k * turn] ?? 0;
      for (let start = k; start < length; start += 2 * half) {
        const a = offset + start * stride;
        const b = a + reach;
        const ar = real[a] ?? 0;
        const ai = imaginary[a] ?? 0;
        const br = real[b] ?? 0;
        const bi = imaginary[b] ?? 0;
        const re = br * cosine - bi * sine;
        const im = br * sine + bi * cosine;
        real[b] = ar - re;
        imaginary[b] = ai - im;
        real[a] = ar + re;
        imaginary[a] = ai + im;
      }
    }
  }
}

/** Brings the entries into the order in which neighbours are combined first. */
function sortBits({ length, order }: FourierPlan, { real, imaginary, offset, stride }: Signal) {
  for (let index = 0; index < length; index += 1) {
    const other = order[index] ?? 0;
    if (other <= index) continue;
    const [a, b] = [offset + index * stride, offset + other * stride];
    const re = real[a] ?? 0;
    const im = imaginary[a] ?? 0;
    real[a] = real[b] ?? 0;
    imaginary[a] = imaginary[b] ?? 0;
    real[b] = re;
    imaginary[b] = im;
  }
}
