import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Completion } from './completion.js';
import type { LaunchOptions } from './launch-options.js';
import { launch } from './launch.js';
import {
  BASE_URL,
  createFakePage,
  EMBEDDED_URL,
  LAUNCHED,
  refused,
  SUBMISSION_ID,
  type Answer,
} from './testing/fake-page.js';

const OPTIONS: LaunchOptions = {
  baseURL: BASE_URL,
  correlationId: 'session-1',
  token: 'user-token',
  mode: 'popup',
};
const TOLD = { source: 'onekyc', partner_session_id: 'session-1', error_code: null };
const STEP = { ...TOLD, type: 'onekyc.step', status: 'IN_PROGRESS', step: 'GUIDE' };
const COMPLETED = { ...TOLD, type: 'onekyc.completed', status: 'COMPLETED' };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

async function start(options: Partial<LaunchOptions> = {}, answer: Answer | null = LAUNCHED) {
  const fake = createFakePage(answer);
  const onCompletion = vi.fn<(completion: Completion) => void>();
  const handle = launch(fake.page, 'KTP_SCAN', { ...OPTIONS, ...options }, onCompletion);
  await vi.advanceTimersByTimeAsync(0);
  return { ...fake, handle, onCompletion };
}

describe('a launch', () => {
  it('asks with the token in a header and shows what the answer names', async () => {
    const { fetch, open, popup } = await start();
    expect(open).toHaveBeenCalledOnce();
    const [url, init] = fetch.mock.calls[0]!;
    expect(url).toBe(`${BASE_URL}/web/v1/sdk/launch`);
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit' });
    expect(init.headers).toMatchObject({ 'x-onekyc-token': 'user-token' });
    expect(init.body).toBe('{"flow":"KTP_SCAN","mode":"POPUP"}');
    expect(popup.location.replace).toHaveBeenCalledExactlyOnceWith(EMBEDDED_URL);
  });

  it('hands the token over when the capture app asks, and again after its reload', async () => {
    const { popup, receive } = await start({ language: 'en', theme: { radius: 4 } });
    expect(popup.postMessage).not.toHaveBeenCalled();
    receive({ source: 'onekyc', type: 'onekyc.ready' });
    receive({ source: 'onekyc', type: 'onekyc.ready' });
    expect(popup.postMessage).toHaveBeenCalledTimes(2);
    expect(popup.postMessage).toHaveBeenLastCalledWith(
      {
        source: 'onekyc-sdk',
        type: 'onekyc.begin',
        correlationId: 'session-1',
        token: 'user-token',
        theme: { radius: 4 },
        language: 'en',
      },
      BASE_URL,
    );
  });

  it.each([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of another window', { source: {} }],
  ])('hears nobody %s', async (_, from) => {
    const { popup, receive, onCompletion } = await start();
    receive({ source: 'onekyc', type: 'onekyc.ready' }, from);
    receive(COMPLETED, from);
    expect(popup.postMessage).not.toHaveBeenCalled();
    expect(onCompletion).not.toHaveBeenCalled();
  });

  it.each([
    null,
    'onekyc.completed',
    [],
    { ...COMPLETED, source: 'other' },
    { ...COMPLETED, partner_session_id: 'session-2' },
    { ...COMPLETED, type: 'onekyc.other' },
  ])('does nothing about %j', async (data) => {
    const { receive, onCompletion } = await start();
    receive(data);
    expect(onCompletion).not.toHaveBeenCalled();
  });

  it('completes with the submission, once, and cleans up', async () => {
    const { receive, onCompletion, popup, listeners } = await start();
    receive(COMPLETED);
    receive(COMPLETED);
    popup.closed = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onCompletion).toHaveBeenCalledExactlyOnceWith({
      correlationId: 'session-1',
      status: 'COMPLETED',
      submissionId: SUBMISSION_ID,
    });
    expect(popup.close).toHaveBeenCalled();
    expect(listeners.size).toBe(0);
  });

  it.each([
    ['PENDING', 'NOT_COMPLETED', 'GPE-2207'],
    ['SESSION_TIMEOUT', 'ERROR', 'GPE-2202'],
    ['UPLOAD_FAILED', 'ERROR', 'GPE-2203'],
    ['CAMERA_NOT_FOUND', 'ERROR', 'GPE-2205'],
    ['constructor', 'ERROR', 'GPE-2205'],
  ])('that ends with %s is %s, %s', async (errorCode, status, code) => {
    const { receive, onCompletion } = await start();
    receive({ ...TOLD, type: 'onekyc.error', status: 'ERROR', error_code: errorCode });
    expect(onCompletion).toHaveBeenCalledOnce();
    const { error, ...completion } = onCompletion.mock.calls[0]![0];
    expect(completion).toEqual({ correlationId: 'session-1', status });
    expect(error).toMatchObject({ code, reason: errorCode });
    expect(error!.title).not.toBe('');
  });
});

