// Arguments and results may be called what generated C++, MLIR's accessors and the vocabulary of
// expressions call something of theirs.
//
// RUN: dsp-opt %s --load-dialect-plugin=%names > /dev/null
// RUN: mkdir -p %t
// RUN: %python %inputs/make_npz.py %t/in.npz x:f4:1:2
// RUN: dsp-run %s --library %names %names_c --inputs %t/in.npz | FileCheck %s

// As many twos as there are names, and 4; as many ones and 2; the number itself.
// CHECK:      out0: float32 (1)
// CHECK-NEXT: 116
// CHECK:      out1: float32 (1)
// CHECK-NEXT: 58
// CHECK:      out2: float32 (1)
// CHECK-NEXT: 2
// CHECK:      out3: float32 (1)
// CHECK-NEXT: 2
func.func @main(%x: tensor<1xf32> {relay.name = "x"})
    -> (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) {
  %0 = dsp.names.operands
      %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x,
      %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x, %x,
      %x, %x, %x, %x, %x, %x, %x, %x, %x, %x
      : (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
         tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
         tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
         tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
         tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
         tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
         tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
         tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
         tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
         tensor<1xf32>, tensor<1xf32>)
      -> tensor<1xf32>
  %1 = dsp.names.attrs %x {
      out = 1, op = 1, args = 1, os = 1, attr = 1, attrs = 1, self = 1, types = 1, name = 1,
      names = 1, loc = 1, location = 1, result = 1, results = 1, operand = 1, shape = 1, rank = 1,
      dim = 1, strides = 1, numElements = 1, isConstant = 1, value = 1, values = 1, data = 1,
      index = 1, plain = 1, append = 1, show = 1, info = 1, covers = 1, cost = 1, library = 1,
      kernels = 1, kernel = 1, input = 1, output = 1, inputs = 1, state = 1, states = 1,
      context = 1, region = 1, parent = 1, block = 1, print = 1, parse = 1, verify = 1, fold = 1,
      emitError = 1, std = 1, mlir = 1, dsp = 1, llvm = 1, string = 1, StringRef = 1, dim_ = 1, out_ = 1}
      : (tensor<1xf32>) -> tensor<1xf32>
  %2:56 = dsp.names.results %x : (tensor<1xf32>)
      -> (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
          tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
          tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
          tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
          tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
          tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
          tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
          tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
          tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>,
          tensor<1xf32>, tensor<1xf32>)
  return %0, %1, %2#0, %2#55 : tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>
}
