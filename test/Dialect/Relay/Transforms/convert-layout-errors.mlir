// RUN: not dsp-opt %s --relay-convert-layout=layout=NHCW 2>&1 | FileCheck %s

// CHECK: error: 'relay-convert-layout' has no layout 'NHCW': it takes NHWC or NCHW
module {}
