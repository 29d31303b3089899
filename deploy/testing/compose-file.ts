import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

/** The parts of a Compose file that our tests look at. */
const composeFile = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      command: z.array(z.string()).optional(),
      restart: z.string(),
      stop_grace_period: z.string().optional(),
      logging: z.object({ driver: z.string(), options: z.record(z.string(), z.string()) }),
      deploy: z.object({ replicas: z.string() }).optional(),
      user: z.string().optional(),
      environment: z.record(z.string(), z.string()).default({}),
      secrets: z.array(z.string()).default([]),
      ports: z.array(z.string()).default([]),
      volumes: z.array(z.string()).default([]),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
      healthcheck: z
        .object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() })
        .optional(),
    }),
  ),
  volumes: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

export type ComposeFile = z.infer<typeof composeFile>;

const COMPOSE_FILE = new URL('../../docker-compose.yml', import.meta.url);

/** `docker-compose.yml` with its anchors and merges resolved; variables stay as written. */
export async function readComposeFile(): Promise<{
  readonly raw: unknown;
  readonly compose: ComposeFile;
  readonly text: string;
}> {
  const text = await readFile(COMPOSE_FILE, 'utf8');
  const raw: unknown = parse(text, { merge: true });
  return { raw, compose: composeFile.parse(raw), text };
}

/** Names of the variables that a text interpolates. */
export function listVariables(text: string): readonly string[] {
  const names = [...text.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name = '']) => name);
  return [...new Set(names)].sort();
}
