import fc from 'fast-check';
import { PERSONAL } from './properties.js';

/** What has broken parsers before, or means something to one of them. */
const NASTY = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\r\nset-cookie: x=1',
  '\ud800',
  '\udc00x',
  '\u202eexe.gpj',
  '\ufeff{}',
  '\u00a0',
  '１２３４',
  '٣١٧١',
  '👩‍👩‍👧‍👦',
  'z̷̢̛'.repeat(40),
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'true',
  'NaN',
  '-0',
  '1e999',
  '9007199254740993',
  '0x10',
  '-1',
  "' OR 1=1--",
  '../../etc/passwd',
  '%2e%2e%2f',
  '%',
  '%00',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'http://169.254.169.254/',
  'https://a@b@c/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'http://0x7f.1/',
  '=cmd()',
  'x'.repeat(5_000),
  '9'.repeat(400),
  'a,'.repeat(2_000),
  '('.repeat(2_000),
  PERSONAL,
];

/** Any sequence of UTF-16 units, lone surrogates with them. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

/** Whole ones: fast-check's own units of all of Unicode take seconds to be made. */
const codePoint = fc
  .oneof(fc.integer({ min: 0x20, max: 0x2fff }), fc.integer({ min: 0xe000, max: 0x10_ffff }))
  .map((point) => String.fromCodePoint(point));

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ maxLength: 60 }),
  fc.array(codePoint, { maxLength: 40 }).map((letters) => letters.join('')),
  anyUnits,
  fc.tuple(fc.constantFrom(...NASTY), anyUnits).map(([nasty, units]) => nasty + units),
);

/** Part of a text left out, doubled or replaced. */
export function changedText(sound: string): fc.Arbitrary<string> {
  const cut = fc.nat({ max: sound.length });
  return fc.oneof(
    fc.tuple(cut, cut, hostileText).map(([from, to, put]) => {
      const [start, end] = [Math.min(from, to), Math.max(from, to)];
      return sound.slice(0, start) + put + sound.slice(end);
    }),
    fc.tuple(cut, hostileText).map(([at, put]) => sound.slice(0, at) + put + sound.slice(at)),
    cut.map((at) => sound.slice(0, at)),
    fc.tuple(cut, cut).map(([from, to]) => sound.slice(from) + sound.slice(0, to)),
  );
}

/** What `JSON.parse` can give, with names of prototype members among the keys. */
export const hostileJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    hostileText,
    fc.constantFrom(null, true, false, 0, -0, -1, 0.1, 1e308, 2 ** 53, -(2 ** 31)),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(hostileText, tie('value')), { maxLength: 5 }).map(toObject),
  ),
})).value;

/** As `JSON.parse` makes it: `__proto__` is a member like any other. */
function toObject(entries: readonly (readonly [string, unknown])[]): object {
  return entries.reduce<object>(
    (made, [name, value]) =>
      Object.defineProperty(made, name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      }),
    {},
  );
}

/** A sound value of which one part, at whatever depth, has become something else. */
export function changedJson(sound: unknown): fc.Arbitrary<unknown> {
  const paths = listPaths(sound);
  const change = fc.oneof(
    { weight: 4, arbitrary: hostileJson },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
  return fc
    .tuple(fc.constantFrom(...paths), change, fc.option(hostileText))
    .map(([path, value, extra]) => {
      const changed = replaceAt(sound, path, value);
      const isObject = typeof changed === 'object' && changed !== null && !Array.isArray(changed);
      return isObject && extra !== null
        ? toObject([...Object.entries(changed), [extra, value]])
        : changed;
    });
}

type Path = readonly string[];

function listPaths(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const within = Object.entries(value).flatMap(([name, member]) =>
    listPaths(member).map((path) => [name, ...path]),
  );
  return [[], ...within];
}

/** `undefined` takes the part out. */
function replaceAt(value: unknown, [name, ...rest]: Path, put: unknown): unknown {
  if (name === undefined) return put;
  if (Array.isArray(value)) {
    return value.map((entry: unknown, index) =>
      String(index) === name ? replaceAt(entry, rest, put) : entry,
    );
  }
  return Object.fromEntries(
    Object.entries<unknown>({ ...(value as object) }).flatMap(
      ([key, member]): [string, unknown][] => {
        if (key !== name) return [[key, member]];
        const next = replaceAt(member, rest, put);
        return next === undefined ? [] : [[key, next]];
      },
    ),
  );
}

/** Nothing at all where the whole value was left out. */
export function writeJson(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

/** Sound bytes with flipped bits, cut off, with parts put in, taken out or doubled. */
export function changedBytes(sound: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: Math.max(0, sound.length - 1) });
  const flips = fc
    .array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 8 })
    .map((changes) => {
      const changed = Uint8Array.from(sound);
      for (const [at, bits] of changes) changed[at] = (changed[at] ?? 0) ^ bits;
      return changed;
    });
  const markers = fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(([at, marker]) => {
    const changed = Uint8Array.from(sound);
    changed.set([0xff, marker].slice(0, sound.length - at), at);
    return changed;
  });
  const put = fc
    .tuple(place, place, fc.uint8Array({ maxLength: 64 }))
    .map(([from, to, between]) =>
      Buffer.concat([sound.subarray(0, from), between, sound.subarray(to)]),
    );
  return fc.oneof(
    flips,
    markers,
    put,
    place.map((at) => sound.subarray(0, at)),
    fc.tuple(place, fc.uint8Array({ maxLength: 64 })).map(([at, tail]) => {
      return Buffer.concat([sound, sound.subarray(at), tail]);
    }),
    fc.uint8Array({ maxLength: 200 }),
  );
}
