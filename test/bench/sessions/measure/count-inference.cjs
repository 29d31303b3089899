/*
 * Loaded into every thread of the vision worker by `--require`: counts the processor time that the
 * networks take. That is time inside the runtime's own `run`, on the thread that calls it, and all
 * of its helper threads, which do nothing else. Decoding a picture, cutting and scaling it, filling
 * a tensor and reading one are outside. Each thread writes to a file of its own, see
 * `read-inference.ts`.
 *
 * The kernel brings a thread's own time up to date at its ticks: one call is up to a tick off, in
 * either direction alike, and the sum of many is right.
 */
const fs = process.getBuiltinModule('node:fs');
const path = process.getBuiltinModule('node:path');
const { createRequire } = process.getBuiltinModule('node:module');

/**
 * @typedef {object} Binding
 * @property {new () => NativeSession} InferenceSession
 *
 * @typedef {{
 *   loadModel(...given: unknown[]): unknown,
 *   run(...given: unknown[]): unknown,
 * }} NativeSession
 */

const load = createRequire(__filename);
const folder = process.env.KENALI_BENCH_INFERENCE_DIR ?? '';
const [, , ownThread = ''] = fs.readlinkSync('/proc/thread-self').split('/');

/** @type {unknown} */
const runtime = load(path.join(path.dirname(load.resolve('onnxruntime-node')), 'binding.js'));
const { binding } = /** @type {{ binding: Binding }} */ (runtime);
const Native = binding.InferenceSession;

const schedule = fs.openSync(`/proc/self/task/${ownThread}/schedstat`, 'r');
const text = Buffer.alloc(64);

/** Nanoseconds that this thread was on a core. */
function readOwnTime() {
  const length = fs.readSync(schedule, text, 0, text.length, 0);
  return Number(text.toString('latin1', 0, length).split(' ')[0]);
}

let file = -1;
let inside = 0;
let runs = 0;
/** @type {string[]} */
const helpers = [];

function tell() {
  if (file < 0)
    file = fs.openSync(path.join(folder, `${String(process.pid)}-${ownThread}.json`), 'w');
  const told = JSON.stringify({ runs, ownNs: inside, helpers });
  // One length, so that nothing of an earlier line stands behind it.
  fs.writeSync(file, told.padEnd(512), 0);
}

binding.InferenceSession = class extends Native {
  /**
   * @override
   * @param {unknown[]} given
   */
  loadModel(...given) {
    const before = new Set(fs.readdirSync('/proc/self/task'));
    const answer = super.loadModel(...given);
    helpers.push(...fs.readdirSync('/proc/self/task').filter((thread) => !before.has(thread)));
    return answer;
  }

  /**
   * @override
   * @param {unknown[]} given
   */
  run(...given) {
    const before = readOwnTime();
    try {
      return super.run(...given);
    } finally {
      inside += readOwnTime() - before;
      runs += 1;
      tell();
    }
  }
};
