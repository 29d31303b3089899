import { join } from 'node:path';
import express, { Router } from 'express';
import { PUBLIC_ID_PATTERN } from '../../../contract/schema/launch.js';
import { OperatorError } from '../../describe-failure.js';

const NOT_BUILT = 'The capture app is not built: npm run build:web';

/**
 * Serves the built capture app. Whether the launch opens anything is told by the exchange, not
 * here: the page is the same for everybody.
 */
export function createCaptureAppRoute(webRoot: string): Router {
  const router = Router();

  // The build names assets by their content: what was fetched once never changes.
  router.use(
    '/assets',
    express.static(join(webRoot, 'assets'), {
      index: false,
      // Set here, because express.static leaves a header alone that is there already.
      setHeaders: (res) => res.setHeader('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );

  router.get('/s/:publicId', (req, res, next) => {
    if (!PUBLIC_ID_PATTERN.test(req.params.publicId)) {
      next();
      return;
    }
    // Asked for anew each time, else an old page would name assets that are no longer there.
    res.sendFile('index.html', { root: webRoot, cacheControl: false }, (error?: Error) => {
      if (error === undefined) return;
      const isMissing = 'code' in error && error.code === 'ENOENT';
      next(isMissing ? new OperatorError(NOT_BUILT) : error);
    });
  });

  return router;
}
