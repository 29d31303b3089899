import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';

/** Answers whether it started; false where a workflow of the same id was there before. */
export async function startOnce(start: () => Promise<unknown>): Promise<boolean> {
  try {
    await start();
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}
