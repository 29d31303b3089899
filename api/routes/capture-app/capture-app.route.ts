import { join } from 'node:path';
import express, { Router, type Request } from 'express';
import { PUBLIC_ID_PATTERN } from '../../../contract/schema/launch.js';
import type { PartnerSettingsStore } from '../../../db/partner-settings-store.js';
import { allowEmbedding } from '../../middleware/security-headers.js';
import type { RequestLimits } from '../../request-limits.js';
import { sendBuiltFile } from '../../send-built-file.js';
import { createCompressedAssets } from './compressed-assets.js';

/** The build names assets by their content: what was fetched once never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

const NOT_BUILT = 'The capture app is not built: npm run build:web';

export interface CaptureAppOptions {
  readonly webRoot: string;
  readonly partnerSettings: Pick<PartnerSettingsStore, 'findByPublicId'>;
  readonly limits: Pick<RequestLimits, 'countAddress'>;
}

/**
 * Serves the built capture app. Whether the launch opens anything is told by the exchange, not
 * here: the page is the same for everybody. Only who may frame it depends on the session, see
 * `findEmbedOrigin`.
 */
export function createCaptureAppRoute({ webRoot, ...options }: CaptureAppOptions): Router {
  const router = Router();

  router.use(
    '/assets',
    createCompressedAssets(join(webRoot, 'assets'), FOR_EVER),
    express.static(join(webRoot, 'assets'), {
      index: false,
      // Of a folder, with a policy of its own: there is nothing to see there.
      redirect: false,
      // Set here, because express.static leaves a header alone that is there already.
      setHeaders: (res) => res.setHeader('Cache-Control', FOR_EVER),
    }),
  );

  router.get('/s/:publicId', async (req, res, next) => {
    const { publicId } = req.params;
    if (!PUBLIC_ID_PATTERN.test(publicId)) {
      next();
      return;
    }
    const embedOrigin = await findEmbedOrigin(options, req, publicId);
    if (embedOrigin !== null) allowEmbedding(res, embedOrigin);
    // Asked for anew each time, else an old page would name assets that are no longer there.
    sendBuiltFile(res, { name: 'index.html', root: webRoot, notBuilt: NOT_BUILT }, next);
  });

  return router;
}

/**
 * The origin that a launch URL of the SDK names, if it is registered for the session: else nobody
 * may frame the page. Whoever asks has to know both, and learns of no other origin. Other launch
 * URLs cost no query.
 */
async function findEmbedOrigin(
  { partnerSettings, limits }: Omit<CaptureAppOptions, 'webRoot'>,
  req: Request,
  publicId: string,
): Promise<string | null> {
  const { embed } = req.query;
  if (typeof embed !== 'string') return null;
  await limits.countAddress(req.ip);
  const settings = await partnerSettings.findByPublicId(publicId);
  return settings?.embedOrigins.includes(embed) === true ? embed : null;
}
