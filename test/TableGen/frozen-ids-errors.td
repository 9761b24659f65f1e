// An ID that was given once stays with its kernel.
//
// RUN: dsp-tblgen -gen-dsp-ids %tblgen_includes %s | FileCheck %s --check-prefix=IDS
// RUN: dsp-tblgen -gen-dsp-ids %tblgen_includes %s -o %t.ids
// RUN: dsp-tblgen -gen-dsp-ids --dsp-frozen-ids=%t.ids %tblgen_includes %s -o %t.again
// RUN: diff %t.ids %t.again
// RUN: not dsp-tblgen -gen-dsp-ids --dsp-frozen-ids=%t.ids -DCHANGED %tblgen_includes %s 2>&1 | FileCheck %s --check-prefix=CHANGED
// RUN: not dsp-tblgen -gen-dsp-ids --dsp-frozen-ids=%t.ids -DGONE %tblgen_includes %s 2>&1 | FileCheck %s --check-prefix=GONE
// RUN: dsp-tblgen -gen-dsp-ids --dsp-frozen-ids=%t.ids -DADDED %tblgen_includes %s 2>&1 | FileCheck %s --check-prefix=ADDED
// RUN: not dsp-tblgen -gen-dsp-ids --dsp-frozen-ids=%t.missing %tblgen_includes %s 2>&1 | FileCheck %s --check-prefix=MISSING

include "dsp/Dialect/Dsp/IR/DspKernel.td"

def Acme : Dsp_Library<"acme">;

class Unary<string name, int id> : Dsp_Kernel<Acme, name, id> {
  let summary = "some function";
  let arguments = (ins Dsp_Tensor<Dsp_F32>:$input);
  let results = (outs Dsp_Tensor<Dsp_F32>:$output);
  let cCall = (CCall (In<> $input), (Out<> $output));
}

// IDS:      # Kernel IDs of library 'acme'.
// IDS-NEXT: 0x0001 exp
// IDS-NEXT: 0x0002 log

#ifdef CHANGED
// CHANGED: errors.td:[[#@LINE+1]]:5: error: the ID of kernel 'exp' is frozen as 0x1 by {{.*}}.ids:2, found 0x7
def Acme_ExpOp : Unary<"exp", 7>;
#else
def Acme_ExpOp : Unary<"exp", 1>;
#endif

#ifndef GONE
def Acme_LogOp : Unary<"log", 2>;
#endif
// GONE: error: {{.*}}.ids:3: kernel 'log' has gone; its ID must stay taken: keep its record

#ifdef ADDED
// A new kernel is no fault.
// ADDED: errors.td:[[#@LINE+2]]:5: warning: the ID of kernel 'sin' is not frozen yet
// ADDED: note: add '0x3 sin' to {{.*}}.ids
def Acme_SinOp : Unary<"sin", 3>;
#endif

// MISSING: error: can't read '{{.*}}.missing': No such file or directory
