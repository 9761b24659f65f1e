// A record that differs from the vendor's header is refused at its line, whichever
// of its functions or structs it is, and whatever the difference.
//
// RUN: dsp-tblgen -gen-dsp-prototype-check %tblgen_includes %s -o %t.c
// RUN: %cc -std=c11 -Werror -I %S/Inputs -fsyntax-only %t.c
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DFIELD_ORDER %t.c 2>&1 | FileCheck %s --check-prefix=FIELD-ORDER
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DFIELD_MISSING %t.c 2>&1 | FileCheck %s --check-prefix=FIELD-MISSING
// RUN: not %cc -std=c11 -Werror -I %S/Inputs -fsyntax-only -DFIELD_TYPE %t.c 2>&1 | FileCheck %s --check-prefix=FIELD
// RUN: not %cc -std=c11 -Werror -I %S/Inputs -fsyntax-only -DFIELD_CONST %t.c 2>&1 | FileCheck %s --check-prefix=FIELD
// RUN: not %cc -std=c11 -Werror -I %S/Inputs -fsyntax-only -DFIELD_NO_ARRAY %t.c 2>&1 | FileCheck %s --check-prefix=FIELD
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DCONST_ADDED %t.c 2>&1 | FileCheck %s --check-prefix=SETUP
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DCONST_DROPPED %t.c 2>&1 | FileCheck %s --check-prefix=SETUP
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DORDER %t.c 2>&1 | FileCheck %s --check-prefix=SETUP
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DPARAMETER_MISSING %t.c 2>&1 | FileCheck %s --check-prefix=SETUP
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DTYPE %t.c 2>&1 | FileCheck %s --check-prefix=SETUP
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DRETURNS %t.c 2>&1 | FileCheck %s --check-prefix=SETUP
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DFUNCTION_MISSING %t.c 2>&1 | FileCheck %s --check-prefix=FUNCTION-MISSING
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DDELETE %t.c 2>&1 | FileCheck %s --check-prefix=DELETE

include "dsp/Dialect/Dsp/IR/DspKernel.td"

def Acme : Dsp_Library<"acme"> {
  let header = "vendor.h";
  let status = Dsp_Status<"acme_status", 0>;
}

// FIELD-ORDER:      prototype-check.td:[[#@LINE+6]]:{{.*}}'columns' comes after 'rows' in the record, not in acme_params
// FIELD-MISSING:    prototype-check.td:[[#@LINE+5]]:{{.*}}rows
// FIELD:            prototype-check.td:[[#@LINE+4]]:{{.*}}{{incompatible|initialization of|makes pointer}}
// SETUP:            prototype-check.td:[[#@LINE+3]]:{{.*}}conflicting types for {{.*}}acme_setup
// FUNCTION-MISSING: prototype-check.td:[[#@LINE+2]]:{{.*}}acme_setup
// DELETE:           prototype-check.td:[[#@LINE+1]]:{{.*}}conflicting types for {{.*}}acme_delete
def Acme_ScaleOp : Dsp_Kernel<Acme, "scale", 1> {
  let summary = "each column scaled";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$in, Dsp_Tensor<Dsp_F32, [1]>:$scales);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$out);
  let state = [Dsp_Handle<"op", "acme_op_t">];
  let initCalls = [Dsp_Call<"acme_create", (CCall (StateAddress<"op">):$op)>];
  let setupCalls = [Dsp_Call<"acme_setup", (CCall
      (Struct<"acme_params"> (Dim<0> $in):$rows, (Dim<1> $in):$columns, (In<> $scales),
                             (ArrayField<"int32_t", "shape($in)">):$pads):$params,
      (State<"op">):$op, (In<> $in), (Out<> $out))>];
  let cName = "acme_run";
  let cCall = (CCall (State<"op">):$op);
  let deinitCalls = [Dsp_Call<"acme_delete", (CCall (State<"op">):$op)>];
}
