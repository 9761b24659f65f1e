// A library whose kernels take more than one call, and hand over what C libraries
// hand over: sessions, descriptors, workspaces of a size that only the library
// knows, instance structs, tensors as structs. Two-phase APIs of real libraries
// are like this one. Its other kernels are chosen in less than simple ways: by
// cost, by what the target has, by covers that stand for several trees, by C++,
// and as sequences.

include "dsp/Dialect/Dsp/IR/DspKernel.td"
include "dsp/Dialect/Relay/IR/RelayOps.td"
include "mlir/IR/PatternBase.td"

def Phases : Dsp_Library<"phases"> {
  let summary = "Calls in several phases";
  let version = "1.0";
  let header = "phases_dsp.h";
  let linkName = "phases_dsp";
  let idRange = [0x1, 0x2F];
  let cppHeader = "phases_matchers.h";
  let options = [Dsp_Option<"simd", "0", "whether there is a vector unit">];
  let status = Dsp_Status<"enum ph_status", 0>;
  let state = [Dsp_Handle<"session", "ph_session *">,
               Dsp_ApplicationHandle<"pool", "ph_pool *">];
  let initCalls = [Dsp_Call<"ph_open",
      (CCall (Struct<"ph_config"> (Expr<"int32_t", "1 + 1">):$threads):$config),
      Dsp_StoredResult<"session">>];
  let deinitCalls = [Dsp_Call<"ph_close", (CCall (State<"session">):$session)>];
}

// Create, reshape, setup, run, delete.

defvar dense = (Relay_DenseOp $input, $weights,
    (Ignored<"the weights' shape says it">):$units,
    (Ignored<"the result's type says it">):$out_dtype);
defvar biased = (Relay_BiasAddOp dense, $bias, (AxisIs<-1>):$axis);

def Phases_DenseOp : Dsp_Kernel<Phases, "dense", 0x1> {
  let summary = "fully connected layer, clamped";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, Dsp_Tensor<Dsp_F32, [2]>:$weights,
                       Optional<Dsp_Tensor<Dsp_F32, [1]>>:$bias,
                       DefaultValuedAttr<F64Attr, "-INFINITY">:$low,
                       DefaultValuedAttr<F64Attr, "INFINITY">:$high);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let state = [Dsp_Handle<"op", "ph_operator_t">, Dsp_State<"bytes", "size_t">,
               Dsp_State<"align", "size_t">];
  let initCalls = [
      Dsp_Call<"ph_create_dense", (CCall
          (State<"session">):$session, (Dim<1, "size_t"> $input):$inputs,
          (Dim<1, "size_t"> $output):$outputs, (Weights<"OI"> $weights), (In<> $bias),
          (Scalar<"float"> $low), (Scalar<"float"> $high),
          (Literal<"uint32_t", "0">):$flags, (StateAddress<"op">):$op)>,
      Dsp_Call<"ph_reshape_dense", (CCall
          (State<"op">):$op, (Dim<0, "size_t"> $input):$rows, (StateAddress<"bytes">):$bytes,
          (StateAddress<"align">):$align, (State<"pool">):$pool)>];
  let setupCalls = [
      Dsp_Call<"ph_setup_dense", (CCall
          (State<"op">):$op, (Workspace<"bytes", 1, "align">):$workspace, (In<> $input),
          (Out<> $output))>];
  let cName = "ph_run";
  let cCall = (CCall (State<"op", "const struct ph_operator *">):$op, (State<"pool">):$pool);
  let deinitCalls = [Dsp_Call<"ph_delete", (CCall (State<"op">):$op)>];
  let covers = [Covers<dense>, Covers<biased>,
                Covers<(Relay_ReluOp dense), [Set<"low", "0.0">]>,
                Covers<(Relay_ReluOp biased), [Set<"low", "0.0">]>];
}

// A companion function tells the size of the scratch memory.

def Phases_ScaleOp : Dsp_Kernel<Phases, "scale", 0x2> {
  let summary = "in * factor";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, F64Attr:$factor);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let status = Dsp_NoStatus;
  let state = [Dsp_State<"scratch_size", "int32_t">];
  let initCalls = [Dsp_Call<"ph_scale_scratch_size",
      (CCall (NumElements<"int32_t"> $input):$length),
      Dsp_StoredResult<"scratch_size", ">=", 0>>];
  let cName = "ph_scale";
  let cCall = (CCall (In<> $input):$in, (Scalar<"ph_float32_t"> $factor), (Out<> $output):$out,
                     (Workspace<"scratch_size", 8>):$scratch,
                     (State<"scratch_size">):$scratch_size,
                     (NumElements<"int32_t"> $input):$length);
}

