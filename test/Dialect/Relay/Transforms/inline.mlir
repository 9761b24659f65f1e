// RUN: dsp-opt %s --relay-inline --split-input-file | FileCheck %s

// Global functions: the body goes in place of the last call, a copy in place of
// the others, and nothing is left of them.
// CHECK-LABEL: func.func @main
//  CHECK-NEXT: relay.exp
//  CHECK-NEXT: relay.nn.relu
//  CHECK-NEXT: relay.exp
//  CHECK-NEXT: relay.nn.relu
//  CHECK-NEXT: return
//   CHECK-NOT: func.func
func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @outer(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = func.call @outer(%0) : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}
func.func private @outer(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @inner(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = relay.nn.relu %0 : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}
func.func private @inner(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = relay.exp %x : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

// Functions that call themselves, one directly, two each other, stay.
// CHECK-LABEL: func.func @main
//       CHECK: call @loop
//       CHECK: call @ping
//       CHECK: func.func private @loop
//       CHECK: func.func private @ping
//       CHECK: func.func private @pong
func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @loop(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %1 = func.call @ping(%0) : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}
func.func private @loop(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @loop(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
func.func private @ping(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @pong(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
func.func private @pong(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = func.call @ping(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

// Local functions, those that TVM's fusion makes (Primitive) and those in them:
// nothing of functions is left, whatever they capture.
// CHECK-LABEL: func.func @local
//  CHECK-SAME: (%[[X:.*]]: tensor<2xf32>, %[[Y:.*]]: tensor<2xf32>)
//  CHECK-NEXT: %[[A:.*]] = relay.exp %[[X]]
//  CHECK-NEXT: %[[B:.*]] = relay.tanh %[[A]]
//  CHECK-NEXT: %[[C:.*]] = relay.add %[[B]], %[[Y]]
//  CHECK-NEXT: return %[[C]]
func.func @local(%x: tensor<2xf32>, %y: tensor<2xf32>) -> tensor<2xf32> {
  %0 = relay.fn(%a: tensor<2xf32>) -> tensor<2xf32> attributes {Primitive = 1 : i64} {
    %1 = relay.fn(%b: tensor<2xf32>) -> tensor<2xf32> {
      %3 = relay.tanh %b : (tensor<2xf32>) -> tensor<2xf32>
      relay.yield %3 : tensor<2xf32>
    }
    %2 = relay.exp %a : (tensor<2xf32>) -> tensor<2xf32>
    %3 = relay.call %1(%2) : (tensor<2xf32>) -> tensor<2xf32>
    %4 = relay.add %3, %y : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    relay.yield %4 : tensor<2xf32>
  }
  %1 = relay.call %0(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// -----

// A function that is called twice is copied for the first call.
// CHECK-LABEL: func.func @twice
//  CHECK-NEXT: relay.exp
//  CHECK-NEXT: relay.exp
//  CHECK-NEXT: return
func.func @twice(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = relay.fn(%a: tensor<2xf32>) -> tensor<2xf32> {
    %2 = relay.exp %a : (tensor<2xf32>) -> tensor<2xf32>
    relay.yield %2 : tensor<2xf32>
  }
  %1 = relay.call %0(%x) : (tensor<2xf32>) -> tensor<2xf32>
  %2 = relay.call %0(%1) : (tensor<2xf32>) -> tensor<2xf32>
  return %2 : tensor<2xf32>
}

// -----

// A function that a function is given to, and one that a function gives.
// CHECK-LABEL: func.func @values
//  CHECK-NEXT: relay.exp
//  CHECK-NEXT: relay.tanh
//  CHECK-NEXT: return
func.func @values(%x: tensor<2xf32>) -> tensor<2xf32> {
  %f = relay.fn(%a: tensor<2xf32>) -> tensor<2xf32> {
    %3 = relay.exp %a : (tensor<2xf32>) -> tensor<2xf32>
    relay.yield %3 : tensor<2xf32>
  }
  %apply = relay.fn(%g: (tensor<2xf32>) -> tensor<2xf32>, %a: tensor<2xf32>) -> tensor<2xf32> {
    %3 = relay.call %g(%a) : (tensor<2xf32>) -> tensor<2xf32>
    relay.yield %3 : tensor<2xf32>
  }
  %make = relay.fn() -> ((tensor<2xf32>) -> tensor<2xf32>) {
    %h = relay.fn(%a: tensor<2xf32>) -> tensor<2xf32> {
      %3 = relay.tanh %a : (tensor<2xf32>) -> tensor<2xf32>
      relay.yield %3 : tensor<2xf32>
    }
    relay.yield %h : (tensor<2xf32>) -> tensor<2xf32>
  }
  %0 = relay.call %apply(%f, %x) : ((tensor<2xf32>) -> tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  %1 = relay.call %make() : () -> ((tensor<2xf32>) -> tensor<2xf32>)
  %2 = relay.call %1(%0) : (tensor<2xf32>) -> tensor<2xf32>
  return %2 : tensor<2xf32>
}
