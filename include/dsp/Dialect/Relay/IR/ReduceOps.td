//===- ReduceOps.td - Reductions, scans and sorts ----------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_IR_REDUCEOPS_TD
#define DSP_DIALECT_RELAY_IR_REDUCEOPS_TD

include "dsp/Dialect/Relay/IR/RelayBase.td"

//===----------------------------------------------------------------------===//
// Reductions
//===----------------------------------------------------------------------===//

/// Reduces over `axis`, or with `exclude` over all other axes.
class Relay_ReduceOp<string relayName, string what>
    : Relay_TensorOp<relayName, "relay.attrs.ReduceAttrs"> {
  let summary = what;
  let description = [{
    Reduces over the axes that `axis` lists, over all if it is absent, or with
    `exclude` over all but those. `keepdims` leaves the reduced axes in the
    result with extent 1.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_OptInts:$axis,
                       Relay_Bool<0>:$keepdims, Relay_Bool<0>:$exclude);
  let rule = [{inferReduce(cx, adaptor.getData(), adaptor.getAxis(),
                           adaptor.getKeepdims(), adaptor.getExclude())}];
}

def Relay_AllOp : Relay_ReduceOp<"all", "true if all elements are">;
def Relay_AnyOp : Relay_ReduceOp<"any", "true if one element is">;
def Relay_MaxOp : Relay_ReduceOp<"max", "the greatest element">;
def Relay_MeanOp : Relay_ReduceOp<"mean", "the mean of the elements">;
def Relay_MinOp : Relay_ReduceOp<"min", "the least element">;
def Relay_ProdOp : Relay_ReduceOp<"prod", "the product of the elements">;
def Relay_SumOp : Relay_ReduceOp<"sum", "the sum of the elements">;

def Relay_VarianceOp
    : Relay_TensorOp<"variance", "relay.attrs.VarianceAttrs"> {
  let summary = "the variance of the elements about a given mean";
  let description = [{
    The sum of squared differences to `mean`, which has data's rank, over the
    number of elements, or one less if `unbiased`.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_Tensor:$mean,
                       Relay_OptInts:$axis, Relay_Bool<0>:$keepdims,
                       Relay_Bool<0>:$exclude, Relay_Bool<0>:$unbiased);
  let rule = [{inferVariance(cx, adaptor.getData(), adaptor.getMean(),
                             adaptor.getAxis(), adaptor.getKeepdims(),
                             adaptor.getExclude())}];
}

/// The position of an element, counted over the reduced axes in row-major order.
class Relay_ArgReduceOp<string relayName, string what>
    : Relay_TensorOp<relayName, "relay.attrs.ArgReduceAttrs"> {
  let summary = what;
  let description = [{
    The position is counted in row-major order over the reduced axes. Of equal
    elements the first counts, or the last with `select_last_index`. Relay
    gives it the type of its shapes' integers: i32 in text, i64 at times in
    JSON, so both are taken.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_OptInts:$axis,
                       Relay_Bool<0>:$keepdims, Relay_Bool<0>:$select_last_index,
                       Relay_Bool<0>:$exclude);
  let compatible = "::dsp::relay::areCompatibleIndices";
  let rule = [{inferArgReduce(cx, adaptor.getData(), adaptor.getAxis(),
                              adaptor.getKeepdims(), adaptor.getExclude())}];
}

def Relay_ArgmaxOp : Relay_ArgReduceOp<"argmax", "where the greatest element is">;
def Relay_ArgminOp : Relay_ArgReduceOp<"argmin", "where the least element is">;

//===----------------------------------------------------------------------===//
// Along an axis
//===----------------------------------------------------------------------===//

/// Running sum or product.
class Relay_ScanOp<string relayName, string what>
    : Relay_TensorOp<relayName, "relay.attrs.ScanopAttrs"> {
  let summary = what;
  let description = [{
    Runs along `axis`, or over the flattened tensor if that is absent. With
    `exclusive` an element does not count for its own position.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_OptInt:$axis,
                       Relay_DType:$dtype, Relay_Bool<0>:$exclusive);
  let rule = [{inferScan(cx, adaptor.getData(), adaptor.getAxis(),
                         adaptor.getDtype())}];
}

def Relay_CumprodOp : Relay_ScanOp<"cumprod", "running product">;
def Relay_CumsumOp : Relay_ScanOp<"cumsum", "running sum">;

def Relay_ArgsortOp : Relay_TensorOp<"argsort", "relay.attrs.ArgsortAttrs"> {
  let summary = "the positions that sort the elements along an axis";
  let arguments = (ins Relay_Tensor:$data, Relay_Int<-1>:$axis,
                       Relay_Bool<1>:$is_ascend, Relay_DType:$dtype);
  let rule = [{inferArgsort(cx, adaptor.getData(), adaptor.getAxis(),
                            adaptor.getDtype())}];
}

def Relay_SortOp : Relay_TensorOp<"sort", "relay.attrs.ArgsortAttrs"> {
  let summary = "the elements sorted along an axis";
  let arguments = (ins Relay_Tensor:$data, Relay_Int<-1>:$axis,
                       Relay_Bool<1>:$is_ascend, Relay_DType:$dtype);
  let rule = "inferSort(cx, adaptor.getData(), adaptor.getAxis())";
}

def Relay_TopkOp : Relay_TensorOp<"topk", "relay.attrs.TopkAttrs"> {
  let summary = "the k greatest elements along an axis, in order";
  let description = [{
    `ret_type` says what results there are: "values", "indices" or "both".
    With a `k` below 1 all elements are given.
  }];
  let arguments = (ins Relay_Tensor:$data, Relay_IntAttr:$k, Relay_Int<-1>:$axis,
                       Relay_String<"both">:$ret_type, Relay_Bool<0>:$is_ascend,
                       Relay_DType:$dtype);
  let results = (outs Variadic<Relay_Tensor>:$results);
  let resultForm = "TensorOrTuple";
  let rule = [{inferTopk(cx, adaptor.getData(), adaptor.getK(), adaptor.getAxis(),
                         adaptor.getRetType(), adaptor.getDtype())}];
}

#endif // DSP_DIALECT_RELAY_IR_REDUCEOPS_TD
