import { z } from 'zod';
import { isOrigin } from '../contract/origin.js';

/** A port, 1 to 65535. */
const port = z.coerce.number().int().min(1).max(65535);

/**
 * A path would be lost on the way, and whatever else a browser would write differently would not be
 * found equal: MinIO compares KENALI_PUBLIC_URL with the `Origin` of an upload letter by letter.
 */
const origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine(isOrigin, 'give scheme, host and port alone, such as https://kyc.example.com');

const pem = z.string().regex(/^-----BEGIN /);

const loggingLevel = z.enum(['debug', 'info', 'warn', 'error', 'silent']);

/** Every process. */
export const loggingSettings = {
  /** How much is logged, as JSON lines on standard output. ERROR means that someone must act. */
  KENALI_LOG_LEVEL: loggingLevel.default('info'),
};

/** Every process. */
export const databaseSettings = {
  /** `postgres://user:password@host:port/database`. */
  KENALI_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
};

/** API and both workers. */
export const temporalSettings = {
  /** `host:port` of the Temporal frontend. */
  KENALI_TEMPORAL_ADDRESS: z.string().regex(/^[^\s/]+:\d+$/),
  KENALI_TEMPORAL_NAMESPACE: z.string().default('default'),
  KENALI_TEMPORAL_TLS: z.enum(['off', 'on']).default('off'),
  /** PEM of who signed the server's certificate; the system's authorities unless given. */
  KENALI_TEMPORAL_CA: pem.optional(),
  /** PEM of what the server is to know this process by. */
  KENALI_TEMPORAL_CLIENT_CERTIFICATE: pem.optional(),
  KENALI_TEMPORAL_CLIENT_KEY: pem.optional(),
  /** The name in the server's certificate, where it is not the host of the address. */
  KENALI_TEMPORAL_SERVER_NAME: z.string().min(1).optional(),
  /** Of Temporal Cloud. */
  KENALI_TEMPORAL_API_KEY: z.string().min(1).optional(),
};

/** Every process: seals payloads in histories and personal columns. */
export const sealingSettings = {
  /** Path of the sealing key file, see `keys/key-ring.ts`. */
  KENALI_SEALING_KEYS_PATH: z.string().min(1).optional(),
  /** Or what would be in it, for platforms that hand out secrets by the environment alone. Never both. */
  KENALI_SEALING_KEYS: z.string().min(1).optional(),
  /** A key service that wraps data keys instead: the transit engine of HashiCorp Vault or OpenBao. */
  KENALI_TRANSIT_URL: z.url({ protocol: /^https?$/ }).optional(),
  KENALI_TRANSIT_MOUNT: z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*$/)
    .default('transit'),
  /** Name of an `aes256-gcm96` key there. */
  KENALI_TRANSIT_KEY: z
    .string()
    .regex(/^[\w.-]+$/)
    .optional(),
  /** Not needed where an agent in between adds it. */
  KENALI_TRANSIT_TOKEN: z.string().min(1).optional(),
  /** `unwrap` is for leaving the service: data keys are wrapped by the sealing keys again. */
  KENALI_TRANSIT_USE: z.enum(['wrap', 'unwrap']).default('wrap'),
};

/** API and both workers. */
export const storageSettings = {
  /** Where this process reaches the object store, for instance `http://minio:9000`. */
  KENALI_STORAGE_URL: origin,
  /** Where a phone reaches it: presigned addresses begin with this. */
  KENALI_STORAGE_PUBLIC_URL: origin,
  KENALI_STORAGE_ACCESS_KEY: z.string().min(3),
  KENALI_STORAGE_SECRET_KEY: z.string().min(8),
  KENALI_STORAGE_BUCKET: z.string().min(3).default('captures'),
};

/** API and sessions worker: sign tokens, and proofs of erasure. */
export const signingSettings = {
  /** Path of the signing key file: a private JWK set, the first key signs. */
  KENALI_SIGNING_KEYS_PATH: z.string().min(1),
};

