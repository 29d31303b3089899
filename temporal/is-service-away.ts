import { isGrpcServiceError } from '@temporalio/client';

/** gRPC status codes of a service that is away, too slow or too busy. */
const AWAY: ReadonlySet<number> = new Set([
  1, // CANCELLED
  4, // DEADLINE_EXCEEDED
  8, // RESOURCE_EXHAUSTED
  14, // UNAVAILABLE
]);

/**
 * Whether Temporal is away, too slow or too busy, as opposed to refusing. The SDK wraps the gRPC
 * failure of some calls in a ServiceError.
 */
export function isServiceAway(error: unknown): boolean {
  const cause = error instanceof Error && !isGrpcServiceError(error) ? error.cause : error;
  return isGrpcServiceError(cause) && AWAY.has(cause.code);
}