// An instance struct in the context; pointers without const.

def Phases_FilterOp : Dsp_Kernel<Phases, "filter", 0x3> {
  let summary = "FIR filter";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [1]>:$input, Dsp_Tensor<Dsp_F32, [1]>:$taps);
  let results = (outs Dsp_Tensor<Dsp_F32, [1]>:$output);
  let status = Dsp_Status<"int", 0, ">">;
  let state = [Dsp_State<"filter", "ph_filter">, Dsp_State<"taps", "int32_t">];
  let initCalls = [
      Dsp_Call<"ph_filter_init", (CCall (StateAddress<"filter">):$filter,
          (Dim<0, "uint16_t"> $taps):$taps,
          (In<4, "const ph_float32_t *"> $taps):$coefficients), Dsp_NoStatus>,
      Dsp_Call<"ph_filter_taps", (CCall (ConstStateAddress<"filter">):$filter,
          (StateAddress<"taps">):$taps), Dsp_Status<"int32_t", 0, "!=">>];
  let cName = "ph_filter_run";
  let cCall = (CCall (StateAddress<"filter">):$filter, (In<4, "ph_float32_t *"> $input):$in,
                     (Out<4, "ph_float32_t *"> $output):$out,
                     (Dim<0, "uint32_t"> $input):$length);
  let deinitCalls = [Dsp_Call<"ph_filter_free", (CCall (StateAddress<"filter">):$filter),
                              Dsp_NoStatus>];
}

// Tensors as structs that the function may change, enumerators, nested structs.

def Phases_PadOp : Dsp_Kernel<Phases, "pad", 0x4, [
    Dsp_Require<"C1", "'pad_width' must be four numbers", "$pad_width.size() == 4",
                ["$pad_width"]>]> {
  let summary = "pads a matrix";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, DenseI64ArrayAttr:$pad_width,
                       StrAttr:$mode, DefaultValuedAttr<F64Attr, "0.0">:$value);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let status = Dsp_Status<"int", 1>;
  let cName = "ph_pad";
  let cCall = (CCall
      (MutableStruct<"ph_tensor"> (In<4, "void *"> $input):$data,
          (ArrayField<"int32_t", "shape($input)">):$dim, (NumDims<> $input):$dim_count):$input,
      (MutableStruct<"ph_tensor"> (Out<4, "void *"> $output):$data,
          (ArrayField<"int32_t", "shape($output)">):$dim, (NumDims<> $output):$dim_count):$output,
      (MutableStruct<"ph_pad_params">
          (Enum<"ph_pad_mode", [EnumCase<"constant", "PH_PAD_ZERO">, EnumCase<"edge", "PH_PAD_EDGE">,
                                EnumCase<"reflect", "PH_PAD_MIRROR">]> $mode):$mode,
          (StructValue<"ph_amount">
              (StructValue<"ph_size"> (Elem<0> $pad_width):$h, (Elem<2> $pad_width):$w):$before,
              (StructValue<"ph_size"> (Elem<1> $pad_width):$h, (Elem<3> $pad_width):$w):$after):$amount,
          (Scalar<"float"> $value)):$params);
}

// A table that is computed from an attribute.

def Phases_TanhOp : Dsp_Kernel<Phases, "tanh", 0x5> {
  let summary = "tanh of 8-bit numbers, by table";
  let arguments = (ins Dsp_Tensor<Dsp_I8>:$input, F64Attr:$scale);
  let results = (outs Dsp_Tensor<Dsp_I8>:$output);
  let status = Dsp_NoStatus;
  let cName = "ph_lookup";
  let cCall = (CCall (Out<> $output):$out, (In<> $input):$in,
      (LookupTable<"int8_t", -128, 127, "std::lround(127 * std::tanh($scale * i))">):$table,
      (NumElements<> $input):$length);
}

// Several results, in front of the operand; whole shapes and strides.

def Phases_RangeOp : Dsp_Kernel<Phases, "range", 0x6> {
  let summary = "smallest and largest element";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32, [0]>:$low, Dsp_Tensor<Dsp_F32, [0]>:$high);
  let status = Dsp_Status<"uint8_t", 0, "!=">;
  let cCall = (CCall (Out<> $low), (Out<> $high), (In<> $input):$in,
                     (Dims<"size_t"> $input):$shape, (Strides<"size_t"> $input):$strides,
                     (NumDims<"size_t"> $input):$rank);
  let cName = "ph_range";
}

