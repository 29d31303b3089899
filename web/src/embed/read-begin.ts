import { isRecord } from '../../../contract/is-record.js';

/** What the Web SDK hands over. */
export interface HandedSession {
  readonly token: string;
  readonly correlationId: string;
  /** Of the launch; `null` leaves that of the session. */
  readonly userLocale: string | null;
  /** Not looked at here. */
  readonly theme: unknown;
}

const LOCALES: ReadonlyMap<unknown, string> = new Map([
  ['id', 'id_ID'],
  ['en', 'en_ID'],
]);

/** `null` for every other message: pages and extensions send many. */
export function readBegin(data: unknown): HandedSession | null {
  if (!isFromSdk(data, 'onekyc.begin')) return null;
  const { token, correlationId, language, theme } = data;
  if (typeof token !== 'string' || typeof correlationId !== 'string') return null;
  return { token, correlationId, userLocale: LOCALES.get(language) ?? null, theme };
}

/** The person pressed the button or key that closes what the SDK shows. */
export function isLeave(data: unknown): boolean {
  return isFromSdk(data, 'onekyc.leave');
}

function isFromSdk(data: unknown, type: string): data is Record<string, unknown> {
  return isRecord(data) && data.source === 'onekyc-sdk' && data.type === type;
}
