import {
  createDocument,
  type oas31,
  type ZodOpenApiOverride,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { captureAppPaths } from './capture-app-paths.js';
import { capturePaths } from './capture-paths.js';
import { faceMatchPaths } from './face-match-paths.js';
import { handoffPaths } from './handoff-paths.js';
import { INTRODUCTION } from './introduction.js';
import { operatorEndpointPaths } from './operator-endpoint-paths.js';
import { operatorPartnerPaths } from './operator-partner-paths.js';
import { operatorErasurePaths } from './operator-erasure-paths.js';
import { operatorRecordPaths } from './operator-record-paths.js';
import { sdkPaths } from './sdk-paths.js';
import { SECURITY_SCHEMES } from './security.js';
import { sessionPaths } from './session-paths.js';
import { TAGS } from './tags.js';
import { tokenPaths } from './token-paths.js';
import { webhooks } from './webhooks.js';

/** Of the contract, not of the product: raised with every change that partners can see. */
const CONTRACT_VERSION = '1.6.0';

/** One entry a resource, in the order of the page. */
const PATHS: ZodOpenApiPathsObject = {
  ...tokenPaths,
  ...sessionPaths,
  ...capturePaths,
  ...faceMatchPaths,
  ...captureAppPaths,
  ...handoffPaths,
  ...sdkPaths,
  ...operatorPartnerPaths,
  ...operatorEndpointPaths,
  ...operatorErasurePaths,
  ...operatorRecordPaths,
};

/**
 * The OpenAPI 3.1 document of the whole API, from the schemas that parse requests. The same on
 * every installation: its one server is the origin that it is read from.
 */
export function createOpenApiDocument(): oas31.OpenAPIObject {
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Kenali',
        version: CONTRACT_VERSION,
        description: INTRODUCTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'This installation' }],
      tags: TAGS,
      paths: PATHS,
      webhooks,
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    { override: simplify },
  );
}

/**
 * Bodies grow new members, so that nothing may be made from this that refuses them. What a format
 * says is not said again as a regular expression of some hundred characters.
 */
const simplify: ZodOpenApiOverride = ({ jsonSchema }) => {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
};
