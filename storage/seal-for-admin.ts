import { createCipheriv, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

const SALT_BYTES = 32;
const NONCE_BYTES = 8;

/** Of the ways to a key that MinIO knows, the one that Node knows too. */
const PBKDF2_AES_256_GCM = 0x02;
const PBKDF2_ROUNDS = 8192;

/** The last fragment of a stream begins its additional data with this, the others with 0. */
const LAST = 0x80;

/** One fragment holds as much; what we send is one. */
const MAX_FRAGMENT_BYTES = 16_384;

/**
 * Calls of MinIO's admin API that hold a secret are sealed by the caller's own secret key: salt, way, nonce, and
 * a stream of fragments (`EncryptData` of github.com/minio/madmin-go, `Stream` of github.com/secure-io/sio-go).
 */
export async function sealForAdmin(secretKey: string, content: unknown): Promise<Buffer> {
  const plain = Buffer.from(JSON.stringify(content));
  if (plain.length > MAX_FRAGMENT_BYTES)
    throw new RangeError('the call is too long for one fragment');
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const key = await promisify(pbkdf2)(secretKey, salt, PBKDF2_ROUNDS, 32, 'sha256');
  const sealOne = (index: number, fragment: Buffer, additional: Buffer): Buffer => {
    const counted = Buffer.alloc(NONCE_BYTES + 4, nonce);
    counted.writeUInt32LE(index, NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, counted).setAAD(additional);
    return Buffer.concat([cipher.update(fragment), cipher.final(), cipher.getAuthTag()]);
  };
  // What all fragments have for additional data is the tag of nothing at all, as fragment 0.
  const head = sealOne(0, Buffer.alloc(0), Buffer.alloc(0));
  const sealed = sealOne(1, plain, Buffer.concat([Buffer.from([LAST]), head]));
  return Buffer.concat([salt, Buffer.from([PBKDF2_AES_256_GCM]), nonce, sealed]);
}
