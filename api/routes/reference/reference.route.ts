import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { createOpenApiDocument } from '../../openapi/create-document.js';

const PAGE_ROOT = fileURLToPath(new URL('./page', import.meta.url));

const SWAGGER_UI_ROOT = dirname(
  createRequire(import.meta.url).resolve('swagger-ui-dist/swagger-ui-bundle.js'),
);

/** The files of the page, and where they lie. Nothing else of those folders is served. */
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui-bundle.js': SWAGGER_UI_ROOT,
  'swagger-ui.css': SWAGGER_UI_ROOT,
  'reference.js': PAGE_ROOT,
  'reference.css': PAGE_ROOT,
  'mark.svg': PAGE_ROOT,
};

/** They change with a release alone, but under the same names. */
const MAX_AGE_SECONDS = 3600;

/** The contract for programs, `/openapi.json`, and for people, `/reference`. Open to everybody. */
export function createReferenceRoute(): Router {
  const router = Router();
  // Made when it is first asked for: most processes and tests never are.
  let document: string | null = null;

  router.get('/openapi.json', (_req, res) => {
    res
      .set('Cache-Control', `public, max-age=${String(MAX_AGE_SECONDS)}`)
      // Read by the tools of partners, from wherever they run.
      .set('Access-Control-Allow-Origin', '*')
      .type('application/json')
      .send((document ??= JSON.stringify(createOpenApiDocument())));
  });

  router.get('/reference', (_req, res) => {
    res.sendFile('index.html', { root: PAGE_ROOT, cacheControl: false });
  });

  router.get('/reference/:file', (req, res, next) => {
    const { file } = req.params;
    const root = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
    if (root === undefined) {
      next();
      return;
    }
    res.set('Cache-Control', `public, max-age=${String(MAX_AGE_SECONDS)}`);
    res.sendFile(join(root, file), { cacheControl: false });
  });

  return router;
}
