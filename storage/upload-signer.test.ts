import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UPLOAD_PLACE } from '../test/support/upload-place.js';
import { createUploadStore, type UploadStore } from './upload-store.js';

let server: Server;
let answer: { readonly status: number; readonly body: string };
let uploads: UploadStore;

beforeEach(async () => {
  server = createServer((_req, res) => {
    res.writeHead(answer.status, { 'content-type': 'application/xml' }).end(answer.body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const keys = { accessKey: 'access', secretKey: 'the-secret' };
  uploads = createUploadStore({ ...keys, url, publicUrl: url, bucket: 'captures' });
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const ofSts = (code: string) =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type></Type><Code>${code}</Code>` +
  `<Message>for access at 127.0.0.1</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
const ofStore = (code: string) =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>for access</Message></Error>`;

const presign = () => uploads.presign(UPLOAD_PLACE, 60).catch((error: unknown) => error);

describe('an object store that gives no session credentials', () => {
  it.each([
    ['AccessDenied', 403, ofSts('AccessDenied')],
    ['InvalidParameterValue', 400, ofSts('InvalidParameterValue')],
    ['MethodNotAllowed', 405, ofStore('MethodNotAllowed')],
  ])('with %s has refused them', async (code, status, body) => {
    answer = { status, body };
    const failure = await presign();
    expect(failure).toMatchObject({ name: 'StorageError', isUnavailable: false });
    expect(String(failure)).toMatch(new RegExp(`failed in the object store \\(${code}\\)$`));
  });

  it.each([
    ['InternalError', 500, ofSts('InternalError')],
    ['STSNotInitialized', 503, ofSts('STSNotInitialized')],
    ['XMinioServerNotInitialized', 503, ofStore('XMinioServerNotInitialized')],
    ['ANSWER_NOT_UNDERSTOOD', 502, '<html><body><h1>Bad Gateway</h1><br></body></html>'],
    ['ANSWER_NOT_UNDERSTOOD', 503, ''],
    ['ANSWER_NOT_UNDERSTOOD', 200, '<AssumeRoleResponse/>'],
    ['ANSWER_NOT_UNDERSTOOD', 500, '<ErrorResponse><Error><Code></Code></Error></ErrorResponse>'],
  ])('with %s (%i) is away', async (code, status, body) => {
    answer = { status, body };
    const failure = await presign();
    expect(failure).toMatchObject({ name: 'StorageError', isUnavailable: true });
    expect(String(failure)).toMatch(new RegExp(`failed in the object store \\(${code}\\)$`));
  });

  it('quotes neither its words nor its address', async () => {
    answer = { status: 403, body: ofSts('AccessDenied') };
    const failure = await presign();
    expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toMatch(/127\.0\.0\.1|for access/);
    expect((failure as Error).cause).toBeUndefined();
  });
});
