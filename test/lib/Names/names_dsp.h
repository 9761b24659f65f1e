#ifndef NAMES_DSP_H
#define NAMES_DSP_H

#include <stdint.h>

/* What Names.td describes: one field for each name. */
typedef struct {
  const float *out, *op, *args, *os, *attr, *attrs, *self, *types, *name,
      *names, *loc, *location, *result, *results, *operand, *shape, *rank, *dim,
      *strides, *numElements, *isConstant, *value, *values, *data, *index,
      *plain, *append, *show, *info, *covers, *cost, *library, *kernels,
      *kernel, *input, *output, *inputs, *state, *states, *context, *region,
      *parent, *block, *print, *parse, *verify, *fold, *emitError, *std, *mlir,
      *dsp, *llvm, *string, *StringRef, *dim_, *out_;
} names_operands;

typedef struct {
  int32_t out, op, args, os, attr, attrs, self, types, name, names, loc,
      location, result, results, operand, shape, rank, dim, strides,
      numElements, isConstant, value, values, data, index, plain, append, show,
      info, covers, cost, library, kernels, kernel, input, output, inputs,
      state, states, context, region, parent, block, print, parse, verify, fold,
      emitError, std, mlir, dsp, llvm, string, StringRef, dim_, out_;
} names_attrs;

typedef struct {
  float *out, *op, *args, *os, *attr, *attrs, *self, *types, *name, *names,
      *loc, *location, *result, *results, *operand, *shape, *rank, *dim,
      *strides, *numElements, *isConstant, *value, *values, *data, *index,
      *plain, *append, *show, *info, *covers, *cost, *library, *kernels,
      *kernel, *input, *output, *inputs, *state, *states, *context, *region,
      *parent, *block, *print, *parse, *verify, *fold, *emitError, *std, *mlir,
      *dsp, *llvm, *string, *StringRef, *dim_, *out_;
} names_results;

void names_operands_f32(const names_operands *tensors, int32_t number,
                        float *sum);
void names_attrs_f32(const float *tensor, const names_attrs *numbers,
                     float *sum);
void names_results_f32(const float *tensor, const names_results *tensors,
                       void *scratch);

#endif
