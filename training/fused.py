"""Rewrites an exported network into one that says the same in less time.

    python -m training.fused --model FOLDER/annotator.onnx --out FOLDER

Reads `annotator.onnx` and the `annotator.json` beside it, writes both to another folder (or over themselves), the
checksum adjusted. What is rewritten, layer by layer:

- Attention, some twenty nodes with a mask, becomes one node without (`MultiHeadAttention`). The package reads one
  window at a time, whole, so every piece is there to be seen. `present` stays an input, so that whatever feeds the
  plain network can feed this one, but is not looked at: no padded batches.
- The encoder's gelu becomes its tanh form (`FastGelu`), off by .0005 at most, a fortieth of a step of the int8 input
  that it becomes.
- Only the first piece of each word is read by the heads, so the last layer is done for those pieces alone once it has
  looked at all of them.
- What the fourth layer says of those pieces becomes an output, `lower`: the network of moves goes on from there.

Everything else is left to onnxruntime, which fuses it when it opens the file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from pathlib import Path

import onnx
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper

HEADS, WIDTH = 12, 384
"""Attention heads of a layer, and the width of what it says of a piece."""
MICROSOFT = "com.microsoft"
"""The domain of onnxruntime's own operators."""
LAYER = re.compile(r"(?P<stem>.*/layers\.)(?P<number>\d+)/query/")
SHARED = 4
"""Layers that the network of moves has in common with the annotator."""


class Graph:
    """A graph that is being rewritten: who makes a tensor, who uses it."""

    def __init__(self, graph: GraphProto) -> None:
        self.graph = graph
        self.nodes = list(graph.node)

    def maker(self, tensor: str) -> NodeProto:
        """The node that gives a tensor."""
        return next(n for n in self.nodes if tensor in n.output)

    def put(self, node: NodeProto) -> None:
        """Puts a node in the place of whatever gives its outputs now."""
        self.nodes = [n for n in self.nodes if not set(n.output) & set(node.output)]
        self.nodes.append(node)

    def finish(self) -> None:
        """Leaves out what no output needs, and puts the nodes in an order in which they can run."""
        makers = {o: n for n in self.nodes for o in n.output}
        order: dict[int, NodeProto] = {}
        waiting = [(o.name, False) for o in reversed(self.graph.output)]
        while waiting:
            tensor, ready = waiting.pop()
            node = makers.get(tensor)
            if node is None or id(node) in order:
                continue
            if ready:
                order[id(node)] = node
            else:
                waiting.append((tensor, True))
                waiting.extend((i, False) for i in reversed(node.input))
        used = {i for n in order.values() for i in n.input}
        kept = [i for i in self.graph.initializer if i.name in used]
        nodes = [NodeProto.FromString(n.SerializeToString()) for n in order.values()]
        del self.graph.node[:], self.graph.initializer[:]
        self.graph.node.extend(nodes)
        self.graph.initializer.extend(kept)


def _input_of(graph: Graph, layer: str, linear: str) -> str:
    """The tensor that a linear layer takes, before it is quantised."""
    product = next(n for n in graph.nodes if n.name.startswith(f"{layer}/{linear}/MatMul") and n.op_type in _PRODUCTS)
    quantised = product.input[0]
    return graph.maker(quantised).input[0] if product.op_type == "MatMulInteger" else quantised


_PRODUCTS = ("MatMul", "MatMulInteger")


def _other_input(graph: Graph, layer: str, linear: str, norm: str) -> str:
    """What is added to a linear layer's output before it is normalised."""
    normalised = next(n for n in graph.nodes if n.name == f"{layer}/{norm}/LayerNormalization")
    added = graph.maker(normalised.input[0])
    return next(i for i in added.input if i != f"{layer}/{linear}/Add_output_0")


def fused(model: ModelProto) -> ModelProto:
    """A network that gives the same outputs for the same inputs, but for rounding, and `lower`.

    Args:
        model: as `training.export` writes it, int8 or not.

    Raises:
        ValueError: it is something else, or rewritten already.
    """
    made = ModelProto.FromString(model.SerializeToString())
    graph = Graph(made.graph)
    layers = attention_in_one(graph)
    _first_pieces_only(graph, layers[-1])
    _give_lower(graph, layers[SHARED - 1])
    return finished(made, graph)


