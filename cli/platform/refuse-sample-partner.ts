import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { OpenAdministration } from './open-administration.js';

const demoPartnerFile = z.object({
  partnerCode: z.string(),
  face: z.object({ partnerCode: z.string() }).optional(),
});

/**
 * Refuses to end what the running sample partner of `npm start` holds: it would fail until the
 * next start.
 *
 * @throws Error saying what to do instead
 */
export async function refuseSamplePartner(
  { localFolder }: Pick<OpenAdministration, 'localFolder'>,
  partnerCode: string,
): Promise<void> {
  if (localFolder === null) return;
  const { statePaths } = await import('../../dev/state/state-paths.js');
  const text = await readFile(statePaths(localFolder).demoPartner, 'utf8').catch(() => '{}');
  const held = demoPartnerFile.safeParse(JSON.parse(text));
  if (!held.success) return;
  if (held.data.partnerCode !== partnerCode && held.data.face?.partnerCode !== partnerCode) return;
  throw new Error(
    `${partnerCode} belongs to the sample partner of "npm start", which would lose its access. Create a partner of your own: kenali partner create.`,
  );
}
