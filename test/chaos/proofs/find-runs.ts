import type { Evidence } from '../evidence/evidence.js';
import type { SeenWorkflow } from '../evidence/read-workflows.js';

/** Every run under a workflow id: submissions and deliveries never continue as new, so that a second one is wrong. */
export function findRuns(
  { workflows }: Pick<Evidence, 'workflows'>,
  workflowId: string,
): readonly SeenWorkflow[] {
  return workflows.filter(({ id }) => id === workflowId);
}