def attention_in_one(graph: Graph) -> list[str]:
    """Rewrites attention and gelu of every layer, and gives the layers' names in their order.

    Raises:
        ValueError: there are none, or they are rewritten already.
    """
    if any(n.op_type == "MultiHeadAttention" for n in graph.nodes):
        raise ValueError("the network is fused already")
    found = {int(m["number"]): m["stem"] + m["number"] for n in graph.nodes if (m := LAYER.match(n.name))}
    if not found:
        raise ValueError("the network has no layers of the names that training gives")
    layers = [found[number] for number in sorted(found)]
    for layer in layers:
        parts = [f"{layer}/{name}/Add_output_0" for name in ("query", "key", "value")]
        seen, up = _input_of(graph, layer, "joined"), _input_of(graph, layer, "down")
        own = {"domain": MICROSOFT}
        graph.put(helper.make_node("MultiHeadAttention", parts, [seen], f"{layer}/seen", num_heads=HEADS, **own))
        graph.put(helper.make_node("FastGelu", [f"{layer}/up/Add_output_0"], [up], f"{layer}/gelu", **own))
    return layers


def finished(made: ModelProto, graph: Graph) -> ModelProto:
    """The network whose graph was rewritten, checked."""
    graph.finish()
    made.opset_import.append(helper.make_opsetid(MICROSOFT, 1))
    onnx.checker.check_model(made)
    return made


def _give_lower(graph: Graph, layer: str) -> None:
    """Makes what a layer says of each word's first piece an output."""
    hidden = f"{layer}/down_norm/LayerNormalization_output_0"
    graph.put(helper.make_node("GatherND", [hidden, "firsts_each"], ["lower"], "/lower/GatherND", batch_dims=1))
    shape = ["windows", "words", WIDTH]
    graph.graph.output.append(helper.make_tensor_value_info("lower", TensorProto.FLOAT, shape))


def _first_pieces_only(graph: Graph, layer: str) -> None:
    """Takes the words' first pieces right after the last layer's attention instead of after the layer."""
    taken = next(n for n in graph.nodes if n.op_type == "GatherElements")
    axis = helper.make_tensor("firsts_axis", TensorProto.INT64, [1], [-1])
    graph.graph.initializer.append(axis)
    graph.put(helper.make_node("Unsqueeze", ["firsts", axis.name], ["firsts_each"], f"{layer}/firsts"))
    attention = graph.maker(_input_of(graph, layer, "joined"))
    hidden = _other_input(graph, layer, "joined", "joined_norm")
    adder = graph.maker(graph.maker(f"{layer}/joined_norm/LayerNormalization_output_0").input[0])
    (seen,), last = attention.output, taken.input[0]
    adder.input[list(adder.input).index(hidden)] = f"{layer}/hidden_firsts"
    attention.output[0] = f"{layer}/attention_all"
    for source, out in ((attention.output[0], seen), (hidden, f"{layer}/hidden_firsts")):
        graph.put(helper.make_node("GatherND", [source, "firsts_each"], [out], f"{out}/GatherND", batch_dims=1))
    graph.put(helper.make_node("Identity", [last], list(taken.output), f"{layer}/words"))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="annotator.onnx, with its .json beside it")
    parser.add_argument("--out", type=Path, required=True, help="folder to write both to")
    args = parser.parse_args()
    about = json.loads(args.model.with_suffix(".json").read_text(encoding="utf-8"))
    written = fused(onnx.load(str(args.model))).SerializeToString(deterministic=True)
    args.out.mkdir(parents=True, exist_ok=True)
    path = args.out / args.model.name
    path.write_bytes(written)
    about["sha256"] = hashlib.sha256(written).hexdigest()
    path.with_suffix(".json").write_text(json.dumps(about) + "\n", encoding="utf-8")
    print(path.name, len(written), about["sha256"])


if __name__ == "__main__":
    main()
