import { createHash } from 'node:crypto';
import { S3Error, type Client } from 'minio';
import { UPLOAD_PREFIX } from '../contract/capture.js';
import { MAX_SESSION_DAYS } from '../contract/submission-policy.js';

const RULE_ID = 'forget-uploads';

/** A day longer than the longest session: nothing goes that could still be confirmed. */
const UPLOAD_DAYS = MAX_SESSION_DAYS + 1;

const RULE = [
  `<Rule><ID>${RULE_ID}</ID><Status>Enabled</Status>`,
  `<Filter><Prefix>${UPLOAD_PREFIX}</Prefix></Filter>`,
  `<Expiration><Days>${String(UPLOAD_DAYS)}</Days></Expiration></Rule>`,
].join('');

/**
 * Has the store forget what is left of uploads: the net below the confirm, which removes each, and the
 * retention sweep, which removes those of a session that has ended. Rules that others have put stay,
 * letter by letter: what the client parses of them loses leading zeros of a prefix. Safe to repeat.
 */
export async function forgetUploads(client: Client, bucketName: string): Promise<void> {
  const rules = (await readRules(client, bucketName)).filter((rule) => !isOurs(rule));
  const body = Buffer.from(
    `<LifecycleConfiguration>${[...rules, RULE].join('')}</LifecycleConfiguration>`,
  );
  const headers = { 'Content-MD5': createHash('md5').update(body).digest('base64') };
  const call = { method: 'PUT', bucketName, query: 'lifecycle', headers } as const;
  await client.makeRequestAsyncOmit(call, body);
}

async function readRules(client: Client, bucketName: string): Promise<readonly string[]> {
  const chunks: Buffer[] = [];
  try {
    const call = { method: 'GET', bucketName, query: 'lifecycle' } as const;
    for await (const chunk of await client.makeRequestAsync(call)) chunks.push(chunk as Buffer);
  } catch (error) {
    if (error instanceof S3Error && error.code === 'NoSuchLifecycleConfiguration') return [];
    throw error;
  }
  return (
    Buffer.concat(chunks)
      .toString('utf8')
      .match(/<Rule>.*?<\/Rule>/gs) ?? []
  );
}

function isOurs(rule: string): boolean {
  return rule.includes(`<ID>${RULE_ID}</ID>`);
}
