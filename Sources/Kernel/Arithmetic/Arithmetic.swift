/// The logarithm, the exponential and the power, made from + − × ÷ and bit patterns alone.
///
/// A C library's versions differ from machine to machine in the last bit. These give the same bits on
/// every machine, in debug and release: nothing is fused, nothing is reordered. Each is within 1 ulp of
/// the true value over its whole range and follows C99 Annex F in its special cases.
@frozen
public enum Arithmetic {}
