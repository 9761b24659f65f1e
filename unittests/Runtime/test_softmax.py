# ===- test_softmax.py - Softmax ------------------------------*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import unittest

import numpy as np

from kernels import assert_close, draws, normal, run, run_in_place


class SoftmaxTest(unittest.TestCase):
    def test_any_axis(self):
        for i, rng in draws(1, 60):
            with self.subTest(draw=i):
                outer, axis, inner = (int(v) for v in rng.integers(1, 12, 3))
                # Large values: a softmax that is not shifted overflows.
                x = 200 * normal(rng, outer, axis, inner)
                shifted = x.astype(np.float64) - x.max(1, keepdims=True)
                log_sum = np.log(np.exp(shifted).sum(1, keepdims=True))
                sizes = dict(outer=outer, axis=axis, inner=inner)
                for kernel, want in (("softmax_f32", np.exp(shifted - log_sum)),
                                     ("log_softmax_f32", shifted - log_sum)):
                    got = run(kernel, x.shape, input=x, **sizes)
                    assert_close(got, want)
                    assert_close(run_in_place(kernel, x, **sizes), got, 0, 0)


if __name__ == "__main__":
    unittest.main()
