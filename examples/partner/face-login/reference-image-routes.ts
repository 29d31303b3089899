import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Router, type Response } from 'express';
import type { PhotographStore } from './photograph-store.js';
import { drawPlaceholderFace } from './placeholder-face.js';

export interface ReferenceImageDeps {
  readonly publicUrl: string;
  /** The `Authorization` header that may ask; null refuses everybody. */
  readonly authorization: string | null;
  readonly photographs: PhotographStore;
  readonly now?: () => number;
}

const LINK_LIFETIME_MS = 5 * 60_000;

const REQUIRED_HEADERS = ['x-partner-user-id', 'x-partner-user-id-type', 'x-partner-session-id'];

/** Stands for a photograph of somebody whom the shop holds none of: a drawn face matches nobody. */
const PLACEHOLDER_ID = 'placeholder';

/**
 * `GET /coe/reference-image-url`: Kenali asks for the photograph that the partner holds of a
 * person, and is given a link that works for five minutes.
 */
export function createReferenceImageRoutes(deps: ReferenceImageDeps): Router {
  const { photographs, now = Date.now } = deps;
  const linkKey = randomBytes(32);
  const sign = (imageId: string, expiresAt: string) =>
    createHmac('sha256', linkKey).update(`${imageId}/${expiresAt}`).digest('base64url');
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
    const userId = request.get('x-partner-user-id') ?? '';
    const imageId = photographs.findByUser(userId)?.id ?? PLACEHOLDER_ID;
    const expiresAt = String(Math.floor((now() + LINK_LIFETIME_MS) / 1000));
    const link = [imageId, expiresAt, sign(imageId, expiresAt)].join('/');
    const url = `${deps.publicUrl}/reference-images/${link}`;
    response.json({ success: true, data: { url, expires_at: expiresAt } });
  });

  router.get('/reference-images/:imageId/:expiresAt/:signature', (request, response) => {
    const { imageId, expiresAt, signature } = request.params;
    const isExpired = Number(expiresAt) * 1000 < now();
    const image =
      imageId === PLACEHOLDER_ID
        ? { type: 'image/png', bytes: drawPlaceholderFace() }
        : photographs.find(imageId);
    if (!isSame(signature, sign(imageId, expiresAt)) || isExpired || image === null) {
      response.status(404).end();
      return;
    }
    response.set('cache-control', 'no-store').type(image.type).send(image.bytes);
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
