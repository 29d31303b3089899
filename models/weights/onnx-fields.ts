/** Numbers of the ONNX protocol buffers' fields that are read or changed, by message (onnx/onnx.proto). */
export const MODEL = { graph: 7 } as const;
export const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, valueInfo: 13 } as const;
export const NODE = { input: 1, output: 2, operator: 4 } as const;
export const TENSOR = { dims: 1, name: 8, rawData: 9 } as const;
export const VALUE = { type: 2 } as const;
export const TYPE = { tensor: 1 } as const;
export const TENSOR_TYPE = { shape: 2 } as const;
export const SHAPE = { dimension: 1 } as const;
export const DIMENSION = { value: 1 } as const;
