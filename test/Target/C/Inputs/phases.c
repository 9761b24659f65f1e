/* An application of the model in ../phases.mlir: init, run, deinit, and what
 * each of them says when a kernel fails. */
#include "m.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                       \
  do {                                                                         \
    if (!(condition)) {                                                        \
      printf("line %d: %s\n", __LINE__, #condition);                           \
      return 1;                                                                \
    }                                                                          \
  } while (0)

static float x[2 * 3], dense[2 * 4], scaled[2 * 4], padded[4 * 6];
static float signal[6], filtered[6], low[1], high[1];
static int8_t q[3], t[3];

int main(void) {
  const struct m_inputs in = {.x = x, .signal = signal, .q = q};
  const struct m_outputs out = {.dense = dense,
                                .scaled = scaled,
                                .padded = padded,
                                .filtered = filtered,
                                .t = t,
                                .low = low,
                                .high = high};
  struct m_context context, second;
  ph_pool pool = {0};

  /* Nothing is made yet. */
  memset(&context, 0, sizeof context);
  CHECK(m_run(&context, &in, &out, NULL) == M_ERROR_CONTEXT);
  CHECK(m_run(NULL, &in, &out, NULL) == M_ERROR_NULL);
  CHECK(m_init(NULL, &pool) == M_ERROR_NULL);
  CHECK(m_init(&context, &pool) == 0);
  CHECK(m_init(&second, NULL) == 0);
  CHECK(ph_alive() == 2 * 3); /* a session, an operator, a filter each */

  /* The library has asked for more memory than the plan knows. */
  CHECK(context.arena_size >= M_ARENA_SIZE + 4 * sizeof(float) + 127);
  unsigned char *arena = aligned_alloc(64, (context.arena_size + 63) / 64 * 64);
  CHECK(arena != NULL);

  for (int i = 0; i < 6; ++i) {
    x[i] = (float)i;
    signal[i] = (float)(i + 1);
  }
  q[0] = -100;
  q[1] = 0;
  q[2] = 100;
  for (int repeat = 0; repeat < 2; ++repeat) {
    CHECK(m_run(&context, &in, &out, arena) == 0);
    CHECK(m_run(&second, &in, &out, arena) == 0);
  }
  CHECK(pool.runs == 2);
  const float want_dense[8] = {5, 0, 2, 9, 14, 0, 5, 27};
  for (int i = 0; i < 8; ++i) {
    CHECK(dense[i] == want_dense[i]);
    CHECK(scaled[i] == 2 * want_dense[i]);
  }
  /* One row and one column on each side, mirrored. */
  CHECK(padded[0] == scaled[5] && padded[5] == scaled[6]);
  CHECK(padded[7] == scaled[0] && padded[23] == scaled[2]);
  const float want_filtered[6] = {1, 1, 1, 1, 1, 1};
  for (int i = 0; i < 6; ++i)
    CHECK(filtered[i] == want_filtered[i]);
  CHECK(t[1] == 0 && t[0] == -t[2] && t[2] == (int8_t)lroundf(127 * tanhf(1)));
  CHECK(low[0] == 0 && high[0] == 27);

  /* Calls, their functions and their statuses are told apart. */
  x[0] = 77;
  int32_t code = m_run(&context, &in, &out, arena);
  CHECK(M_FAILED_CALL(code) == 1 && M_FAILED_FUNCTION(code) == 1 &&
        M_FAILED_STATUS(code) == PH_BAD_PARAMETER);
  x[0] = 0;
  signal[0] = 55;
  code = m_run(&context, &in, &out, arena);
  CHECK(M_FAILED_CALL(code) == FILTER_CALL && M_FAILED_FUNCTION(code) == 0 &&
        M_FAILED_STATUS(code) == -5);
  signal[0] = 1;
  CHECK(m_run(&context, &in, &out, arena) == 0);

  CHECK(m_deinit(&context) == 0);
  CHECK(ph_alive() == 3);
  CHECK(m_run(&context, &in, &out, arena) == M_ERROR_CONTEXT);
  CHECK(m_deinit(&context) == 0); /* once is enough, twice does no harm */
  CHECK(m_run(&second, &in, &out, arena) == 0);
  CHECK(m_deinit(&second) == 0);
  CHECK(ph_alive() == 0);
  free(arena);
  puts("OK");
  return 0;
}
