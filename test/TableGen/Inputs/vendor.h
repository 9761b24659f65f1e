/* What ../prototype-check.td describes, and how it may differ. */
#include <stddef.h>
#include <stdint.h>

typedef enum { ACME_OK } acme_status;
#ifdef ENUMERATOR_MISSING
typedef enum { ACME_LINEAR } acme_mode;
#else
typedef enum { ACME_LINEAR, ACME_CUBIC } acme_mode;
#endif
#ifdef STRUCT_NAME
#define acme_params acme_parameters
#endif
#ifdef HANDLE
typedef struct acme_other *acme_op_t;
#else
typedef struct acme_op *acme_op_t;
#endif

typedef struct {
#if defined(FIELD_ORDER)
  int32_t columns, rows;
#elif defined(FIELD_MISSING)
  int32_t columns;
#elif defined(FIELD_TYPE)
  int16_t rows;
  int32_t columns;
#else
  int32_t rows, columns;
#endif
  int8_t reserved;
#ifdef FIELD_ADDED_IN_PADDING
  int8_t added;
#endif
  int64_t unused[2];
#ifdef FIELD_ADDED
  int8_t added;
#endif
#ifdef FIELD_CONST
  float *scales;
#else
  const float *scales;
#endif
#ifdef FIELD_NO_ARRAY
  int32_t pads;
#else
  int32_t pads[4];
#endif
#ifdef FIELD_ADDED_LAST
  int8_t added;
#endif
} acme_params;

#ifdef CONST_ADDED
acme_status acme_setup(const acme_params *params, acme_op_t op, const float *in,
                       const float *out);
#elif defined(CONST_DROPPED)
acme_status acme_setup(const acme_params *params, acme_op_t op, float *in,
                       float *out);
#elif defined(ORDER)
acme_status acme_setup(const acme_params *params, acme_op_t op, float *out,
                       const float *in);
#elif defined(PARAMETER_MISSING)
acme_status acme_setup(const acme_params *params, acme_op_t op,
                       const float *in);
#elif defined(TYPE)
acme_status acme_setup(const acme_params *params, acme_op_t op,
                       const double *in, float *out);
#elif defined(RETURNS)
void acme_setup(const acme_params *params, acme_op_t op, const float *in,
                float *out);
#elif !defined(FUNCTION_MISSING)
acme_status acme_setup(const acme_params *params, acme_op_t op, const float *in,
                       float *out);
#endif
acme_status acme_create(acme_op_t *op);
acme_status acme_run(const struct acme_op *op, acme_mode mode, acme_mode other,
                     acme_mode last);
#ifdef DELETE
acme_status acme_delete(acme_op_t *op);
#else
acme_status acme_delete(acme_op_t op);
#endif
#undef acme_params
