import type { DataConverter } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll } from 'vitest';
import { bundleWorkflows } from '../../temporal/bundle-workflows.js';
import { startEnvironment } from './environment.js';
import type { Stage } from './submission-driver.js';

/**
 * A server of its own for the tests of a file, and our workflows. There from the first test on.
 *
 * @param dataConverter of the server's client
 */
export function useStage(dataConverter?: DataConverter): Stage {
  let environment: TestWorkflowEnvironment;
  let workflowBundle: Stage['workflowBundle'];

  beforeAll(async () => {
    // One after the other: the server's start has a short deadline.
    environment = await startEnvironment(dataConverter);
    workflowBundle = await bundleWorkflows();
  });

  afterAll(() => environment.teardown());

  return {
    get environment() {
      return environment;
    },
    get workflowBundle() {
      return workflowBundle;
    },
  };
}
