import { describe, expect, it } from 'vitest';
import { readPythonBytes } from './read-python-bytes.js';

const module = (source: string) => Buffer.from(source, 'latin1');

describe('readPythonBytes', () => {
  it('reads letters and every kind of escape that repr writes', () => {
    const bytes = readPythonBytes(
      module(String.raw`NET = b'aB\x00\xff\n\r\t\\\'"z'` + '\n'),
      'NET',
    );
    expect([...bytes]).toEqual([97, 66, 0, 255, 10, 13, 9, 92, 39, 34, 122]);
  });

  it('ends at the quote it began with', () => {
    expect([...readPythonBytes(module(`NET = b"a'b"; X = b'c'`), 'NET')]).toEqual([97, 39, 98]);
  });

  it.each([
    ['no such name', `OTHER = b'a'`],
    ['no end', `NET = b'a`],
    ['an escape that bytes do not have', String.raw`NET = b'\q'`],
    ['half a number', String.raw`NET = b'\x0'`],
    ['nothing behind the name', 'NET = b'],
  ])('refuses a module with %s', (_, source) => {
    expect(() => readPythonBytes(module(source), 'NET')).toThrow(TypeError);
  });
});
