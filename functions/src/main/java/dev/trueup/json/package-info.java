/// The JSON form of what is kept and sent. The only package that knows how the records of the pure
/// packages are spelled in JSON; imports Jackson and those packages.
@org.jspecify.annotations.NullMarked
package dev.trueup.json;
