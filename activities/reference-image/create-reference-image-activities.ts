import type { CaptureRef } from '../../contract/capture.js';
import { DocumentType } from '../../contract/flow.js';
import type { PartnerStore } from '../../db/partner-store.js';
import type { ReferenceImageSourceStore } from '../../db/reference-image-source-store.js';
import type { SubmissionProjectionStore } from '../../db/submission-projection-store.js';
import type { CaptureStore } from '../../storage/capture-store.js';
import type {
  FetchImageInput,
  FetchReferenceImageInput,
  ReferenceImageActivities,
} from '../activity-types.js';
import { guardActivity } from '../failure.js';
import type { OutboundClient } from '../outbound/outbound-client.js';
import { readPrivateNetworks } from '../outbound/read-private-networks.js';
import { askForImageUrl } from './ask-for-image-url.js';
import { downloadImage } from './download-image.js';
import { unavailableForGood } from './unavailable.js';

export interface ReferenceImageDependencies {
  readonly projection: Pick<SubmissionProjectionStore, 'readSubject'>;
  readonly sources: Pick<ReferenceImageSourceStore, 'readSource'>;
  readonly partners: Pick<PartnerStore, 'find'>;
  readonly client: OutboundClient;
  readonly captures: Pick<CaptureStore, 'keep'>;
}

/** The attempt that a reference image is kept under: it belongs to none. */
const NO_ATTEMPT = 0;

/** Of an unattended flow, which nobody is asked to repeat. */
const ONLY_ATTEMPT = 1;

export function createReferenceImageActivities(
  dependencies: ReferenceImageDependencies,
): ReferenceImageActivities {
  return {
    fetchReferenceImage: guardActivity((input) => fetchReferenceImage(dependencies, input)),
    fetchImage: guardActivity((input) => fetchImage(dependencies, input)),
  };
}

async function fetchReferenceImage(
  dependencies: ReferenceImageDependencies,
  { submissionId }: FetchReferenceImageInput,
): Promise<CaptureRef> {
  const { projection, sources, partners, client, captures } = dependencies;
  const subject = await projection.readSubject(submissionId);
  const source = await sources.readSource(subject.partnerCode);
  if (source === null) throw unavailableForGood('the partner has no source of reference images');
  const privateNetworks = await readPrivateNetworks(partners, subject.partnerCode);
  const url = await askForImageUrl(client, { source, subject, privateNetworks });
  const { imageHosts } = source;
  const { bytes } = await downloadImage(client, { url, imageHosts, privateNetworks });
  const place = { submissionId, attempt: NO_ATTEMPT, documentType: DocumentType.REFERENCE };
  return captures.keep({ ...place, partnerCode: subject.partnerCode, bytes });
}

/** The partner has named the address in a call of its own, so no list of hosts applies. */
async function fetchImage(
  dependencies: ReferenceImageDependencies,
  { submissionId, documentType, url }: FetchImageInput,
): Promise<CaptureRef> {
  const { projection, partners, client, captures } = dependencies;
  const { partnerCode } = await projection.readSubject(submissionId);
  const privateNetworks = await readPrivateNetworks(partners, partnerCode);
  const { bytes } = await downloadImage(client, { url, imageHosts: [], privateNetworks });
  const place = { submissionId, attempt: ONLY_ATTEMPT, documentType };
  return captures.keep({ ...place, partnerCode, bytes });
}
