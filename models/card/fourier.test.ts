import { expect, it } from 'vitest';
import { planFourier, transform } from './fourier.js';

it('finds the one wave of a signal, also where its entries lie apart', () => {
  const [length, wave, stride] = [32, 5, 3];
  const real = Float64Array.from({ length: length * stride }, (_, at) =>
    at % stride === 1 ? Math.cos((2 * Math.PI * wave * Math.floor(at / stride)) / length) : 7,
  );
  const imaginary = new Float64Array(real.length);
  transform(planFourier(length), { real, imaginary, offset: 1, stride });
  const power = Array.from({ length }, (_, k) =>
    Math.hypot(real[1 + k * stride]!, imaginary[1 + k * stride]!),
  );
  expect(power[wave]).toBeCloseTo(length / 2, 9);
  expect(power[length - wave]).toBeCloseTo(length / 2, 9);
  expect(power.filter((level) => level > 1e-9)).toHaveLength(2);
  expect(real[0]).toBe(7);
});
