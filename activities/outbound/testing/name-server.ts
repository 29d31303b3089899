import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** What it answers with for a name; names that it has not are answered with nothing at all. */
export interface NameRecords {
  readonly ipv4?: readonly string[];
  /** Written out: eight groups. */
  readonly ipv6?: readonly string[];
}

/** A DNS server on loopback. */
export interface NameServer {
  /** `address:port` */
  readonly address: string;
  /** Names as they were asked for, a question for each family and try. */
  readonly questions: string[];
  close(): Promise<void>;
}

const HEADER_BYTES = 12;
const TYPE_A = 1;
const TYPE_AAAA = 28;

export async function startNameServer(
  records: Readonly<Record<string, NameRecords>>,
): Promise<NameServer> {
  const socket = createSocket('udp4');
  const questions: string[] = [];
  socket.on('message', (query, sender) => {
    const { name, type, end } = readQuestion(query);
    questions.push(name);
    const found = records[name];
    if (found === undefined) return;
    const answers = type === TYPE_A ? found.ipv4?.map(packIpv4) : found.ipv6?.map(packIpv6);
    const answer = writeAnswer(query.subarray(0, end), type, answers ?? []);
    socket.send(answer, sender.port, sender.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${String(socket.address().port)}`,
    questions,
    async close() {
      socket.close();
      await once(socket, 'close');
    },
  };
}

/** RFC 1035 §4.1.2: labels with their lengths, a zero, the type, the class. */
function readQuestion(query: Buffer) {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('ascii', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function writeAnswer(question: Buffer, type: number, addresses: readonly Buffer[]): Buffer {
  const head = Buffer.from(question);
  // An answer without error, of a server that asks others on.
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(addresses.length, 6);
  head.fill(0, 8, HEADER_BYTES);
  const answers = addresses.map((address) => {
    const record = Buffer.alloc(12);
    // The name is the one asked for; class IN; no time to live.
    record.writeUInt16BE(0xc000 + HEADER_BYTES, 0);
    record.writeUInt16BE(type === TYPE_A ? TYPE_A : TYPE_AAAA, 2);
    record.writeUInt16BE(1, 4);
    record.writeUInt16BE(address.length, 10);
    return Buffer.concat([record, address]);
  });
  return Buffer.concat([head, ...answers]);
}

const packIpv4 = (address: string): Buffer => Buffer.from(address.split('.').map(Number));

const packIpv6 = (address: string): Buffer =>
  Buffer.from(
    address.split(':').flatMap((group) => [...Buffer.from(group.padStart(4, '0'), 'hex')]),
  );
