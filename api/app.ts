import express, { type Express, type Request, type RequestHandler, type Router } from 'express';
import type { AppDependencies } from './app-dependencies.js';
import { createAuthenticator } from './authenticate.js';
import { createGatewayHosts, refuseAt } from './gateway-hosts.js';
import { allowCallsOfPages } from './middleware/allow-calls-of-pages.js';
import { forbidCaching } from './middleware/forbid-caching.js';
import { limitAddresses } from './middleware/limit-addresses.js';
import { logRequests } from './middleware/log-requests.js';
import { refuseDeepBodies } from './middleware/refuse-deep-bodies.js';
import { refuseOtherTypes } from './middleware/refuse-other-types.js';
import { refuseRepeatedHeaders } from './middleware/refuse-repeated-headers.js';
import { refuseUnknownPath, renderError } from './middleware/render-error.js';
import { assignRequestId } from './middleware/request-id.js';
import { setSecurityHeaders } from './middleware/security-headers.js';
import { createRequestLimits, type RequestLimits } from './request-limits.js';
import { createCaptureAppRoute } from './routes/capture-app/capture-app.route.js';
import { createHandoffRoute } from './routes/handoff/handoff.route.js';
import { createFaceMatchRoute } from './routes/face-match/face-match.route.js';
import { createHealthRoute } from './routes/health/health.route.js';
import { createInitiateFlowRoute } from './routes/initiate-flow/initiate-flow.route.js';
import { createLaunchRoute } from './routes/launch/launch.route.js';
import { createOperatorRoute } from './routes/operator/operator.route.js';
import { createReferenceRoute } from './routes/reference/reference.route.js';
import { createSdkFilesRoute } from './routes/sdk/sdk-files.route.js';
import { createSdkRoute, SDK_LAUNCH_PATH } from './routes/sdk/sdk.route.js';
import { createCaptureRoute } from './routes/submissions/capture.route.js';
import { createSubmissionAccess } from './submission/submission-access.js';
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
  const hosts = createGatewayHosts(settings);
  const limits = createRequestLimits(settings);
  const pages = { ...dependencies, webRoot: settings.webRoot, limits };
  app.use(unless(hosts.isTokenGateway, createCaptureAppRoute(pages)));
  app.use(unless(hosts.isTokenGateway, createSdkFilesRoute(settings.sdkRoot)));
  app.use(unless(hosts.isTokenGateway, createReferenceRoute()));
  app.use(SDK_LAUNCH_PATH, allowCallsOfPages());
  app.use(limitAddresses(limits));
  app.use(refuseRepeatedHeaders());
  app.use(createTokenRoute({ ...dependencies, limits, guard: refuseAt(hosts.isMainGateway) }));
  app.use(refuseAt(hosts.isTokenGateway));
  app.use(express.json({ limit: BODY_LIMIT }));
  app.use(refuseOtherTypes());
  app.use(refuseDeepBodies());
  app.use(...createContractRoutes(dependencies, limits));
  app.use(refuseUnknownPath());
  app.use(renderError(logger));
  return app;
}

/** Passes a request by where the condition holds. */
function unless(isPassedBy: (req: Request) => boolean, router: Router): RequestHandler {
  return (req, res, next) => {
    if (isPassedBy(req)) next();
    else router(req, res, next);
  };
}

function createContractRoutes(dependencies: AppDependencies, limits: RequestLimits) {
  const { publicUrl } = dependencies.settings;
  const { audit } = dependencies.administration;
  const authenticator = createAuthenticator({ ...dependencies, limits });
  const access = createSubmissionAccess({ ...dependencies, authenticator });
  return [
    createInitiateFlowRoute({ ...dependencies, authenticator, publicUrl }),
    createCaptureRoute({ ...dependencies, access }),
    createSubmissionRoute({ ...dependencies, access, audit }),
    createFaceMatchRoute({ ...dependencies, authenticator, audit }),
    createLaunchRoute({ ...dependencies, publicUrl }),
    createOperatorRoute(dependencies.administration),
    createSdkRoute({ ...dependencies, access, publicUrl }),
    createHandoffRoute({ ...dependencies, access, publicUrl }),
  ];
}
