// The registry and the docs page say what the record says.
//
// RUN: dsp-tblgen -gen-dsp-registry %tblgen_includes %s | FileCheck %s --check-prefix=JSON
// RUN: dsp-tblgen -gen-dsp-registry %tblgen_includes %s | %python -m json.tool > /dev/null
// RUN: dsp-tblgen -gen-dsp-docs %tblgen_includes %s | FileCheck %s --check-prefix=DOCS

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"

def Acme : Dsp_Library<"acme"> {
  let summary = "Acme's kernels";
  let status = Dsp_Status<"acme_status", 1>;
}

// JSON:      "library": "acme"
// JSON:      "status": {
// JSON-NEXT:   "type": "acme_status",
// JSON-NEXT:   "good": 1
// JSON:      "front_ops": {
// JSON-NEXT:   "relay.nn.dense": [
// JSON-NEXT:     "dense_relu"
// JSON-NEXT:   ],
// JSON-NEXT:   "relay.nn.relu": [
// JSON:      "name": "dense_relu"
// JSON-NEXT: "id": 17
// JSON-NEXT: "op": "dsp.acme.dense_relu"
// JSON-NEXT: "function": "acme_dense_relu"
// JSON-NEXT: "prototype": "acme_status acme_dense_relu(const float *input, const float *weight, float *output)"
// JSON:      "record": "library-page.td:{{[0-9]+}}"
// JSON:      "name": "weight"
// JSON-NEXT: "type": "float32 tensor of rank 2"
// JSON-NEXT: "layout": "IO"
// JSON-NEXT: "repacked": true
// JSON:      "label": "C1"
// JSON-NEXT: "sentence": "dimension 1 of 'input' must be a multiple of 4"
// JSON:      "pattern": "relay.nn.relu(relay.nn.dense)"
// JSON:      "attribute": "units"
// JSON-NEXT: "reason": "the weight's shape says it"
// JSON:      "attribute": "out_dtype"
// JSON-NEXT: "sentence": "must be 'float32'"

// DOCS:      # Kernel library `acme`
// DOCS:      Acme's kernels.
// DOCS:      | Operations | Kernel | Tensors | Constraints | No influence |
// DOCS:      | `nn.relu(nn.dense)` | [dense_relu](#dense_relu) | `input`: float32 tensor of rank 2<br>`weight`: float32 tensor of rank 2, packed as IO<br>`output`: float32 tensor of rank 2 | **C1** dimension 1 of 'input' must be a multiple of 4<br>`out_dtype` of `nn.dense` must be 'float32' | `units` of `nn.dense` (the weight's shape says it) |
// DOCS:      | Relay operator | Kernels |
// DOCS:      | `nn.dense` | [dense_relu](#dense_relu) |
// DOCS-NEXT: | `nn.relu` | [dense_relu](#dense_relu) |
// DOCS:      ### dense_relu
// DOCS:      dense layer with ReLU. ID `0x0011`, op `dsp.acme.dense_relu`
// DOCS:      Sums in double precision.
// DOCS:      acme_status acme_dense_relu(
// DOCS:      | `weight` | operand | float32 tensor of rank 2, packed as IO |
// DOCS:      * **C1** dimension 1 of 'input' must be a multiple of 4
// DOCS:      * `relay.nn.relu(relay.nn.dense)`; `out_dtype` must be 'float32'


def Acme_DenseReluOp : Dsp_Kernel<Acme, "dense_relu", 0x11, [
    Dsp_DimMultipleOf<"C1", "input", 1, 4>]> {
  let summary = "dense layer with ReLU";
  let description = "Sums in double precision.";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, Dsp_Tensor<Dsp_F32, [2]>:$weight);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let cCall = (CCall (In<> $input), (Weights<"IO"> $weight), (Out<> $output));
  let covers = [Covers<(Relay_ReluOp (Relay_DenseOp $input, $weight,
      Ignored<"the weight's shape says it">:$units, IsString<"float32">:$out_dtype))>];
}
