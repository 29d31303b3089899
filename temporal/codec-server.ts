import { once } from 'node:events';
import { createServer } from 'node:http';
import { readConfig } from '../config/read-config.js';
import { codecServerSettings, loggingSettings, sealingSettings } from '../config/sections.js';
import { readKeyRing } from '../keys/key-ring.js';
import { createLogger } from '../logging/logger.js';
import { createCodecApp } from './codec-app.js';
import { createEncryptionCodec } from './encryption-codec.js';
import { startProcess } from './start-process.js';

/** Decrypts histories for operators. Optional: nothing else depends on it. */
const NAME = 'codec-server';

await startProcess(NAME, async () => {
  const config = readConfig(
    { ...loggingSettings, ...sealingSettings, ...codecServerSettings },
    process.env,
  );
  const logger = createLogger(NAME, config.KENALI_LOG_LEVEL);
  const app = createCodecApp({
    codec: createEncryptionCodec(await readKeyRing(config.KENALI_SEALING_KEYS_PATH)),
    token: config.KENALI_CODEC_TOKEN,
    uiOrigin: new URL(config.KENALI_CODEC_UI_ORIGIN).origin,
    logger,
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
});
