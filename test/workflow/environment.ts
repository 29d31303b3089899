import type { DataConverter } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { addSearchAttributes } from '../../temporal/search-attributes.js';

let isRuntimeInstalled = false;

/** The SDK waits 5 s for the server, which a Java process on a busy machine may need longer than. */
const START_TRIES = 3;

/**
 * A Temporal server whose clock jumps. `KENALI_TEST_SERVER_PATH` names its executable; without it
 * the SDK downloads its own. Tear down in `afterAll`: a forgotten server outlives the test run.
 *
 * Trap of the Java server: when a child ends after its parent, as our callbacks do, the clock never
 * jumps again. A test whose submission has to wait needs a server of its own.
 */
export async function startEnvironment(
  dataConverter?: DataConverter,
): Promise<TestWorkflowEnvironment> {
  installQuietRuntime();
  const path = process.env.KENALI_TEST_SERVER_PATH;
  const environment = await startServer({
    ...(path === undefined ? {} : { server: { executable: { type: 'existing-path', path } } }),
    ...(dataConverter === undefined ? {} : { client: { dataConverter } }),
  });
  // Without this a workflow that sets an attribute hangs.
  await addSearchAttributes(environment.connection, environment.namespace ?? 'default');
  return environment;
}

type ServerOptions = Parameters<typeof TestWorkflowEnvironment.createTimeSkipping>[0];

async function startServer(
  options: ServerOptions,
  tries = START_TRIES,
): Promise<TestWorkflowEnvironment> {
  try {
    return await TestWorkflowEnvironment.createTimeSkipping(options);
  } catch (error) {
    if (tries === 1) throw error;
    return startServer(options, tries - 1);
  }
}

/** Failing activities are the point of many tests: only the SDK's own errors are shown. */
function installQuietRuntime(): void {
  // A runtime is installed once a process, a file may start several servers.
  if (isRuntimeInstalled) return;
  isRuntimeInstalled = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
}
