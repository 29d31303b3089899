import { describe, expect, it, vi } from 'vitest';
import { ApiError, ConnectionError } from '../api/api-error.js';
import type { SubmissionProgress, UploadTargets } from '../api/wire-types.js';
import { readStanding } from './read-standing.js';

const target = { url: 'https://store.example', method: 'PUT', headers: {} };
const TARGETS: UploadTargets = {
  attempt: 1,
  captureNonce: null,
  targets: [
    { ...target, documentType: 'KTP', isUploaded: true },
    { ...target, documentType: 'SELFIE' },
  ],
};
const DUE = { status: 'IN_PROGRESS', captures: ['KTP', 'SELFIE'] } as unknown as SubmissionProgress;

function setUp(progress: SubmissionProgress, readUploadTargets = () => Promise.resolve(TARGETS)) {
  return {
    readProgress: () => Promise.resolve(progress),
    readUploadTargets: vi.fn(readUploadTargets),
  };
}

describe('readStanding', () => {
  it('tells a phone what the first device has sent', async () => {
    await expect(readStanding(setUp(DUE), 'TOOK_OVER')).resolves.toEqual({
      progress: DUE,
      alreadySent: ['KTP'],
    });
  });

  it.each([
    ['ALONE', DUE],
    ['MAY_HAND_OVER', DUE],
    ['TOOK_OVER', { ...DUE, captures: [] }],
    ['TOOK_OVER', { ...DUE, status: 'COMPLETED' }],
  ] as const)('asks for no upload address where it matters not: %s', async (part, progress) => {
    const api = setUp(progress);
    await expect(readStanding(api, part)).resolves.toEqual({ progress, alreadySent: [] });
    expect(api.readUploadTargets).not.toHaveBeenCalled();
  });

  it('has everything taken again where that cannot be told, unless the connection is lost', async () => {
    const confirmed = new ApiError(409, 'ATTEMPT_ALREADY_CONFIRMED');
    const moved = setUp(DUE, () => Promise.reject(confirmed));
    await expect(readStanding(moved, 'TOOK_OVER')).resolves.toMatchObject({ alreadySent: [] });
    const lost = setUp(DUE, () => Promise.reject(new ConnectionError()));
    await expect(readStanding(lost, 'TOOK_OVER')).rejects.toBeInstanceOf(ConnectionError);
  });
});
