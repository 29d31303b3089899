import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;
const PUBLIC_ID_BYTES = 16;

/** 256 random bits in base64url: cannot be guessed, so a fast hash is enough to store it. */
export function createOpaqueToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** 128 random bits in base64url: tells the submission in a launch URL without its id. */
export function createPublicId(): string {
  return randomBytes(PUBLIC_ID_BYTES).toString('base64url');
}

/** SHA-256 in hex. */
export function hashOpaqueToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
