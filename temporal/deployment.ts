import type { WorkerOptions } from '@temporalio/worker';

/** Of the sessions worker. The vision worker has no workflows, and is not versioned. */
export const DEPLOYMENT_NAME = 'kenali-sessions';

/**
 * Gives the sessions worker a version, which every workflow that begins under it stays with.
 *
 * Of all types alike: a type may say for itself that it upgrades, but the server then refuses each of its tasks that
 * a worker without a version has done, also when it only goes on there.
 *
 * @param buildId names the version; undefined leaves the worker unversioned, as by default (ADR 0004)
 */
export function toDeployment(
  buildId: string | undefined,
): Pick<WorkerOptions, 'workerDeploymentOptions'> {
  if (buildId === undefined) return {};
  return {
    workerDeploymentOptions: {
      useWorkerVersioning: true,
      version: { deploymentName: DEPLOYMENT_NAME, buildId },
      defaultVersioningBehavior: 'PINNED',
    },
  };
}