/** API only. */
export const apiSettings = {
  /** Address to listen on. Loopback unless said otherwise. */
  KENALI_API_HOST: z.string().default('127.0.0.1'),
  KENALI_API_PORT: port.default(8080),
  /** Origin that partners and phones reach the API and the capture app at. */
  KENALI_PUBLIC_URL: origin,
  /**
   * Origin of the Token Gateway, where it is not that of KENALI_PUBLIC_URL: token calls are then
   * answered there alone. `iss` of the tokens stays KENALI_PUBLIC_URL.
   */
  KENALI_TOKEN_GATEWAY_URL: origin.optional(),
  /** Number of proxies in front whose `X-Forwarded-For` is believed. */
  KENALI_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /**
   * Attempts that were confirmed and wait for their verdict, from which on new sessions are answered
   * 503; from twice as many on confirms are. Two cores judge about two a second.
   */
  KENALI_MAX_ATTEMPTS_IN_FLIGHT: z.coerce.number().int().min(1).default(100),
  /** Calls of one address, or of one IPv6 /64, before it is told to wait. Counted per process. */
  KENALI_REQUESTS_PER_MINUTE_PER_IP: z.coerce.number().int().min(1).default(1200),
};

/** Sessions worker only. */
export const outboundSettings = {
  /**
   * Comma-separated CIDR ranges that callbacks and calls for reference images may reach although
   * they are private, for every partner. For a demo on loopback; one partner on the same premises
   * has its own setting, `privateNetworks`. Never `0.0.0.0/0`.
   */
  KENALI_DANGEROUS_OUTBOUND_CIDRS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((range) => range.trim())
        .filter((range) => range !== ''),
    ),
  /**
   * Divides every pause of the callback ladder, which takes days, so that a rehearsal of failures
   * (`npm run chaos`) sees all of it. What a partner asks for by `Retry-After` stays as it is.
   */
  KENALI_DANGEROUS_LADDER_DIVISOR: z.coerce.number().int().min(1).default(1),
};

/** Sessions worker only. */
export const deploymentSettings = {
  /**
   * Version of the sessions worker, new for every release that is rolled out. Sessions stay with the version
   * they began under, so its worker has to run until they are over. Without it the worker is unversioned.
   */
  KENALI_DEPLOYMENT_BUILD_ID: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .optional(),
};

/** Command line only. */
export const commandLineSettings = {
  /**
   * Who acts, for the audit log. The account of the system unless given; needed where that is nobody's
   * alone, as in a container.
   */
  KENALI_OPERATOR: z
    .string()
    .regex(/^[\w.@-]{1,64}$/)
    .optional(),
};

/** Vision worker and command line. */
export const visionSettings = {
  /** Folder that verified model weights are kept in; default in the user's cache folder. */
  KENALI_CACHE_DIR: z.string().optional(),
  /**
   * Networks that tell people apart: `fused` (both, the default), `a` or `b` alone. `b` is the one
   * whose training data and licence are known best; it misses more, see ADR 0022.
   */
  KENALI_FACE_MODEL: z.enum(['fused', 'a', 'b']).default('fused'),
  /**
   * Networks that read the card's lines: the one trained for the card with a general one where it is not
   * sure (the default), or one of them alone, see ADR 0020.
   */
  KENALI_KTP_RECOGNISER: z
    .enum(['own-and-general', 'own', 'general-small', 'general-tiny'])
    .default('own-and-general'),
};

/** Codec server only: decrypts histories for operators, see `temporal/codec-server.ts`. */
export const codecServerSettings = {
  /** Address to listen on. Loopback unless said otherwise. */
  KENALI_CODEC_HOST: z.string().default('127.0.0.1'),
  KENALI_CODEC_PORT: port.default(8234),
  /** Origin of the Temporal UI, the only page that may call from a browser. */
  KENALI_CODEC_UI_ORIGIN: origin,
  /** What callers send as `Authorization: Bearer …`. Long and random. */
  KENALI_CODEC_TOKEN: z.string().min(32),
};
