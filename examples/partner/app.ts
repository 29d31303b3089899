import path from 'node:path';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { createCallbackRoutes } from './callback-routes.js';
import { KenaliError, type KenaliClient } from './kenali-client.js';
import { createReferenceImageRoutes } from './reference-image-routes.js';
import { createReturnRoutes } from './return-routes.js';
import { createSessionRoutes } from './session-routes.js';
import { createSessionStore } from './session-store.js';
import type { PartnerSettings } from './settings.js';
import { CallbackRefused } from './verify-callback.js';

const PAGE_FOLDER = path.join(import.meta.dirname, 'page');

/** The partner's backend. Listens nowhere by itself. */
export function createPartnerApp(settings: PartnerSettings, kenali: KenaliClient): Express {
  const sessions = createSessionStore();
  const app = express();
  app.disable('x-powered-by');
  app.use(setSecurityHeaders);
  app.get('/readyz', (_request, response) => {
    response.json({ ready: true });
  });
  app.use(createCallbackRoutes({ kenali, sessions, callbackSecret: settings.callbackSecret }));
  app.use(
    createReferenceImageRoutes({
      publicUrl: settings.publicUrl,
      authorization: settings.referenceAuthorization,
    }),
  );
  app.use(createSessionRoutes({ kenali, sessions }));
  app.use(createReturnRoutes(sessions, PAGE_FOLDER));
  app.use(express.static(PAGE_FOLDER));
  app.use(reportError);
  return app;
}

const setSecurityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  next();
};

/** Express knows an error handler by its four parameters. */
const reportError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (error instanceof CallbackRefused) {
    response.status(error.status).json({ error: error.message });
  } else if (error instanceof KenaliError) {
    console.error(error.message);
    response.status(502).json({ error: `Kenali did not accept it. ${error.message}` });
  } else {
    const status = clientErrorStatus(error);
    if (status === null) console.error(error instanceof Error ? error.name : 'unknown error');
    response.status(status ?? 500).json({ error: status ? 'bad request' : 'unexpected error' });
  }
};

/** The status of Express's own errors, such as 400 for bad JSON and 413 for a body too large. */
function clientErrorStatus(error: unknown): number | null {
  if (!(error instanceof Error) || !('status' in error)) return null;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
