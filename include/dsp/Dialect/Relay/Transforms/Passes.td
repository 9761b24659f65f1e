//===- Passes.td - Transformations of relay modules --------*- tablegen -*-===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSP_DIALECT_RELAY_TRANSFORMS_PASSES_TD
#define DSP_DIALECT_RELAY_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

def RelayInline : Pass<"relay-inline", "::mlir::ModuleOp"> {
  let summary = "inline local, primitive and global functions";
  let description = [{
    Replaces calls of `relay.fn` values and `func.call`s of functions that don't
    call themselves, directly or through others, by the callee's body. Functions
    and `relay.fn`s that nothing calls any more are removed, except public ones.

    Relay's functions are single blocks, so a body is moved in front of its last
    call and cloned in front of the others: the work is linear in the size of the
    result.
  }];
  let options = [
    Option<"maxOps", "max-ops", "int64_t", /*default=*/"4000000",
           "give up with an error when inlining has cloned so many ops (functions "
           "that call each other twice double with each level)">
  ];
  let statistics = [
    Statistic<"numInlined", "num-inlined", "calls inlined">
  ];
}

def RelaySimplifyInference : Pass<"relay-simplify-inference", "::mlir::ModuleOp"> {
  let summary = "replace ops that do less at inference than in training";
  let description = [{
    `nn.dropout` is its operand. `nn.batch_norm` is a scale and a shift by
    channel, both constants when its parameters are; the scale then goes into the
    constant weights of a convolution or dense layer that only the `batch_norm`
    uses, and the shift becomes (or joins) its `nn.bias_add`. Otherwise they stay
    `multiply` and `add`.
  }];
  let dependentDialects = ["::dsp::relay::RelayDialect"];
}

def RelayFoldScales : Pass<"relay-fold-scales", "::mlir::ModuleOp"> {
  let summary = "multiply scales in front of layers into their weights";
  let description = [{
    A constant factor, one number or one for each channel, goes through
    `nn.relu`, `nn.leaky_relu` (if it is positive), additions and subtractions of
    constants by channel, into the constant weights of all the two- and
    three-dimensional convolutions and dense layers behind: `multiply` is gone,
    `qnn.dequantize` has the scale 1. Where another op uses the value as well,
    nothing is done. TVM does the same, and the sums are its bits.
  }];
  let dependentDialects = ["::dsp::relay::RelayDialect"];
}

def RelayJoinConstants : Pass<"relay-join-constants", "::mlir::ModuleOp"> {
  let summary = "join the constants of neighbouring additions and products";
  let description = [{
    Of 32-bit floats, as TVM does it before it computes: (x * a) * b is
    x * (a * b), (x + a) + b is x + (a + b), (x + a) * b is x * b + a * b, where
    only the second op uses the first. The scale of `qnn.dequantize` is such a
    factor. x / sqrt(y) is x * rsqrt(y).
  }];
  let dependentDialects = ["::dsp::relay::RelayDialect"];
}

def RelayFoldConstants : Pass<"relay-fold-constants", "::mlir::ModuleOp"> {
  let summary = "evaluate ops whose operands are constants";
  let description = [{
    Evaluates ops on `relay.constant`s, with Relay's arithmetic, and frees each
    constant with its last user, so that at most one copy of a weight that is
    scaled, permuted and reshaped is alive beside the one in the model's file.
    Reshaping copies nothing.

    An op whose result is larger than its operands (`broadcast_to`, `ones`) is
    evaluated up to `max-growth` bytes. Dynamic shapes and element types of
    sub-byte or unusual width are left alone.
  }];
  let dependentDialects = ["::dsp::relay::RelayDialect"];
  let options = [
    Option<"maxGrowth", "max-growth", "int64_t", /*default=*/"4096",
           "bytes by which a result may exceed the operands it is made of">
  ];
  let statistics = [
    Statistic<"numFolded", "num-folded", "ops evaluated">
  ];
}

def RelayCanonicalizeForms : Pass<"relay-canonicalize-forms", "::mlir::ModuleOp"> {
  let summary = "write each computation in the one form that kernels are described in";
  let description = [{
    Relay has several ways to write the same thing; kernel records describe one:

      * adding a constant that varies along the channel axis only to the result
        of a convolution or dense layer is `nn.bias_add`; consecutive biases and
        scales by channel are merged into bias and weights where these are constants;
      * every op that only changes the shape (`squeeze`, `expand_dims`,
        `nn.batch_flatten` ...) is `reshape` with explicit sizes, chains of them
        are one;
      * padding with zeros in front of a convolution is part of the convolution;
      * axes are non-negative, paddings name every side, `kernel_size` and
        `channels` are present.
  }];
  let dependentDialects = ["::dsp::relay::RelayDialect"];
}

def RelayConvertLayout : Pass<"relay-convert-layout", "::mlir::ModuleOp"> {
  let summary = "hold activations in one layout throughout the model";
  let description = [{
    Moves the activations of convolutions, poolings and their like to `layout`,
    and lets the ops between them work on what they get: axes, paddings and
    slices are renumbered, constants are permuted. The layouts of weights stay.

    Values are tracked as a permutation of what is in memory; a transposition is
    made only where an op needs another order than it is given, so none remains
    between neighbours, explicit ones of the model cancel, and one that moves
    only dimensions of size 1 is a reshape. What `nn.dense` makes of a flattened
    feature map needs none either: the columns of its constant weights are
    permuted.
  }];
  let dependentDialects = ["::dsp::relay::RelayDialect"];
  let options = [
    Option<"layout", "layout", "std::string", /*default=*/"\"NHWC\"",
           "NHWC (channels last) or NCHW (channels first), for any number of "
           "spatial dimensions">
  ];
  let statistics = [
    Statistic<"numTransposes", "num-transposes",
              "transpositions of activations that remain">
  ];
}

#endif // DSP_DIALECT_RELAY_TRANSFORMS_PASSES_TD
