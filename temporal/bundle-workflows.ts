import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type Logger, type WorkflowBundleOption } from '@temporalio/worker';
import { FAILURE_CONVERTER_PATH } from './data-converter.js';

const WORKFLOWS_PATH = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));

/** Written by `npm run build:workflows`. */
export const BUNDLE_PATH = fileURLToPath(new URL('../build/workflow-bundle.js', import.meta.url));

/** Bundles the workflows with the converter that encodes failures in the sandbox. 1 to 3 s. */
export function bundleWorkflows(logger?: Logger): Promise<{ readonly code: string }> {
  return bundleWorkflowCode({
    workflowsPath: WORKFLOWS_PATH,
    failureConverterPath: FAILURE_CONVERTER_PATH,
    ...(logger === undefined ? {} : { logger }),
  });
}

/** The built bundle where there is one, as in the container image; else one made now. */
export function loadWorkflowBundle(
  logger: Logger,
): WorkflowBundleOption | Promise<WorkflowBundleOption> {
  return existsSync(BUNDLE_PATH) ? { codePath: BUNDLE_PATH } : bundleWorkflows(logger);
}
