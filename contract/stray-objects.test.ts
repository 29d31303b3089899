import { describe, expect, it } from 'vitest';
import { captureKey, uploadKey, type CapturePlace } from './capture.js';
import { FLOWS, FlowName, type DocumentType } from './flow.js';
import { findStrayObjects } from './stray-objects.js';

const submissionId = 'one';
const placeOf = (attempt: number, documentType: DocumentType): CapturePlace => ({
  submissionId,
  attempt,
  documentType,
});
const keyOf = (attempt: number, documentType: DocumentType, digest = 'ab') =>
  captureKey(placeOf(attempt, documentType), digest.repeat(32));

const taken = [keyOf(1, 'KTP'), keyOf(1, 'SELFIE'), keyOf(2, 'SELFIE')];
const ended = { submissionId, flow: FlowName.KYC_LITE, keys: taken };

describe('stray objects of an ended submission', () => {
  it('are none where everything was taken', () => {
    expect(findStrayObjects(ended, taken)).toEqual([]);
  });

  it('are uploads, and copies of a confirm that was not taken', () => {
    const stray = [
      uploadKey(placeOf(1, 'KTP')),
      uploadKey({ ...placeOf(1, 'KTP'), handoffId: 'of a phone' }),
      keyOf(3, 'SELFIE'),
      keyOf(2, 'SELFIE', 'cd'),
      uploadKey(placeOf(3, 'SELFIE')),
    ];
    expect(findStrayObjects(ended, [...taken, ...stray])).toEqual(stray);
  });

  it.each(Object.values(FlowName))('are never the reference image of a %s', (flow) => {
    const reference = keyOf(0, 'REFERENCE');
    expect(findStrayObjects({ submissionId, flow, keys: [] }, [reference])).toEqual([]);
  });

  it('are not the images of a flow without a person: they have no captures', () => {
    const unattended = Object.values(FlowName).filter((flow) => !FLOWS[flow].isAttended);
    expect(unattended).not.toEqual([]);
    for (const flow of unattended) {
      const keys = FLOWS[flow].captures.map((documentType) => keyOf(1, documentType));
      expect(findStrayObjects({ submissionId, flow, keys: [] }, keys)).toEqual([]);
    }
  });
});
