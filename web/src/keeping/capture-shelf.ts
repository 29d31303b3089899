import { PersonCapture } from '../../../contract/flow.js';
import { isRecord } from '../../../contract/is-record.js';
import { findMember } from '../api/read-json.js';
import type { LockedCapture } from './lock-capture.js';

/** One capture as it lies in the browser's database: nothing of it can be read without the lock. */
export interface ShelvedCapture extends LockedCapture {
  readonly publicId: string;
  readonly document: PersonCapture;
  /** On the device's clock, in milliseconds since the epoch. */
  readonly shelvedAt: number;
}

/** Where locked captures lie. Its calls reject where the browser has no such place. */
export interface CaptureShelf {
  /** Takes the place of the one of the same document. */
  put(capture: ShelvedCapture): Promise<void>;
  /** Answers what there is of a submission. */
  list(publicId: string): Promise<readonly ShelvedCapture[]>;
  /** Answers once it is gone. */
  remove(publicId: string): Promise<void>;
  /** Of whatever submission. */
  removeOlderThan(shelvedAt: number): Promise<void>;
}

const DATABASE = 'kenali-captures';
const STORE = 'captures';
const BY_SUBMISSION = 'publicId';
const BY_TIME = 'shelvedAt';

/** @throws DOMException where the browser keeps no database, as in some private windows */
export async function openCaptureShelf(factory: IDBFactory): Promise<CaptureShelf> {
  const database = await openDatabase(factory);
  const write = (change: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, 'readwrite');
      // Not the request's success: only a transaction that is complete has reached the disk.
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new DOMException('', 'AbortError'));
      };
      change(transaction.objectStore(STORE));
    });
  return {
    put: (capture) => write((store) => store.put(capture)),
    list: (publicId) => {
      const store = database.transaction(STORE).objectStore(STORE);
      const found: IDBRequest<unknown[]> = store.index(BY_SUBMISSION).getAll(publicId);
      return answerOf(found).then((entries) => entries.flatMap(readEntry));
    },
    remove: (publicId) =>
      write((store) => {
        removeEach(store.index(BY_SUBMISSION), IDBKeyRange.only(publicId));
      }),
    removeOlderThan: (shelvedAt) =>
      write((store) => {
        removeEach(store.index(BY_TIME), IDBKeyRange.upperBound(shelvedAt, true));
      }),
  };
}

/** Other versions of this page have written here as well. */
function readEntry(entry: unknown): readonly ShelvedCapture[] {
  if (!isRecord(entry)) return [];
  const { publicId, document: name, shelvedAt, deviceKey, iv, sealed } = entry;
  const document = findMember(name, PersonCapture);
  if (typeof publicId !== 'string' || document === null || typeof shelvedAt !== 'number') return [];
  if (!(deviceKey instanceof CryptoKey) || !(sealed instanceof ArrayBuffer)) return [];
  if (!(iv instanceof Uint8Array)) return [];
  return [{ publicId, document, shelvedAt, deviceKey, iv: Uint8Array.from(iv), sealed }];
}

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore(STORE, { keyPath: ['publicId', 'document'] });
    store.createIndex(BY_SUBMISSION, 'publicId');
    store.createIndex(BY_TIME, 'shelvedAt');
  };
  return answerOf(request);
}

function removeEach(index: IDBIndex, range: IDBKeyRange): void {
  const request = index.openCursor(range);
  request.onsuccess = () => {
    request.result?.delete();
    request.result?.continue();
  };
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new DOMException('', 'UnknownError'));
    };
  });
}
