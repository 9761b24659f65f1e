// Every role gives the C parameter that it promises.
//
// RUN: dsp-tblgen -gen-dsp-header %tblgen_includes %s | FileCheck %s

include "dsp/Dialect/Dsp/IR/DspKernel.td"

def Acme : Dsp_Library<"acme"> {
  let version = "2.1";
  let header = "acme_dsp.h";
  let status = Dsp_Status<"acme_status", 0>;
}

// CHECK-LABEL: Kernels of library 'acme', version 2.1.
// CHECK: #include "acme_dsp.h"
// CHECK: #define ACME_KERNEL_ALL_ROLES 0x0001
// CHECK-NEXT: #define ACME_KERNEL_VARIADIC 0x0002
// CHECK: extern "C" {

// CHECK: /* every role once (c-prototypes.td:[[#@LINE+2]]) */
// CHECK-NEXT: acme_status acme_all_roles(
def Acme_AllRolesOp : Dsp_Kernel<Acme, "all_roles", 1> {
  let summary = "every role once";
  let arguments = (ins Dsp_Tensor<Dsp_I8, [4]>:$input,
                       Dsp_TensorOf<[Dsp_F32, Dsp_I32]>:$either,
                       Optional<Dsp_Tensor<Dsp_I32, [1]>>:$bias,
                       DenseI64ArrayAttr:$stride, F64Attr:$scale);
  let results = (outs Dsp_Tensor<Dsp_U8, [4]>:$output);
  let cCall = (CCall
      // CHECK-NEXT: {{^}}    const int8_t *input,{{$}}
      (In<16> $input),
      // CHECK-NEXT: {{^}}    const void *data,{{$}}
      (In<> $either):$data,
      // CHECK-NEXT: {{^}}    const int32_t *bias,{{$}}
      (Weights<"O"> $bias),
      // CHECK-NEXT: {{^}}    uint8_t *output,{{$}}
      (Out<16> $output),
      // CHECK-NEXT: {{^}}    void *scratch,{{$}}
      (Scratch<"numElements($input) * 2">):$scratch,
      // CHECK-NEXT: {{^}}    float scale,{{$}}
      (Scalar<"float"> $scale),
      // CHECK-NEXT: {{^}}    int32_t stride_w,{{$}}
      (Elem<1> $stride):$stride_w,
      // CHECK-NEXT: {{^}}    uint16_t channels,{{$}}
      (Dim<-1, "uint16_t"> $input):$channels,
      // CHECK-NEXT: {{^}}    int32_t rank,{{$}}
      (NumDims<> $either):$rank,
      // CHECK-NEXT: {{^}}    size_t n,{{$}}
      (NumElements<> $either):$n,
      // CHECK-NEXT: {{^}}    const int32_t *shape,{{$}}
      (Dims<> $either):$shape,
      // CHECK-NEXT: {{^}}    const int32_t *steps,{{$}}
      (Strides<> $either):$steps,
      // CHECK-NEXT: {{^}}    const int16_t *strides,{{$}}
      (Table<"int16_t"> $stride):$strides,
      // CHECK-NEXT: {{^}}    int64_t twice,{{$}}
      (Expr<"int64_t", "2 * $scale">):$twice,
      // CHECK-NEXT: {{^}}    acme_order order,{{$}}
      (Enumerator<"acme_order", ["ACME_UP", "ACME_DOWN"], "$stride[0] > 1">):$order,
      // A keyword of C++ is a name in C alone.
      // CHECK-NEXT: {{^}}    acme_act new_,{{$}}
      (Literal<"acme_act", "ACME_RELU">):$new,
      // CHECK-NEXT: {{^}}    const acme_params *params,{{$}}
      (Struct<"acme_params"> (Elem<0> $stride):$stride_h,
          (StructValue<"acme_pair"> (Dim<1> $input):$h, (Dim<2> $input):$w):$size):$params,
      // CHECK-NEXT: {{^}}    acme_pair pair);{{$}}
      (StructValue<"acme_pair"> (Dim<1> $input):$h, (Dim<2> $input):$w):$pair);
}

// CHECK:      acme_status acme_variadic(
// CHECK-NEXT:     const float *const *inputs,
// CHECK-NEXT:     size_t count,
// CHECK-NEXT:     float *const *outputs);
def Acme_VariadicOp : Dsp_Kernel<Acme, "variadic", 2> {
  let summary = "lists of tensors";
  let arguments = (ins Variadic<Dsp_Tensor<Dsp_F32>>:$inputs);
  let results = (outs Variadic<Dsp_Tensor<Dsp_F32>>:$outputs);
  let cCall = (CCall (In<> $inputs), (Count<> $inputs):$count, (Out<> $outputs));
}
