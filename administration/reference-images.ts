import { isDeepStrictEqual } from 'node:util';
import type {
  ReferenceImageView,
  SetReferenceImage,
} from '../contract/schema/operator/reference-image.js';
import type { ReferenceImageSource } from '../db/reference-image-source-store.js';
import { notFound } from './administration-error.js';
import { AuditAction, recordAct } from './audited-act.js';
import { findPartner, lockPartner } from './known-partner.js';
import type { AdministrationOptions } from './administration-options.js';
import { chooseHeaders, withoutQuery } from './static-headers.js';

/** Where a partner's reference images are asked for. */
export interface ReferenceImages {
  set(actor: string, partnerCode: string, given: SetReferenceImage): Promise<ReferenceImageView>;
  show(partnerCode: string): Promise<ReferenceImageView>;
  remove(actor: string, partnerCode: string): Promise<void>;
}

/** All of them throw AdministrationError. */
export function createReferenceImages({ transact, now }: AdministrationOptions): ReferenceImages {
  return {
    set: (actor, partnerCode, given) =>
      transact('setting a reference image source', async (stores) => {
        await lockPartner(stores, partnerCode);
        const before = await stores.sources.readSource(partnerCode);
        const source = {
          partnerCode,
          url: given.url,
          method: given.method ?? before?.method ?? 'GET',
          headers: chooseHeaders(given, before),
          imageHosts: given.imageHosts ?? before?.imageHosts ?? [],
        };
        if (isDeepStrictEqual(before, source)) return toReferenceImageView(source);
        await stores.sources.saveSource(source);
        await recordAct(
          stores,
          { actor, at: now() },
          {
            action: AuditAction.REFERENCE_IMAGE_SET,
            partnerCode,
            detail: { before: before && toAudited(before), after: toAudited(source) },
          },
        );
        return toReferenceImageView(source);
      }),

    show: (partnerCode) =>
      transact('reading a reference image source', async (stores) => {
        await findPartner(stores, partnerCode);
        return toReferenceImageView(orRefuse(await stores.sources.readSource(partnerCode)));
      }),

    remove: (actor, partnerCode) =>
      transact('removing a reference image source', async (stores) => {
        await lockPartner(stores, partnerCode);
        const before = orRefuse(await stores.sources.readSource(partnerCode));
        await stores.sources.removeSource(partnerCode);
        await recordAct(
          stores,
          { actor, at: now() },
          {
            action: AuditAction.REFERENCE_IMAGE_REMOVED,
            partnerCode,
            detail: { before: toAudited(before) },
          },
        );
      }),
  };
}

export function toReferenceImageView(source: ReferenceImageSource): ReferenceImageView {
  const { url, method, headers, imageHosts } = source;
  return { url, method, headerNames: Object.keys(headers), imageHosts: [...imageHosts] };
}

function toAudited(source: ReferenceImageSource) {
  return { ...toReferenceImageView(source), url: withoutQuery(source.url) };
}

function orRefuse(source: ReferenceImageSource | null): ReferenceImageSource {
  if (source === null) throw notFound('The partner has no source of reference images.');
  return source;
}
