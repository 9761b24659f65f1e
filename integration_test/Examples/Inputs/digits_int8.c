// From images on stdin, 8x8 bytes from 0 to 16 each, to what the int8 digits
// network says of them, ten bytes each, on stdout.
#include "digits_int8.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

union Input {
  int32_t alignment;
  int8_t data[DIGITS_INT8_INPUT_0_ELEMENTS];
};

union Output {
  int32_t alignment;
  int8_t probabilities[DIGITS_INT8_OUTPUT_0_ELEMENTS];
};

static int32_t arena[(DIGITS_INT8_ARENA_SIZE + 3) / 4];

int main(void) {
  unsigned char pixels[DIGITS_INT8_INPUT_0_ELEMENTS];
  while (fread(pixels, 1, sizeof pixels, stdin) == sizeof pixels) {
    union Input input;
    union Output output;
    memset(&output, 0x55, sizeof output);
    for (int i = 0; i < DIGITS_INT8_INPUT_0_ELEMENTS; ++i)
      input.data[i] = (int8_t)((pixels[i] * 255 + 8) / 16 - 128);
    const struct digits_int8_inputs in = {.data = input.data};
    const struct digits_int8_outputs out = {.probabilities =
                                                output.probabilities};
    if (digits_int8_run(&in, &out, arena) != 0)
      return 1;
    fwrite(output.probabilities, 1, sizeof output.probabilities, stdout);
  }
  return 0;
}
