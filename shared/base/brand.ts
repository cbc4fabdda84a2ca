/** Brands: strings and numbers that the compiler keeps apart although they look the same at run time. */

/** A `T` that only the parser of `Name` may make. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
