import { createKenaliClient, type KenaliClient } from './kenali-client.js';
import type { KenaliAccount, PartnerSettings } from './settings.js';

/** `face` has this backend as its source of reference images; `sandbox` is forced outcomes. */
export type AccountName = 'main' | 'sandbox' | 'face';

/** One client an account, each with its own token. Null where there are no credentials. */
export type KenaliAccounts = Readonly<
  Record<Exclude<AccountName, 'main'>, KenaliClient | null> & { readonly main: KenaliClient }
>;

export function createKenaliAccounts(settings: PartnerSettings): KenaliAccounts {
  const { publicUrl } = settings;
  const connect = (account: KenaliAccount | null) =>
    account === null ? null : createKenaliClient(account, publicUrl);
  return {
    main: createKenaliClient(settings.kenali, publicUrl),
    sandbox: connect(settings.sandbox),
    face: connect(settings.face),
  };
}

/** The page asks for something that this backend has no credentials for. */
export class NoCredentials extends Error {
  override readonly name = 'NoCredentials';

  constructor(account: AccountName) {
    super(`There are no ${account} credentials. "npm start" provides them.`);
  }
}

/** @throws NoCredentials */
export function clientOf(accounts: KenaliAccounts, account: AccountName): KenaliClient {
  const client = accounts[account];
  if (client === null) throw new NoCredentials(account);
  return client;
}
