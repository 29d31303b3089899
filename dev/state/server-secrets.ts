import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const serverSecrets = z.object({
  databasePassword: z.string().min(16),
  storageAccessKey: z.string().min(3),
  storageSecretKey: z.string().min(16),
});

/** Passwords of the servers that `npm start` runs itself. */
export type ServerSecrets = Readonly<z.infer<typeof serverSecrets>>;

/** @throws Error naming the file, never a value */
export async function readServerSecrets(path: string): Promise<ServerSecrets> {
  const text = await readFile(path, 'utf8');
  const damaged = new Error(`${path} is damaged. Put back the one that belongs to this data.`);
  try {
    const parsed = serverSecrets.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    throw damaged;
  }
  throw damaged;
}
