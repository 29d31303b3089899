import type { Client, WorkflowExecutionInfo } from '@temporalio/client';
import { clearTextOf } from '../../support/clear-text.js';
import { openPayloads } from '../../support/open-payloads.js';
import type { ToldOutcome } from '../session/observed-session.js';
import type { WrittenText } from './evidence.js';

export interface SeenWorkflow {
  readonly id: string;
  /** `RUNNING`, `COMPLETED`, `FAILED` … */
  readonly status: string;
  /** What a submission's workflow gave back; null for others and for what has not ended well. */
  readonly outcome: ToldOutcome | null;
}

export interface ReadWorkflows {
  readonly workflows: readonly SeenWorkflow[];
  /** Ids, search attributes and histories, the payloads sealed and opened. */
  readonly texts: readonly WrittenText[];
}

/** What Temporal knows. */
export async function readWorkflows(temporal: Client): Promise<ReadWorkflows> {
  const workflows: SeenWorkflow[] = [];
  const texts: WrittenText[] = [];
  for await (const info of temporal.workflow.list()) {
    const handle = temporal.workflow.getHandle(info.workflowId, info.runId);
    const { status } = await handle.describe();
    const isEnded = status.name === 'COMPLETED' && info.workflowId.startsWith('submission/');
    workflows.push({
      id: info.workflowId,
      status: status.name,
      outcome: isEnded ? ((await handle.result()) as ToldOutcome) : null,
    });
    texts.push(describeListed(info));
    const history = await handle.fetchHistory();
    const opened = await openPayloads(history, temporal);
    texts.push({
      where: `the history of ${info.workflowId}`,
      text: [clearTextOf(history), clearTextOf(opened)].join('\n'),
    });
  }
  return { workflows, texts };
}

export async function countRunning(temporal: Client): Promise<number> {
  const { count } = await temporal.workflow.count(`ExecutionStatus = 'Running'`);
  return count;
}

function describeListed({ workflowId, raw }: WorkflowExecutionInfo): WrittenText {
  return { where: `id and search attributes of ${workflowId}`, text: clearTextOf(raw) };
}
