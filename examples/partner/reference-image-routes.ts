import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Router, type Response } from 'express';
import { drawPlaceholderFace } from './placeholder-face.js';

export interface ReferenceImageDeps {
  readonly publicUrl: string;
  /** The `Authorization` header that may ask; null refuses everybody. */
  readonly authorization: string | null;
  readonly now?: () => number;
}

const LINK_LIFETIME_MS = 5 * 60_000;

const REQUIRED_HEADERS = ['x-partner-user-id', 'x-partner-user-id-type', 'x-partner-session-id'];

/**
 * `GET /coe/reference-image-url`: Kenali asks for the photograph that the partner holds of a
 * person, and is given a link that works for five minutes.
 */
export function createReferenceImageRoutes(deps: ReferenceImageDeps): Router {
  const now = deps.now ?? Date.now;
  const linkKey = randomBytes(32);
  let image: Buffer | null = null;
  const sign = (expiresAt: string) =>
    createHmac('sha256', linkKey).update(expiresAt).digest('base64url');
  const router = Router();

  router.get('/coe/reference-image-url', (request, response) => {
    if (!isSame(request.get('authorization') ?? '', deps.authorization)) {
      refuse(response, 401, 'UNAUTHORIZED');
      return;
    }
    if (REQUIRED_HEADERS.some((name) => !request.get(name))) {
      refuse(response, 400, 'HEADER_CAN_NOT_BE_EMPTY');
      return;
    }
    const expiresAt = String(Math.floor((now() + LINK_LIFETIME_MS) / 1000));
    const url = `${deps.publicUrl}/reference-images/${expiresAt}/${sign(expiresAt)}.png`;
    response.json({ success: true, data: { url, expires_at: expiresAt } });
  });

  router.get('/reference-images/:expiresAt/:signature.png', (request, response) => {
    const { expiresAt, signature } = request.params;
    if (!isSame(signature, sign(expiresAt)) || Number(expiresAt) * 1000 < now()) {
      response.status(404).end();
      return;
    }
    image ??= drawPlaceholderFace();
    response.set('cache-control', 'no-store').type('png').send(image);
  });

  return router;
}

function refuse(response: Response, status: number, cause: string): void {
  response.status(status).json({ success: false, errors: [{ code: String(status), cause }] });
}

/** Compares without telling by its duration how much was right. */
function isSame(given: string, expected: string | null): boolean {
  if (expected === null) return false;
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
