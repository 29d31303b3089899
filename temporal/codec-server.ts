import { once } from 'node:events';
import { createServer } from 'node:http';
import { readConfig } from '../config/read-config.js';
import {
  codecServerSettings,
  databaseSettings,
  loggingSettings,
  sealingSettings,
} from '../config/sections.js';
import { createAuditLog } from '../administration/audit-log.js';
import { AuditAction } from '../administration/audited-act.js';
import { createTransact } from '../administration/administration-stores.js';
import { connectDatabase } from '../db/client.js';
import { openSealing } from '../keys/sealing.js';
import { createLogger } from '../logging/logger.js';
import { createCodecApp } from './codec-app.js';
import { createEncryptionCodec } from './encryption-codec.js';
import { startProcess } from './start-process.js';

/** Decrypts histories for operators. Optional: nothing else depends on it. */
const NAME = 'codec-server';

await startProcess(NAME, async () => {
  const config = readConfig(
    { ...loggingSettings, ...databaseSettings, ...sealingSettings, ...codecServerSettings },
    process.env,
  );
  const logger = createLogger(NAME, config.KENALI_LOG_LEVEL);
  const sealing = await openSealing(config);
  const connection = connectDatabase(config.KENALI_DATABASE_URL, 1);
  const now = () => new Date();
  const audit = createAuditLog({
    transact: createTransact(connection.database, sealing),
    now,
  });
  const app = createCodecApp({
    codec: createEncryptionCodec(sealing.ring),
    record: (decoded) =>
      audit.record('codec', { action: AuditAction.PAYLOADS_DECODED, detail: { ...decoded } }),
    token: config.KENALI_CODEC_TOKEN,
    uiOrigin: config.KENALI_CODEC_UI_ORIGIN,
    logger,
    now,
  });
  const server = createServer(app);
  server.listen(config.KENALI_CODEC_PORT, config.KENALI_CODEC_HOST);
  await once(server, 'listening');
  logger.info({ port: config.KENALI_CODEC_PORT }, 'codec server listens');
  process.send?.({ ready: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => server.close());
  }
  await once(server, 'close');
  await connection.close();
});
