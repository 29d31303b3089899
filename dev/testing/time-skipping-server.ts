import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DevContext } from '../processes/process-book.js';
import { findOnPath } from '../servers/find-on-path.js';

const VERSION = '1.38.0';
/** The test server's logging interface is of this version; nothing is to be printed. */
const SLF4J_VERSION = '2.0.17';
const COPY_DEPENDENCIES =
  'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>kenali</groupId>
  <artifactId>time-skipping-server</artifactId>
  <version>${VERSION}</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>${SLF4J_VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

/**
 * Ends with the server: `exec` replaces the shell, so that a signal reaches Java. The flags shorten
 * the start, for which the SDK waits no longer than five seconds.
 */
const WRAPPER = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

/**
 * The time-skipping server that workflow tests run on, from Maven Central: the SDK's own download
 * is out of reach on many machines.
 *
 * @returns its path, or null where Java or Maven is missing: the SDK then downloads its own
 */
export async function provideTimeSkippingServer(context: DevContext): Promise<string | null> {
  const folder = join(context.cacheDir, 'servers', `time-skipping-server-${VERSION}`);
  const maven = findOnPath('mvn', context.environment);
  if (findOnPath('java', context.environment) === null) return adviseJava(context);
  if (!existsSync(folder)) {
    if (maven === null) return adviseJava(context);
    await fillCache(folder, maven, context);
  }
  const path = join(folder, 'time-skipping-server');
  await writeFile(path, WRAPPER, { mode: 0o755 });
  return path;
}

/** Works in a folder of its own and moves the result, so that an interruption leaves no half. */
async function fillCache(folder: string, maven: string, context: DevContext): Promise<void> {
  context.report('Time-skipping test server: fetching with Maven (once) …');
  await mkdir(dirname(folder), { recursive: true });
  const workshop = await mkdtemp(`${folder}.partial-`);
  try {
    await fetchLibraries(workshop, maven, context);
    await rename(workshop, folder).catch((error: unknown) => {
      // Another run was faster.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function fetchLibraries(workshop: string, maven: string, context: DevContext): Promise<void> {
  await writeFile(join(workshop, 'pom.xml'), POM);
  await context.book.run({
    command: maven,
    args: ['-q', '-B', COPY_DEPENDENCIES, '-DoutputDirectory=lib', '-DincludeScope=runtime'],
    cwd: workshop,
    environment: context.environment,
    signal: context.signal,
  });
}

function adviseJava({ report }: DevContext): null {
  report(
    'Java 17 and Maven are not both on the PATH: workflow tests use the download of the Temporal SDK.',
  );
  return null;
}
