# ===- test_matrix_product.py - Dense layers and matrix products -*- python -*-===#
#
# Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
import unittest

import numpy as np

from kernels import BAD_ARGUMENT, INFINITY, assert_close, draws, normal, run, status_of


class MatrixProductTest(unittest.TestCase):
    def test_dense(self):
        for i, rng in draws(1, 100):
            with self.subTest(draw=i):
                rows, depth, units = (int(v) for v in rng.integers(1, 40, 3))
                x, w = normal(rng, rows, depth), normal(rng, units, depth)
                bias = normal(rng, units) if rng.integers(2) else None
                act = (0.0, 6.0) if rng.integers(2) else (-INFINITY, INFINITY)
                want = x.astype(np.float64) @ w.T.astype(np.float64)
                want = np.clip(want + (0 if bias is None else bias), *act)
                got = run("dense_f32", (rows, units), rows=rows, in_features=depth,
                          out_features=units, input=x, weights=w, bias=bias,
                          act_min=act[0], act_max=act[1])
                assert_close(got, want)

    def test_matmul(self):
        for i, rng in draws(2, 100):
            with self.subTest(draw=i):
                rows, columns, depth = (int(v) for v in rng.integers(1, 30, 3))
                batch = int(rng.integers(1, 4))
                lhs_batch, rhs_batch = ((batch, batch), (1, batch), (batch, 1))[
                    rng.integers(3)]
                lhs = normal(rng, lhs_batch, rows, depth)
                rhs = normal(rng, rhs_batch, depth, columns)
                want = lhs.astype(np.float64) @ rhs.astype(np.float64)
                want = np.broadcast_to(want, (batch, rows, columns))
                transposed = [int(v) for v in rng.integers(0, 2, 2)]
                stored = [np.ascontiguousarray(m.transpose(0, 2, 1)) if t else m
                          for m, t in zip((lhs, rhs), transposed)]
                got = run("matmul_f32", (batch, rows, columns),
                          params=dict(batch=batch, lhs_batch=lhs_batch,
                                      rhs_batch=rhs_batch, rows=rows,
                                      columns=columns, depth=depth,
                                      transpose_lhs=transposed[0],
                                      transpose_rhs=transposed[1],
                                      partial_sums=int(rng.integers(1, 17))),
                          lhs=stored[0], rhs=stored[1])
                assert_close(got, want)

    def test_order_of_sums(self):
        rng = np.random.default_rng(3)
        lhs, rhs = normal(rng, 1, 1, 37), normal(rng, 1, 37, 1)
        products = lhs.ravel() * rhs.ravel()
        for lanes in 1, 5, 16:
            partial = [np.add.accumulate(products[i::lanes])[-1] for i in range(lanes)]
            want = np.add.accumulate(np.array(partial, np.float32))[-1]
            got = run("matmul_f32", (1, 1, 1), lhs=lhs, rhs=rhs,
                      params=dict(batch=1, lhs_batch=1, rhs_batch=1, rows=1, columns=1,
                                  depth=37, transpose_lhs=0, transpose_rhs=0,
                                  partial_sums=lanes))
            self.assertEqual(got.ravel()[0], want, lanes)

    def test_batches_that_do_not_fit(self):
        x = np.zeros((3, 1, 1), np.float32)
        params = dict(batch=3, lhs_batch=2, rhs_batch=3, rows=1, columns=1, depth=1,
                      transpose_lhs=0, transpose_rhs=0, partial_sums=1)
        self.assertEqual(
            status_of("matmul_f32", params=params, lhs=x, rhs=x, output=x.copy()),
            BAD_ARGUMENT)


if __name__ == "__main__":
    unittest.main()
