import { createCallbacks } from '../administration/callbacks.js';
import { createTransact } from '../administration/administration-stores.js';
import { createPartnerKeys } from '../administration/partner-keys.js';
import { createPartners } from '../administration/partners.js';
import { createReferenceImages } from '../administration/reference-images.js';
import type { PartnerEnvironment } from '../contract/sandbox.js';
import { createCallbackEndpointStore } from '../db/callback-endpoint-store.js';
import type { Database } from '../db/client.js';
import type { KeyRing } from '../keys/key-ring.js';
import { createLocalSealing } from '../keys/sealing.js';

export interface HeldKey {
  readonly clientId: string;
  readonly passKey: string;
}

export interface WantedPartner {
  readonly code: string;
  readonly name: string;
  readonly callbackUrl: string;
  /** Origins that browsers are sent back to. Others that are registered stay. */
  readonly redirectOrigins: readonly string[];
  /** Origins whose pages show the capture app by the Web SDK. Others that are registered stay. */
  readonly embedOrigins: readonly string[];
  readonly referenceImage?: { readonly url: string; readonly authorization: string };
}

export interface PartnerKeeper {
  /** Creates the partner, or brings it to what is wanted. Answers the key of a new one. */
  keepPartner(wanted: WantedPartner): Promise<HeldKey | undefined>;
  /** `held` while it is good, else a new key, which ends the others of the environment. */
  keepKey(
    code: string,
    environment: PartnerEnvironment,
    held: HeldKey | undefined,
  ): Promise<HeldKey>;
  /** The secret that verifies the partner's callbacks. */
  readCallbackSecret(code: string): Promise<string>;
}

/** In the audit log. */
const ACTOR = 'cli:npm-start';

/** The sample partner listens on loopback, where outbound calls may not go otherwise. */
const LOOPBACK = '127.0.0.1/32';

export function createPartnerKeeper(database: Database, keyRing: KeyRing): PartnerKeeper {
  const options = {
    transact: createTransact(database, createLocalSealing(keyRing)),
    now: () => new Date(),
  };
  const partners = createPartners(options);
  const keys = createPartnerKeys(options);
  const callbacks = createCallbacks(options);
  const referenceImages = createReferenceImages(options);

  return {
    async keepPartner({ code, name, callbackUrl, redirectOrigins, embedOrigins, referenceImage }) {
      const isKnown = (await partners.list()).some((partner) => partner.code === code);
      const created = isKnown ? undefined : await partners.create(ACTOR, { code, name });
      const { settings, callback } = await partners.show(code);
      await partners.change(ACTOR, code, {
        settings: {
          redirectOrigins: [...new Set([...settings.redirectOrigins, ...redirectOrigins])],
          embedOrigins: [...new Set([...settings.embedOrigins, ...embedOrigins])],
          privateNetworks: [...new Set([...settings.privateNetworks, LOOPBACK])],
          // Demonstrations and tests show the same photographs again and again.
          reusedSelfies: 'RECORD',
        },
      });
      if (callback?.url !== callbackUrl || callback.isDisabled) {
        await callbacks.set(ACTOR, code, { url: callbackUrl });
      }
      if (referenceImage !== undefined) {
        const { url, authorization } = referenceImage;
        await referenceImages.set(ACTOR, code, { url, headers: { authorization } });
      }
      return created && { clientId: created.clientId, passKey: created.passKey };
    },

    async keepKey(code, environment, held) {
      const isGood = (await keys.list(code)).some(
        (key) =>
          key.clientId === held?.clientId &&
          key.environment === environment &&
          key.revokedAt === null,
      );
      if (held !== undefined && isGood) return held;
      const issued = await keys.issue(ACTOR, code, { environment, overlapSeconds: 0 });
      return { clientId: issued.clientId, passKey: issued.passKey };
    },

    async readCallbackSecret(code) {
      const endpoint = await createCallbackEndpointStore(database, keyRing).readEndpoint(code);
      const secret = endpoint?.secrets[0];
      if (secret === undefined) throw new Error(`The partner ${code} has no callback.`);
      return secret;
    },
  };
}
