// The table of operators that importers read.
//
// RUN: dsp-tblgen -gen-relay-op-schema %tblgen_includes %s | FileCheck %s
// RUN: not dsp-tblgen -gen-relay-op-schema -DKIND %tblgen_includes %s 2>&1 | FileCheck %s --check-prefix=KIND

include "dsp/Dialect/Relay/IR/RelayBase.td"

// Ordered by name, whatever the records' order.
// CHECK: static constexpr OperandSchema operands0[] = {
// CHECK-NEXT: {"data", true, false},
// CHECK-NEXT: };
// CHECK-NEXT: static constexpr AttrSchema attrs0[] = {
// CHECK-NEXT: {"axis", AttrKind::Int, false, true},
// CHECK-NEXT: {"pad", AttrKind::IntPairs, false, false},
// CHECK-NEXT: {"window", AttrKind::Ints, true, false},
// CHECK-NEXT: {"dtype", AttrKind::DType, false, true},
// CHECK-NEXT: };
// CHECK-NEXT: static constexpr llvm::StringLiteral ignored0[] = {
// CHECK-NEXT: "echo",
// CHECK-NEXT: };
// CHECK: static constexpr OpSchema schemas[] = {
// CHECK-NEXT: {"a.many", "relay.attrs.ManyAttrs", operands0, attrs0, ignored0, ResultForm::Tuple},
// CHECK-NEXT: {"z.nothing", "", {}, {}, {}, ResultForm::Tensor},
// CHECK-NEXT: };

def Relay_NothingOp : Relay_TensorOp<"z.nothing"> {
  let rule = "success()";
}

def Relay_ManyOp : Relay_TensorOp<"a.many", "relay.attrs.ManyAttrs"> {
  let arguments = (ins Variadic<Relay_Tensor>:$data, Relay_Int<0>:$axis,
                       Relay_IntPairsAttr:$pad, Relay_OptInts:$window,
                       Relay_DType:$dtype);
  let results = (outs Variadic<Relay_Tensor>:$results);
  let resultForm = "Tuple";
  let ignoredAttrs = ["echo"];
  let rule = "success()";
}

// What is no operator of Relay is not in the table.
def Relay_InternalOp : Relay_Op<"m.internal">;

#ifdef KIND
// KIND: relay-op-schema.td:[[#@LINE+1]]:5: error: attribute 'name' of 'relay.b.kind' is of 'StrAttr', which is no Relay_AttrKind
def Relay_KindOp : Relay_TensorOp<"b.kind"> {
  let arguments = (ins StrAttr:$name);
  let rule = "success()";
}
#endif
