import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.bin': 'application/octet-stream',
  '.svg': 'image/svg+xml',
};

/** In the order they are preferred. */
const ENCODINGS = ['br', 'gzip'] as const;
type Encoding = (typeof ENCODINGS)[number];

const COMPRESS = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const;

/** No separators: nothing but a file of the folder itself. */
const FILE_NAME = /^\/[\w.-]+$/;

/**
 * Answers text and weights of the folder compressed, each file once and then from memory: it is a third of the
 * bytes, and on a slow connection the first load is little else. Everything else goes on to the next
 * handler. The files are public, so that compressing them tells nobody anything (BREACH).
 *
 * @param folder files whose names change with their content
 */
export function createCompressedAssets(folder: string, cacheControl: string): RequestHandler {
  const compressed = new Map<string, Promise<Buffer>>();

  function compress(name: string, encoding: Encoding): Promise<Buffer> {
    const key = `${encoding}${name}`;
    const known = compressed.get(key);
    if (known !== undefined) return known;
    const fresh = readFile(join(folder, name)).then(COMPRESS[encoding]);
    compressed.set(key, fresh);
    // A name that there is no file of must not stay in memory.
    fresh.catch(() => compressed.delete(key));
    return fresh;
  }

  return async (req, res, next) => {
    const type = CONTENT_TYPES[extname(req.path)];
    // Asked one by one: of several that are equally welcome Express takes the browser's first.
    const encoding = ENCODINGS.find((each) => req.acceptsEncodings(each) !== false);
    if (req.method !== 'GET' || type === undefined || !FILE_NAME.test(req.path)) {
      next();
      return;
    }
    res.vary('Accept-Encoding');
    const body = encoding && (await compress(req.path, encoding).catch(() => undefined));
    if (encoding === undefined || body === undefined) {
      next();
      return;
    }
    res.set({ 'Content-Type': type, 'Content-Encoding': encoding, 'Cache-Control': cacheControl });
    res.end(body);
  };
}