// Among equals the cheapest is taken; some want what not every target has.

class Relu<string kernelName, int kernelId, string price>
    : Dsp_Kernel<Phases, kernelName, kernelId> {
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let status = Dsp_NoStatus;
  let cCall = (CCall (In<> $input):$in, (Out<> $output):$out, (NumElements<> $input):$length);
  let covers = [Covers<(Relay_ReluOp $input)>];
  let inPlace = [InPlace<"input", "output">];
  let cost = price;
}
def Phases_ReluOp : Relu<"relu", 0x10, "10 + 4 * numElements($input)"> {
  let summary = "ReLU, element by element";
  let cName = "ph_relu";
}
def Phases_ReluBlocksOp : Relu<"relu_blocks", 0x11, "1000 + numElements($input)"> {
  let summary = "ReLU in blocks";
  let cName = "ph_relu_blocks";
}
def Phases_ReluSimdOp : Relu<"relu_simd", 0x12, "30 + numElements($input) / 8"> {
  let summary = "ReLU by the vector unit, from tightly coupled memory";
  let cName = "ph_relu_simd";
  let needs = [Dsp_Need<"simd">];
  let cCall = (CCall (In<16, memory="tcm"> $input):$in, (Out<16, memory="tcm"> $output):$out,
                     (NumElements<> $input):$length);
}
// Nobody knows what this costs: it comes last.
def Phases_ReluSlowOp : Relu<"relu_slow", 0x13, ""> {
  let summary = "ReLU at an unknown price";
  let cName = "ph_relu";
}

// Covers that stand for several trees.

def Phases_MultiplyAddOp : Dsp_Kernel<Phases, "multiply_add", 0x14, [
    Dsp_SameShape<"C1", "a", "b">, Dsp_SameShape<"C2", "a", "c">]> {
  let summary = "a * b + c, with ReLU or without; the operands in any order";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$a, Dsp_Tensor<Dsp_F32>:$b, Dsp_Tensor<Dsp_F32>:$c,
                       DefaultValuedAttr<BoolAttr, "false">:$relu);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let status = Dsp_NoStatus;
  let cName = "ph_multiply_add";
  let cCall = (CCall (In<> $a), (In<> $b), (In<> $c), (Scalar<"int32_t"> $relu),
                     (Out<> $output):$out, (NumElements<> $output):$length);
  let covers = [Covers<(Optionally
      (Relay_ReluOp (Relay_AddOp (Either (Relay_MultiplyOp $a, $b), $c))),
      Set<"relu", "true">)>];
}

def Phases_SwishOp : Dsp_Kernel<Phases, "swish", 0x15> {
  let summary = "x * sigmoid(x)";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$x);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let status = Dsp_NoStatus;
  let cName = "ph_swish";
  let cCall = (CCall (In<> $x), (Out<> $output):$out, (NumElements<> $output):$length);
  let covers = [Covers<(Relay_MultiplyOp (Either $x, (Relay_SigmoidOp $x)))>];
}

// One inner value with two users, both within the kernel.
def Phases_SquaredDifferenceOp : Dsp_Kernel<Phases, "squared_difference", 0x16, [
    Dsp_SameShape<"C1", "a", "b">]> {
  let summary = "(a - b) * (a - b)";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$a, Dsp_Tensor<Dsp_F32>:$b);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let status = Dsp_NoStatus;
  let cName = "ph_squared_difference";
  let cCall = (CCall (In<> $a), (In<> $b), (Out<> $output):$out, (NumElements<> $output):$length);
  let covers = [Covers<(Relay_MultiplyOp (Relay_SubtractOp $a, $b):$d, $d)>];
}

// The second result of an op with several; the others must have no users.
def Phases_SecondHalfOp : Dsp_Kernel<Phases, "second_half", 0x17> {
  let summary = "ReLU of a matrix's second half";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let status = Dsp_NoStatus;
  let cName = "ph_second_half";
  let cCall = (CCall (In<> $input):$in, (Out<> $output):$out, (NumElements<> $output):$length);
  let covers = [Covers<(Relay_ReluOp (ResultOf<1> (Relay_SplitOp $input,
      (AttrWhere<"must be 2", "isa<::mlir::IntegerAttr>($_self) && cast<::mlir::IntegerAttr>($_self).getInt() == 2">):$indices_or_sections,
      (Is<"0">):$axis)))>];
}

