import express, { type Express } from 'express';
import type { AppDependencies } from './app-dependencies.js';
import { createAuthenticator } from './authenticate.js';
import { forbidCaching } from './middleware/forbid-caching.js';
import { logRequests } from './middleware/log-requests.js';
import { refuseUnknownPath, renderError } from './middleware/render-error.js';
import { assignRequestId } from './middleware/request-id.js';
import { setSecurityHeaders } from './middleware/security-headers.js';
import { createCaptureAppRoute } from './routes/capture-app/capture-app.route.js';
import { createHealthRoute } from './routes/health/health.route.js';
import { createInitiateFlowRoute } from './routes/initiate-flow/initiate-flow.route.js';
import { createLaunchRoute } from './routes/launch/launch.route.js';
import { createCaptureRoute } from './routes/submissions/capture.route.js';
import { createSubmissionAccess } from './routes/submissions/submission-access.js';
import { createSubmissionRoute } from './routes/submissions/submission.route.js';
import { createTokenRoute } from './routes/token/token.route.js';

/** Captures go to the object store; what comes here is small. */
const BODY_LIMIT = '64kb';

/** The whole API without a socket. */
export function createApp(dependencies: AppDependencies): Express {
  const { logger, settings } = dependencies;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustedProxies);

  app.use(assignRequestId());
  app.use(logRequests(logger));
  app.use(setSecurityHeaders(settings));
  app.use(forbidCaching());
  app.use(createHealthRoute(dependencies));
  app.use(createCaptureAppRoute(settings.webRoot));
  app.use(express.json({ limit: BODY_LIMIT }));
  app.use(...createContractRoutes(dependencies));
  app.use(refuseUnknownPath());
  app.use(renderError(logger));
  return app;
}

function createContractRoutes(dependencies: AppDependencies) {
  const { publicUrl } = dependencies.settings;
  const authenticator = createAuthenticator(dependencies);
  const access = createSubmissionAccess({ ...dependencies, authenticator });
  return [
    createTokenRoute(dependencies),
    createInitiateFlowRoute({ ...dependencies, authenticator, publicUrl }),
    createCaptureRoute({ ...dependencies, access }),
    createSubmissionRoute({ ...dependencies, access }),
    createLaunchRoute({ ...dependencies, publicUrl }),
  ];
}
