import { createKenaliAccounts } from './accounts.js';
import { createPartnerApp } from './app.js';
import { readSettings, type PartnerSettings } from './settings.js';

function listen(settings: PartnerSettings): void {
  const app = createPartnerApp(settings, createKenaliAccounts(settings));
  const server = app.listen(settings.port, '127.0.0.1', (error) => {
    if (error) {
      console.error(`The sample partner cannot listen: ${error.message}`);
      process.exitCode = 1;
      return;
    }
    console.log(`Sample partner: ${settings.publicUrl}`);
  });
  const stop = () => {
    server.close();
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

try {
  listen(readSettings(process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