// What no tree can say is said in C++ (phases_matchers.h).
def Phases_SaturateOp : Dsp_Kernel<Phases, "saturate", 0x18> {
  let summary = "a chain of clips of any length";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input, F64Attr:$low, F64Attr:$high);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let status = Dsp_NoStatus;
  let cName = "ph_saturate";
  let cCall = (CCall (In<> $input):$in, (Scalar<"float"> $low), (Scalar<"float"> $high),
                     (Out<> $output):$out, (NumElements<> $output):$length);
  let covers = [CoversBy<(Relay_ClipOp $input, (ByMatcher):$a_min, (ByMatcher):$a_max),
                         "::phases::matchClips", "clips that follow one another, as one range">];
}

// One front op on three kernels, with intermediates.

class Rows<string kernelName, int kernelId, list<Dsp_Require> reqs = []>
    : Dsp_Kernel<Phases, kernelName, kernelId, reqs> {
  let status = Dsp_NoStatus;
  let cName = "ph_" # kernelName;
}
def Phases_RowMaxOp : Rows<"row_max", 0x20, [Dsp_DimInRange<"C1", "input", 1, 1, 1024>]> {
  let summary = "largest element of each row";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$max);
  let cCall = (CCall (In<> $input):$in, (Out<> $max),
                     (Dim<0, "size_t"> $input):$rows, (Dim<1, "size_t"> $input):$columns);
}
def Phases_ExpSumOp : Rows<"exp_sum", 0x21> {
  let summary = "exp((x - max) * beta) and its sum over each row";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, Dsp_Tensor<Dsp_F32, [2]>:$max,
                       DefaultValuedAttr<F64Attr, "1.0">:$beta);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$exps, Dsp_Tensor<Dsp_F32, [2]>:$sum);
  let cCall = (CCall (In<> $input):$in, (In<> $max), (Scalar<"float"> $beta), (Out<> $exps),
                     (Out<> $sum), (Dim<0, "size_t"> $input):$rows,
                     (Dim<1, "size_t"> $input):$columns);
}
def Phases_DivideRowsOp : Rows<"divide_rows", 0x22> {
  let summary = "each row divided by a number of its own";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, Dsp_Tensor<Dsp_F32, [2]>:$by);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let cCall = (CCall (In<> $input):$in, (In<> $by), (Out<> $output):$out,
                     (Dim<0, "size_t"> $input):$rows, (Dim<1, "size_t"> $input):$columns);
  let inPlace = [InPlace<"input", "output">];
}
def Phases_SoftmaxSteps : Dsp_Lowering<Phases, "softmax", [
    Dsp_DimInRange<"C1", "input", 0, 1, 64>]> {
  let summary = "softmax of the rows: largest, exp and sum, quotient";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let steps = [
      Dsp_Step<(Phases_RowMaxOp $input),
               (outs (Dsp_Temp<Dsp_F32, "{dim($input, 0), 1}">):$max)>,
      Dsp_Step<(Phases_ExpSumOp $input, $max, (Value<"1.0">):$beta),
               (outs (Dsp_Temp<Dsp_F32, "shape($input)">):$exps,
                     (Dsp_Temp<Dsp_F32, "{dim($input, 0), 1}">):$sum)>,
      Dsp_Step<(Phases_DivideRowsOp $exps, $sum), (outs $output)>];
  let covers = [Covers<(Relay_SoftmaxOp $input, (AxisIs<-1>):$axis)>];
}

// Several front ops on several kernels: filters are packed as the steps ask.
def Phases_DenseSoftmaxSteps : Dsp_Lowering<Phases, "dense_softmax"> {
  let summary = "fully connected layer whose rows are divided by their largest";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$input, Dsp_Tensor<Dsp_F32, [2]>:$weights);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$output);
  let steps = [
      Dsp_Step<(Phases_DenseOp $input, $weights, Absent),
               (outs (Dsp_Temp<Dsp_F32, "{dim($input, 0), dim($weights, 0)}">):$logits)>,
      Dsp_Step<(Phases_RowMaxOp $logits),
               (outs (Dsp_Temp<Dsp_F32, "{dim($input, 0), 1}">):$max)>,
      Dsp_Step<(Phases_DivideRowsOp $logits, $max), (outs $output)>];
  let covers = [Covers<(Relay_DivideOp dense:$logits_of, (Relay_MaxOp $logits_of,
      (AttrWhere<"must be the last axis", "$_self == ArrayRef<int64_t>({1})">):$axis,
      (Is<"true">):$keepdims, (Is<"false">):$exclude))>];
}
