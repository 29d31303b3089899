import path from 'node:path';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { NoCredentials, type KenaliAccounts } from './accounts.js';
import { createCallbackInbox } from './callback-inbox.js';
import { createCallbackRoutes } from './callback-routes.js';
import { createCustomerRoutes } from './face-login/customer-routes.js';
import { createPhotographStore } from './face-login/photograph-store.js';
import { createEmbeddedRoutes } from './embedded-routes.js';
import { createReferenceImageRoutes } from './face-login/reference-image-routes.js';
import { KenaliError } from './kenali-error.js';
import { createKioskRoutes } from './kiosk/kiosk-routes.js';
import { createLoanRoutes } from './loan/loan-routes.js';
import { createSpecimenRegistry } from './loan/specimen-registry.js';
import { createPrefillRoutes } from './prefill-routes.js';
import { createReturnRoutes } from './return-routes.js';
import { createSandboxRoutes } from './sandbox/sandbox-routes.js';
import { setSecurityHeaders } from './security-headers.js';
import { createSessionRoutes } from './session-routes.js';
import { createSessionStore } from './session-store.js';
import type { PartnerSettings } from './settings.js';
import { createSignupRoutes } from './signup/signup-routes.js';
import { CallbackRefused } from './verify-callback.js';

const PAGE_FOLDER = path.join(import.meta.dirname, 'page');

type AppSettings = Pick<
  PartnerSettings,
  'publicUrl' | 'callbackSecrets' | 'referenceAuthorization'
> & { readonly kenali: Pick<PartnerSettings['kenali'], 'baseUrl'> };

/** The partner's backend. Listens nowhere by itself. */
export function createPartnerApp(settings: AppSettings, accounts: KenaliAccounts): Express {
  const { publicUrl, kenali, callbackSecrets, referenceAuthorization } = settings;
  const sessions = createSessionStore();
  const photographs = createPhotographStore();
  const deps = { accounts, sessions };
  const app = express();
  app.disable('x-powered-by');
  app.use(setSecurityHeaders(kenali.baseUrl));
  app.get('/readyz', (_request, response) => {
    response.json({ ready: true });
  });
  app.use(
    createCallbackRoutes({ inbox: createCallbackInbox(deps), callbackSecrets }),
    createReferenceImageRoutes({ publicUrl, authorization: referenceAuthorization, photographs }),
    createSessionRoutes(deps),
    createEmbeddedRoutes({ ...deps, kenaliUrl: kenali.baseUrl }),
    createPrefillRoutes(sessions),
    createSignupRoutes(sessions),
    createLoanRoutes({ sessions, registry: createSpecimenRegistry() }),
    createKioskRoutes({ ...deps, publicUrl }),
    createCustomerRoutes({ ...deps, photographs }),
    createSandboxRoutes({ ...deps, pageFolder: PAGE_FOLDER }),
    createReturnRoutes(sessions, PAGE_FOLDER),
    express.static(PAGE_FOLDER, { extensions: ['html'] }),
  );
  app.use(reportError);
  return app;
}

/** Express knows an error handler by its four parameters. */
const reportError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (error instanceof CallbackRefused) {
    response.status(error.status).json({ error: error.message });
  } else if (error instanceof NoCredentials) {
    response.status(503).json({ error: error.message });
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
