#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

#include <stdint.h>

/// How often this process has asked for heap memory since it started (malloc, calloc, realloc,
/// posix_memalign, aligned_alloc); -1 where allocations cannot be counted.
int64_t allocation_counter_value(void);

#endif
