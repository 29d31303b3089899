import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseAnnotationFiles, writeAnnotation } from './annotation-files.js';
import { ImageFileError } from '../input/read-image-file.js';

describe('files of annotated pictures', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kenali-annotate-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('takes the name that was given for one image', async () => {
    const files = await chooseAnnotationFiles('out.PNG', ['card.jpg']);
    expect([...files]).toEqual([['card.jpg', 'out.PNG']]);
  });

  it('names one file an image in a folder', async () => {
    const files = await chooseAnnotationFiles(folder, ['a/one.jpg', 'two.png']);
    expect([...files.values()]).toEqual([
      join(folder, 'one.annotated.png'),
      join(folder, 'two.annotated.png'),
    ]);
  });

  it('counts an image that is given twice once', async () => {
    const files = await chooseAnnotationFiles(folder, ['one.jpg', 'one.jpg']);
    expect(files.size).toBe(1);
  });

  it.each([
    ['several images and no folder', 'out.png', ['a.jpg', 'b.jpg'], /folder that exists when/],
    ['no picture', 'out.jpg', ['a.jpg'], /ends in \.png/],
    ['the image itself', 'a.png', ['./a.png'], /must not overwrite/],
  ])('refuses %s', async (_case, target, images, message) => {
    await expect(chooseAnnotationFiles(target, images)).rejects.toThrow(message);
  });

  it('refuses two images that would share a file', async () => {
    const images = ['a/card.jpg', 'b/card.jpg'];
    await expect(chooseAnnotationFiles(folder, images)).rejects.toThrow(/same name/);
  });

  it('lets nobody else read the file, also one that was there', async () => {
    const file = join(folder, 'out.png');
    await writeFile(file, 'a longer text that was there', { mode: 0o644 });
    await writeAnnotation(file, Buffer.from('new'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toBe('new');
  });

  it('says which file cannot be written', async () => {
    const file = join(folder, 'none', 'out.png');
    const failure = writeAnnotation(file, Buffer.from('new'));
    await expect(failure).rejects.toThrow(ImageFileError);
    await expect(failure).rejects.toThrow(`${file}: it cannot be written (ENOENT)`);
  });
});
