import { Router } from 'express';
import { sendBuiltFile } from '../../send-built-file.js';

const NOT_BUILT = 'The Web SDK is not built: npm run build:sdk';

/** `kenali.js` for a script tag, `kenali.mjs` for an import. */
const FILES = ['kenali.js', 'kenali.mjs'] as const;

/** Fixes reach partners within the hour; what would break them gets another version in its path. */
const MAX_AGE_SECONDS = 3600;

/** The built Web SDK, for pages of every origin. */
export function createSdkFilesRoute(sdkRoot: string): Router {
  const router = Router();
  for (const file of FILES) {
    router.get(`/sdk/web/v1/${file}`, (_req, res, next) => {
      res.set({
        'Cache-Control': `public, max-age=${String(MAX_AGE_SECONDS)}`,
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
      sendBuiltFile(res, { name: file, root: sdkRoot, notBuilt: NOT_BUILT }, next);
    });
  }
  return router;
}
