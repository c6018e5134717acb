// Every peer in C++, in one program: the first line says which.
#include "arithmetic.hpp"
#include "hold.hpp"
#include "mm1.hpp"

template <class Work>
static int serve_new(std::size_t first, std::size_t second) {
  Work work(first, second);
  return serve(work);
}

int main() {
  char kind[32], variant[32];
  std::size_t first, second;
  // One character after the numbers is the line end; what follows it may be binary.
  if (std::scanf("%31s %31s %zu %zu%*c", kind, variant, &first, &second) != 4) return 1;
  bool hold = !std::strcmp(kind, "hold");
  if (hold && !std::strcmp(variant, "standard")) return serve_new<Hold<StandardQueue>>(first, second);
  if (hold && !std::strcmp(variant, "four")) return serve_new<Hold<FourHeap>>(first, second);
  bool mm1 = !std::strcmp(kind, "mm1");
  if (mm1 && !std::strcmp(variant, "heap"))
    return serve_new<SingleServer<ExponentialDraws>>(first, second);
  if (mm1 && !std::strcmp(variant, "ahead"))
    return serve_new<SingleServer<ExponentialStream>>(first, second);
  if (mm1 && !std::strcmp(variant, "floor")) return serve_new<WithoutList>(first, second);
  bool arithmetic = !std::strcmp(kind, "arithmetic");
  if (arithmetic && !std::strcmp(variant, "log")) return serve_new<Table<library_log>>(first, second);
  if (arithmetic && !std::strcmp(variant, "exp")) return serve_new<Table<library_exp>>(first, second);
  if (arithmetic && !std::strcmp(variant, "pow")) return serve_new<Table<library_pow>>(first, second);
  std::printf("unknown request %s %s\n", kind, variant);
  return 1;
}
