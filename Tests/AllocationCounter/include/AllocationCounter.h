#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

#include <stdint.h>

/// How often the calling thread has asked for heap memory (malloc, calloc, realloc,
/// posix_memalign, aligned_alloc); -1 where allocations cannot be counted.
int64_t allocation_counter_value(void);

#endif