describe('leaving', () => {
  it('by closing the popup is not completing', async () => {
    const { receive, onCompletion, popup } = await start();
    receive(STEP);
    popup.closed = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onCompletion.mock.calls[0]![0]).toMatchObject({
      status: 'NOT_COMPLETED',
      error: { code: 'GPE-2207' },
    });
  });

  it('the page of a result has completed', async () => {
    const { receive, onCompletion, handle } = await start();
    receive({ ...STEP, step: 'RESULT', status: 'COMPLETED' });
    expect(onCompletion).not.toHaveBeenCalled();
    handle.close();
    expect(onCompletion.mock.calls[0]![0]).toMatchObject({
      status: 'COMPLETED',
      submissionId: SUBMISSION_ID,
    });
  });

  it('before the answer leaves nothing behind', async () => {
    const fake = createFakePage();
    const onCompletion = vi.fn();
    launch(fake.page, 'KTP_SCAN', OPTIONS, onCompletion).close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onCompletion).toHaveBeenCalledOnce();
    expect(fake.popup.location.replace).not.toHaveBeenCalled();
  });
});

describe('what goes wrong', () => {
  it.each([
    [401, 'UNAUTHORIZED', 'GPE-2202'],
    [403, 'EMBED_ORIGIN_NOT_REGISTERED', 'GPE-2201'],
    [403, 'FORBIDDEN', 'GPE-2208'],
    [400, 'INVALID_FLOW', 'GPE-2204'],
    [400, 'SUCCESS_REDIRECTION_URL_CAN_NOT_BE_EMPTY', 'GPE-2201'],
    [409, 'PARTNER_SESSION_ID_ALREADY_USED', 'GPE-2201'],
    [409, 'SUBMISSION_ALREADY_FINISHED', 'GPE-2202'],
    [503, 'GENERIC_SERVICE_ERROR', 'GPE-2203'],
  ])('%d %s is %s', async (status, cause, code) => {
    const { onCompletion, popup } = await start({}, refused(status, cause));
    expect(onCompletion.mock.calls).toHaveLength(1);
    const [completion] = onCompletion.mock.calls[0]!;
    expect(completion).toMatchObject({ status: 'ERROR', error: { code, reason: cause } });
    expect(popup.close).toHaveBeenCalled();
  });

  it('a redirect that nobody would come back from says what is missing', async () => {
    const refusal = refused(400, 'SUCCESS_REDIRECTION_URL_CAN_NOT_BE_EMPTY');
    const { onCompletion, goTo } = await start({ mode: 'redirect' }, refusal);
    expect(goTo).not.toHaveBeenCalled();
    expect(onCompletion.mock.calls[0]![0].error!.message).toContain('redirection addresses');
  });

  it.each([
    ['a lost connection', null, 'GPE-2203'],
    ['an answer of something else', { status: 200, body: { data: {} } }, 'GPE-2205'],
    [
      'a script for an address',
      {
        status: 200,
        body: { data: { submissionId: SUBMISSION_ID, launchUrl: 'javascript:alert(1)' } },
      },
      'GPE-2205',
    ],
  ])('%s', async (_, answer, code) => {
    const { onCompletion } = await start({}, answer);
    expect(onCompletion.mock.calls[0]![0]).toMatchObject({ status: 'ERROR', error: { code } });
  });

  it('a capture app that says nothing is given up', async () => {
    const { onCompletion } = await start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(onCompletion.mock.calls[0]![0]).toMatchObject({ error: { code: 'GPE-2203' } });
  });

  it('a popup that the browser has blocked', async () => {
    const fake = createFakePage();
    fake.open.mockReturnValue(null);
    const onCompletion = vi.fn();
    launch(fake.page, 'KTP_SCAN', OPTIONS, onCompletion);
    expect(onCompletion).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(0);
    expect(onCompletion.mock.calls[0]![0]).toMatchObject({
      status: 'ERROR',
      error: { code: 'GPE-2201', reason: 'BLOCKED' },
    });
    expect(fake.fetch).not.toHaveBeenCalled();
  });

  it.each([
    [{ baseURL: 'kyc.example' }, 'GPE-2201'],
    [{ baseURL: 'javascript:alert(1)' }, 'GPE-2201'],
    [{ mode: 'tab' }, 'GPE-2201'],
    [{ correlationId: '' }, 'GPE-2206'],
    [{ token: undefined }, 'GPE-2208'],
  ])('%j is %s, before anything opens', async (wrong, code) => {
    const { onCompletion, open, fetch } = await start(wrong as Partial<LaunchOptions>);
    expect(onCompletion.mock.calls[0]![0]).toMatchObject({ status: 'ERROR', error: { code } });
    expect(open).not.toHaveBeenCalled();
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('a redirect', () => {
  it('leaves the page for the address of the answer, and completes nothing', async () => {
    const { goTo, open, onCompletion } = await start({ mode: 'redirect' });
    expect(goTo).toHaveBeenCalledExactlyOnceWith(EMBEDDED_URL);
    expect(open).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onCompletion).not.toHaveBeenCalled();
  });
});
