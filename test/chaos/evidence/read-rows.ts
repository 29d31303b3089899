import type { DeliveryState } from '../../../contract/callback.js';
import type { CapturePlace } from '../../../contract/capture.js';
import type { FlowName } from '../../../contract/flow.js';
import { connectDatabase } from '../../../db/client.js';
import { capture } from '../../../db/schema/capture.js';
import { delivery } from '../../../db/schema/delivery.js';
import { submission } from '../../../db/schema/submission.js';

export interface SubmissionRow {
  readonly id: string;
  readonly partnerCode: string;
  readonly partnerSessionId: string;
  readonly flow: FlowName;
  /** That were confirmed. */
  readonly status: string;
  readonly result: string | null;
  readonly reasonCode: string | null;
  readonly expiresAt: Date;
  readonly processedAt: Date | null;
}

export interface CaptureRow extends CapturePlace {
  readonly objectKey: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface DeliveryRow {
  readonly submissionId: string;
  readonly number: number;
  readonly webhookId: string;
  readonly state: DeliveryState;
}

export interface Rows {
  readonly submissions: readonly SubmissionRow[];
  readonly captures: readonly CaptureRow[];
  readonly deliveries: readonly DeliveryRow[];
}

/** What the database holds. The platform is a run's own: all of it belongs to the run. */
export async function readRows(databaseUrl: string): Promise<Rows> {
  const connection = connectDatabase(databaseUrl, 1);
  const { database } = connection;
  const { id, partnerCode, partnerSessionId, flow, status, result, reasonCode } = submission;
  const { expiresAt, processedAt } = submission;
  const { attempt, documentType, objectKey, sha256, bytes } = capture;
  const { submissionId, number, webhookId, state } = delivery;
  try {
    return {
      submissions: await database
        .select({
          ...{ id, partnerCode, partnerSessionId, flow, status, result, reasonCode },
          ...{ expiresAt, processedAt },
        })
        .from(submission),
      captures: await database
        .select({
          ...{ submissionId: capture.submissionId, attempt, documentType },
          ...{ objectKey, sha256, bytes },
        })
        .from(capture),
      deliveries: await database.select({ submissionId, number, webhookId, state }).from(delivery),
    };
  } finally {
    await connection.close();
  }
}
