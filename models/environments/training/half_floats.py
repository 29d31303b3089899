"""Halves an exported network of floats for keeping."""

from pathlib import Path

import onnx
from onnx import TensorProto, helper, numpy_helper


def store_halves(path: Path) -> None:
    """Kernels are stored in 16 bits and cast to 32 when the file is loaded, so that every runtime
    computes in 32 as before; what is lost is below a thousandth of a weight. Biases are few and stay."""
    model = onnx.load(path)
    graph = model.graph
    kernels = [
        one for one in graph.initializer if one.data_type == TensorProto.FLOAT and len(one.dims) > 1
    ]
    casts = []
    for kernel in kernels:
        name = kernel.name
        half = numpy_helper.from_array(numpy_helper.to_array(kernel).astype("float16"), f"{name}_half")
        kernel.CopyFrom(half)
        casts.append(helper.make_node("Cast", [half.name], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)
