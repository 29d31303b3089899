import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type Logger, type WorkflowBundleOption } from '@temporalio/worker';
import { findBuiltBundle } from './built-bundle.js';
import { FAILURE_CONVERTER_PATH } from './data-converter.js';

const WORKFLOWS_PATH = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));

/** Of the checkout, or of the image. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the workflows with the converter that encodes failures in the sandbox. 1 to 3 s. */
export function bundleWorkflows(logger?: Logger): Promise<{ readonly code: string }> {
  return bundleWorkflowCode({
    workflowsPath: WORKFLOWS_PATH,
    failureConverterPath: FAILURE_CONVERTER_PATH,
    ...(logger === undefined ? {} : { logger }),
  });
}

/** What `npm run build:workflows` made of the code as it is, as in the container image; else one made now. */
export async function loadWorkflowBundle(logger: Logger): Promise<WorkflowBundleOption> {
  const codePath = await findBuiltBundle(ROOT);
  return codePath === null ? await bundleWorkflows(logger) : { codePath };
}
