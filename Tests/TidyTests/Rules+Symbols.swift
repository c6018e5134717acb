extension Rules {
  /// Of the C library's mathematics only what is exact everywhere may be referred to: a result that a
  /// system rounds in its own way would differ from machine to machine.
  static func inexactSymbols(_ symbols: some Sequence<String>) -> [String] {
    symbols.filter { symbol in
      let plain = plainName(symbol)
      let functions = [plain, String(plain.dropLast())]
      let suffixed = plain.hasSuffix("f") || plain.hasSuffix("l")
      if exact.contains(functions[0]) || plain.hasSuffix("f") && exact.contains(functions[1]) {
        return false
      }
      return mathematics.contains(functions[0]) || suffixed && mathematics.contains(functions[1])
    }
  }

  /// Without the marks of glibc's second names, as in `__log_finite` and `sinf32x`.
  private static func plainName(_ symbol: String) -> String {
    var name = symbol[...]
    name = name.trimmingPrefix("__")
    if name.hasSuffix("_finite") { name = name.dropLast(7) }
    return String(name.replacing(#/f(16|32x?|64x?|128)(_r)?$/#, with: ""))
  }

  private static let exact: Set<String> = ["sqrt", "floor", "ceil", "trunc", "rint", "round"]

  /// Every function of `<math.h>`, `<complex.h>` and `<fenv.h>`, without the marks of the type.
  private static let mathematics = Set(
    """
    acos acosh acospi asin asinh asinpi atan atan2 atan2pi atanh atanpi cabs cacos cacosh canonicalize
    carg casin casinh catan catanh cbrt ccos ccosh ceil cexp cimag clog clog10 compoundn conj copysign
    cos cosh cospi cpow cproj creal csin csinh csqrt ctan ctanh drem erf erfc exp exp10 exp10m1 exp2
    exp2m1 expm1 fabs fadd fdim fdiv feclearexcept fedisableexcept feenableexcept fegetenv fegetexcept
    fegetexceptflag fegetmode fegetround feholdexcept feraiseexcept fesetenv fesetexcept
    fesetexceptflag fesetmode fesetround fetestexcept fetestexceptflag feupdateenv ffma finite floor
    fma fmax fmaximum fmaximum_mag fmaximum_mag_num fmaximum_num fmaxmag fmin fminimum fminimum_mag
    fminimum_mag_num fminimum_num fminmag fmod fmul frexp fromfp fromfpx fsqrt fsub gamma getpayload
    hypot ilogb j0 j1 jn ldexp lgamma lgamma_r lgammaf_r lgammal_r llogb llrint llround log log10
    log10p1 log1p log2 log2p1 logb logp1 lrint lround matherr modf nan nearbyint nextafter nextdown
    nexttoward nextup pow pow10 pown powr remainder remquo rint rootn round roundeven rsqrt scalb
    scalbln scalbn setpayload setpayloadsig significand sin sincos sinh sinpi sqrt tan tanh tanpi
    tgamma totalorder totalordermag trunc ufromfp ufromfpx y0 y1 yn
    daddl ddivl dfmal dmull dsqrtl dsubl
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
  )
}
