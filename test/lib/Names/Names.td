// A library whose kernels call their arguments and results what generated C++,
// MLIR's accessors or the vocabulary of expressions call something of theirs.

include "dsp/Dialect/Dsp/IR/DspKernel.td"

def Names : Dsp_Library<"names"> {
  let summary = "Names that others have";
  let header = "names_dsp.h";
  let linkName = "names_dsp";
  let idRange = [0x1, 0xF];
}

defvar names = ["out", "op", "args", "os", "attr", "attrs", "self", "types", "name",
                "names", "loc", "location", "result", "results", "operand", "shape", "rank",
                "dim", "strides", "numElements", "isConstant", "value", "values", "data",
                "index", "plain", "append", "show", "info", "covers", "cost", "library",
                "kernels", "kernel", "input", "output", "inputs", "state", "states", "context",
                "region", "parent", "block", "print", "parse", "verify", "fold", "emitError",
                "std", "mlir", "dsp", "llvm", "string", "StringRef", "dim_", "out_"];

class Tensors<list<string> all> {
  list<Dsp_Tensor> types = !foreach(n, all, Dsp_Tensor<Dsp_F32, [1]>);
  list<Dsp_Require> requirements =
      !foreach(n, all, Dsp_DimInRange<"C_" # n, n, 0, 1, 8>);
}

def Names_OperandsOp : Dsp_Kernel<Names, "operands", 0x1, Tensors<names>.requirements> {
  let summary = "the sum of all tensors";
  let cName = "names_operands_f32";
  let arguments = !dag(ins, Tensors<names>.types, names);
  let results = (outs Dsp_Tensor<Dsp_F32, [1]>:$sum);
  let cCall = (CCall
      !dag(Struct<"names_operands">, !foreach(n, names, !dag(In<>, [?]<dag>, [n])),
           names):$tensors,
      (Expr<"int32_t", "dim($out, 0) + numElements($dim) + rank($rank) + shape($shape)[0]">):$number,
      (Out<> $sum));
}

def Names_AttrsOp : Dsp_Kernel<Names, "attrs", 0x2, !foreach(n, names,
    Dsp_Require<"C_" # n, "'" # n # "' must be small", "inRange($" # n # ", 0, 100)", ["$" # n]>)> {
  let summary = "the sum of all numbers and the tensor";
  let cName = "names_attrs_f32";
  let arguments = !con((ins Dsp_Tensor<Dsp_F32, [1]>:$tensor),
                       !dag(ins, !foreach(n, names, I64Attr), names));
  let results = (outs Dsp_Tensor<Dsp_F32, [1]>:$sum);
  let cCall = (CCall (In<> $tensor),
      !dag(Struct<"names_attrs">, !foreach(n, names, !dag(Scalar<"int32_t">, [?]<dag>, [n])),
           names):$numbers,
      (Out<> $sum));
  let cost = "$op + $args + $out";
}

def Names_ResultsOp : Dsp_Kernel<Names, "results", 0x3, Tensors<names>.requirements> {
  let summary = "the same number in each tensor";
  let cName = "names_results_f32";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [1]>:$tensor);
  let results = !dag(outs, Tensors<names>.types, names);
  let cCall = (CCall (In<> $tensor),
      !dag(Struct<"names_results">, !foreach(n, names, !dag(Out<>, [?]<dag>, [n])),
           names):$tensors,
      (Scratch<"numBytes($out) + numBytes($os)">):$scratch);
}
