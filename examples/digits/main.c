//===- main.c - Classifies held-out digits with the compiled models -------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a user of the emitted C writes: aligned memory for the arena, inputs and
// outputs, a struct of pointers to these, one call per image. Here for two
// models, the float one and the int8 one that was quantised from it, which run
// one after the other in the same arena. The images are 8x8 bytes from 0 to 16.
// C11 for _Alignas alone; the emitted C is C99.
//
// Usage: classify heldout_images.npy heldout_labels.npy
//
//===----------------------------------------------------------------------===//

#include "digits.h"
#include "digits_int8.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { kPixels = 64, kClasses = 10 };

// Both planners' arenas in one. Alignments are powers of two, so the larger
// serves both.
#define LARGER(a, b) ((a) > (b) ? (a) : (b))
enum {
  kArenaSize = LARGER(DIGITS_ARENA_SIZE, DIGITS_INT8_ARENA_SIZE),
  kArenaAlign = LARGER(DIGITS_ARENA_ALIGN, DIGITS_INT8_ARENA_ALIGN)
};
static _Alignas(kArenaAlign) unsigned char arena[kArenaSize];

// Opens an .npy file (version 1) and skips its header: eight bytes of magic and
// version, a little-endian 16-bit length, that many bytes of text.
static FILE *openArray(const char *path) {
  unsigned char head[10];
  FILE *file = fopen(path, "rb");
  if (!file) {
    perror(path);
    return NULL;
  }
  if (fread(head, 1, sizeof head, file) != sizeof head ||
      memcmp(head, "\x93NUMPY\x01", 7) != 0 ||
      fseek(file, head[8] + 256L * head[9], SEEK_CUR) != 0) {
    fprintf(stderr, "%s: not an .npy file of version 1\n", path);
    fclose(file);
    return NULL;
  }
  return file;
}

static int failed(const char *function, int32_t status) {
  fprintf(stderr, "%s failed with status %ld\n", function, (long)status);
  return -1;
}

// Returns the class, or -1 if the run failed. The float model wants pixels from
// 0 to 1.
static int classifyFloat(const unsigned char *pixels) {
  _Alignas(DIGITS_INPUT_0_ALIGN) float data[kPixels];
  _Alignas(DIGITS_OUTPUT_0_ALIGN) float probabilities[kClasses];
  for (int i = 0; i < kPixels; ++i)
    data[i] = (float)pixels[i] / 16.0f;

  const struct digits_inputs inputs = {.data = data};
  const struct digits_outputs outputs = {.probabilities = probabilities};
  int32_t status = digits_run(&inputs, &outputs, arena);
  if (status != 0)
    return failed("digits_run", status);

  int best = 0;
  for (int i = 1; i < kClasses; ++i)
    if (probabilities[i] > probabilities[best])
      best = i;
  return best;
}

// The same for the int8 model, which wants 255ths from -128 on: the nearest,
// halves up. Its probabilities are 256ths from -128 on; the largest is the
// largest.
static int classifyInt8(const unsigned char *pixels) {
  _Alignas(DIGITS_INT8_INPUT_0_ALIGN) int8_t data[kPixels];
  _Alignas(DIGITS_INT8_OUTPUT_0_ALIGN) int8_t probabilities[kClasses];
  for (int i = 0; i < kPixels; ++i)
    data[i] = (int8_t)((pixels[i] * 255 + 8) / 16 - 128);

  const struct digits_int8_inputs inputs = {.data = data};
  const struct digits_int8_outputs outputs = {.probabilities = probabilities};
  int32_t status = digits_int8_run(&inputs, &outputs, arena);
  if (status != 0)
    return failed("digits_int8_run", status);

  int best = 0;
  for (int i = 1; i < kClasses; ++i)
    if (probabilities[i] > probabilities[best])
      best = i;
  return best;
}

static int classifyAll(FILE *images, FILE *labels) {
  unsigned char pixels[kPixels];
  unsigned char label;
  int seen = 0;
  int right = 0;
  int rightInt8 = 0;
  int same = 0;
  while (fread(pixels, 1, kPixels, images) == kPixels &&
         fread(&label, 1, 1, labels) == 1) {
    ++seen;
    int digit = classifyFloat(pixels);
    int digitInt8 = classifyInt8(pixels);
    if (digit < 0 || digitInt8 < 0)
      return 1;
    right += digit == label;
    rightInt8 += digitInt8 == label;
    same += digit == digitInt8;
  }
  if (seen == 0) {
    fprintf(stderr, "no images\n");
    return 1;
  }
  printf("%d digits that training never saw\n", seen);
  printf("            %9s %9s\n", "float32", "int8");
  printf("  right     %9d %9d\n", right, rightInt8);
  printf("  accuracy  %7.2f %% %7.2f %%\n", 100.0 * right / seen,
         100.0 * rightInt8 / seen);
  printf("  weights   %7d B %7d B\n", DIGITS_WEIGHTS_SIZE,
         DIGITS_INT8_WEIGHTS_SIZE);
  printf("  arena     %7d B %7d B\n", DIGITS_ARENA_SIZE,
         DIGITS_INT8_ARENA_SIZE);
  printf("The two say the same of %d of them.\n", same);
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: %s IMAGES.npy LABELS.npy\n", argv[0]);
    return 1;
  }
  FILE *images = openArray(argv[1]);
  FILE *labels = images ? openArray(argv[2]) : NULL;
  int status = labels ? classifyAll(images, labels) : 1;
  if (labels)
    fclose(labels);
  if (images)
    fclose(images);
  return status;
}
