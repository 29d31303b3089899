import type { InferenceSession } from 'onnxruntime-node';

/** The floats of one named output of a run. */
export function readOutput(outputs: InferenceSession.ReturnType, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (data instanceof Float32Array) return data;
  throw new TypeError(`The network has no float output named ${name}.`);
}
