//===- main.c - Classifies held-out digits with the compiled model --------===//
//
// Part of the dsp-mlir project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a user of the emitted C writes: memory for the arena, one struct of
// input pointers, one of output pointers, one call per image. The images are
// 8x8 bytes from 0 to 16; the model wants floats from 0 to 1.
//
// Usage: digits heldout_images.npy heldout_labels.npy
//
//===----------------------------------------------------------------------===//

#include "digits.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { kPixels = 64, kClasses = 10 };

// The planner's arena, with room to align it.
static unsigned char arenaMemory[DIGITS_ARENA_SIZE + DIGITS_ARENA_ALIGN];

static void *alignedArena(void) {
  uintptr_t address = (uintptr_t)arenaMemory;
  uintptr_t past = address % DIGITS_ARENA_ALIGN;
  return arenaMemory + (past ? DIGITS_ARENA_ALIGN - past : 0);
}

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

static int largest(const float *values, int count) {
  int best = 0;
  for (int i = 1; i < count; ++i)
    if (values[i] > values[best])
      best = i;
  return best;
}

static int classifyAll(FILE *images, FILE *labels) {
  void *arena = alignedArena();
  unsigned char pixels[kPixels];
  unsigned char label;
  int seen = 0;
  int right = 0;
  while (fread(pixels, 1, kPixels, images) == kPixels &&
         fread(&label, 1, 1, labels) == 1) {
    float data[kPixels];
    float probabilities[kClasses];
    for (int i = 0; i < kPixels; ++i)
      data[i] = (float)pixels[i] / 16.0f;

    const struct digits_inputs inputs = {.data = data};
    const struct digits_outputs outputs = {.probabilities = probabilities};
    int32_t status = digits_run(&inputs, &outputs, arena);
    if (status != 0) {
      fprintf(stderr, "digits_run failed with status %ld\n", (long)status);
      return 1;
    }
    ++seen;
    right += largest(probabilities, kClasses) == label;
  }
  if (seen == 0) {
    fprintf(stderr, "no images\n");
    return 1;
  }
  printf("%d of %d held-out digits right: %.2f %%\n", right, seen,
         100.0 * right / seen);
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
