// A record that differs from the vendor's header is refused at its line, whichever
// of its functions or structs it is, and whatever the difference.
//
// RUN: dsp-tblgen -gen-dsp-prototype-check %tblgen_includes %s -o %t.c
// RUN: %cc -std=c11 -Werror -I %S/Inputs -fsyntax-only %t.c
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DFIELD_ORDER %t.c 2>&1 | FileCheck %s --check-prefix=FIELD-ORDER
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DFIELD_MISSING %t.c 2>&1 | FileCheck %s --check-prefix=FIELD-MISSING
// RUN: not %cc -std=c11 -Werror -I %S/Inputs -fsyntax-only -DFIELD_TYPE %t.c 2>&1 | FileCheck %s --check-prefix=FIELD-TYPE
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
// RUN: not %cc -std=c11 -Werror=missing-field-initializers -I %S/Inputs -fsyntax-only -DFIELD_ADDED %t.c 2>&1 | FileCheck %s --check-prefix=ADDED
// RUN: not %cc -std=c11 -Werror=missing-field-initializers -I %S/Inputs -fsyntax-only -DFIELD_ADDED_IN_PADDING %t.c 2>&1 | FileCheck %s --check-prefix=ADDED-IN-PADDING
// RUN: not %cc -std=c11 -Werror=missing-field-initializers -I %S/Inputs -fsyntax-only -DFIELD_ADDED_LAST %t.c 2>&1 | FileCheck %s --check-prefix=ADDED-LAST
// RUN: not %cc -std=c11 -Werror -I %S/Inputs -fsyntax-only -DHANDLE %t.c 2>&1 | FileCheck %s --check-prefix=HANDLE
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DSTRUCT_NAME %t.c 2>&1 | FileCheck %s --check-prefix=STRUCT-NAME
// RUN: not %cc -std=c11 -I %S/Inputs -fsyntax-only -DENUMERATOR_MISSING %t.c 2>&1 | FileCheck %s --check-prefix=ENUMERATOR

include "dsp/Dialect/Dsp/IR/DspKernel.td"

def Acme : Dsp_Library<"acme"> {
  let header = "vendor.h";
  let status = Dsp_Status<"acme_status", 0>;
}

// FUNCTION-MISSING: prototype-check.td:[[#@LINE+3]]:{{.*}}acme_setup
// DELETE:           prototype-check.td:[[#@LINE+2]]:{{.*}}conflicting types for {{.*}}acme_delete
// SETUP:            prototype-check.td:[[#@LINE+1]]:{{.*}}conflicting types for {{.*}}acme_setup
def Acme_ScaleOp : Dsp_Kernel<Acme, "scale", 1> {
  let summary = "each column scaled";
  let arguments = (ins Dsp_Tensor<Dsp_F32, [2]>:$in, Dsp_Tensor<Dsp_F32, [1]>:$scales, StrAttr:$kind);
  let results = (outs Dsp_Tensor<Dsp_F32, [2]>:$out);
  let state = [Dsp_Handle<"op", "acme_op_t">];
  let initCalls = [Dsp_Call<"acme_create", (CCall (StateAddress<"op">):$op)>];
  let setupCalls = [Dsp_Call<"acme_setup", (CCall
      // A field that is left out may be one that has been added: zero is said on purpose.
      // FIELD-ORDER: prototype-check.td:[[#@LINE+6]]:{{.*}}acme_params has another field before 'rows': the order differs, or the record leaves it out
      // ADDED:       prototype-check.td:[[#@LINE+5]]:{{.*}}acme_params has another field before 'scales': the order differs, or the record leaves it out; what is zero on purpose is (Zero):$name
      // ADDED-IN-PADDING: prototype-check.td:[[#@LINE+4]]:{{.*}}error: missing {{.*}}field
      // ADDED-LAST:  prototype-check.td:[[#@LINE+3]]:{{.*}}error: missing {{.*}}{{'|‘}}added{{'|’}}
      // STRUCT-NAME-NOT: error:
      // STRUCT-NAME: prototype-check.td:[[#@LINE+1]]:{{.*}}unknown type name {{.*}}acme_params
      (Struct<"acme_params">
          // FIELD-MISSING: prototype-check.td:[[#@LINE+1]]:{{.*}}rows
          (Dim<0> $in):$rows, (Dim<1> $in):$columns, (Zero):$reserved, (ZeroArray):$unused,
          // FIELD-TYPE: prototype-check.td:[[#@LINE-1]]:{{.*}}{{incompatible|initialization of}}
          // FIELD:      prototype-check.td:[[#@LINE+1]]:{{.*}}{{incompatible|initialization of|makes pointer}}
          (In<> $scales), (ArrayField<"int32_t", "shape($in)">):$pads):$params,
      (State<"op">):$op, (In<> $in), (Out<> $out))>];
  let cName = "acme_run";
  // HANDLE: prototype-check.td:[[#@LINE+1]]:{{.*}}{{incompatible|initialization of}}
  let cCall = (CCall (State<"op", "const struct acme_op *">):$op, (Literal<"acme_mode", "ACME_CUBIC">):$mode,
      // ENUMERATOR: prototype-check.td:[[#@LINE-1]]:{{.*}}ACME_CUBIC
      // ENUMERATOR: prototype-check.td:[[#@LINE+1]]:{{.*}}ACME_CUBIC
      (Enumerator<"acme_mode", ["ACME_LINEAR", "ACME_CUBIC"], "rank($in) > 1">):$other,
      // ENUMERATOR: prototype-check.td:[[#@LINE+1]]:{{.*}}ACME_CUBIC
      (Enum<"acme_mode", [EnumCase<"linear", "ACME_LINEAR">, EnumCase<"cubic", "ACME_CUBIC">]> $kind):$last);
  let deinitCalls = [Dsp_Call<"acme_delete", (CCall (State<"op">):$op)>];
}
