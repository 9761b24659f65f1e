// Uses two models, a and b (b has its weights handed over), as an application
// does, and checks what their headers promise.
#include "a.h"
#include "b.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                       \
  do {                                                                         \
    if (!(condition)) {                                                        \
      printf("line %d: %s\n", __LINE__, #condition);                           \
      exit(1);                                                                 \
    }                                                                          \
  } while (0)

static struct b_context context;

// One run of a on memory of its own.
static float runA(float first) {
  void *arena = aligned_alloc(A_ARENA_ALIGN, A_ARENA_SIZE);
  float *x = aligned_alloc(A_INPUT_0_ALIGN, A_INPUT_0_BYTES);
  float *y = aligned_alloc(A_OUTPUT_0_ALIGN, A_OUTPUT_0_BYTES);
  for (int i = 0; i < A_INPUT_0_ELEMENTS; ++i)
    x[i] = first + (float)i;
  struct a_inputs in = {x};
  struct a_outputs out = {y};
  CHECK(a_run(&in, &out, arena) == 0);
  float sum = 0.0f;
  for (int i = 0; i < A_OUTPUT_0_ELEMENTS; ++i)
    sum += y[i];
  free(arena);
  free(x);
  free(y);
  return sum;
}

static void *runMany(void *argument) {
  float first = *(float *)argument, want = runA(first);
  for (int i = 0; i < 2000; ++i)
    CHECK(runA(first) == want);
  return NULL;
}

static void checkArguments(void) {
  unsigned char *arena = aligned_alloc(64, A_ARENA_SIZE + 64);
  float *memory = aligned_alloc(64, 3 * A_INPUT_0_BYTES);
  memset(memory, 0, 3 * A_INPUT_0_BYTES);
  float *x = memory, *y = memory + A_INPUT_0_ELEMENTS;
  struct a_inputs in = {x};
  struct a_outputs out = {y};
  CHECK(a_run(&in, &out, arena) == 0);

  CHECK(a_run(NULL, &out, arena) == A_ERROR_NULL);
  CHECK(a_run(&in, NULL, arena) == A_ERROR_NULL);
  CHECK(a_run(&in, &out, NULL) == A_ERROR_NULL);
  in.x = NULL;
  CHECK(a_run(&in, &out, arena) == A_ERROR_NULL);
  in.x = x;
  out.out0 = NULL;
  CHECK(a_run(&in, &out, arena) == A_ERROR_NULL);

  out.out0 = y;
  CHECK(a_run(&in, &out, arena + 1) == A_ERROR_ALIGN);
  in.x = (float *)((char *)x + 4);
  CHECK(a_run(&in, &out, arena) == A_ERROR_ALIGN);
  in.x = x;

  out.out0 = x;
  CHECK(a_run(&in, &out, arena) == A_ERROR_OVERLAP);
  out.out0 = x + A_INPUT_0_ELEMENTS - 4;
  CHECK(a_run(&in, &out, arena) == A_ERROR_OVERLAP);
  out.out0 = y;
  in.x = (float *)arena;
  CHECK(a_run(&in, &out, arena) == A_ERROR_OVERLAP);
  free(arena);
  free(memory);
}

static void loadB(const char *path) {
  FILE *file = fopen(path, "rb");
  CHECK(file);
  unsigned char *weights = aligned_alloc(64, 4096);
  size_t size = fread(weights, 1, 4096, file);
  fclose(file);
  CHECK(b_init(NULL, weights, size) == B_ERROR_NULL);
  CHECK(b_init(&context, NULL, size) == B_ERROR_NULL);
  CHECK(b_init(&context, weights + 1, size) == B_ERROR_ALIGN);
  CHECK(b_init(&context, weights, size - 1) == B_ERROR_WEIGHTS);
  CHECK(b_init(&context, weights, size) == 0);
}

static void checkFailingKernel(void) {
  _Alignas(64) float x[B_INPUT_0_ELEMENTS] = {0}, y[B_OUTPUT_0_ELEMENTS];
  _Alignas(64) unsigned char arena[B_ARENA_SIZE + 1];
  struct b_inputs in = {x};
  struct b_outputs out = {y};
  int32_t code = b_run(&context, &in, &out, arena);
  CHECK(code > 0);
  CHECK(B_FAILED_CALL(code) == 2);
  CHECK(B_FAILED_STATUS(code) == -7);
  struct b_context empty = {NULL};
  CHECK(b_run(&empty, &in, &out, arena) == B_ERROR_NULL);
}

int main(int argc, char **argv) {
  CHECK(argc == 2);
  checkArguments();
  loadB(argv[1]);
  checkFailingKernel();
  // The same code in two threads, on different numbers.
  pthread_t threads[2];
  float firsts[2] = {0.0f, 100.0f};
  for (int i = 0; i < 2; ++i)
    CHECK(!pthread_create(&threads[i], NULL, runMany, &firsts[i]));
  for (int i = 0; i < 2; ++i)
    pthread_join(threads[i], NULL);
  puts("all kept");
  return 0;
}
