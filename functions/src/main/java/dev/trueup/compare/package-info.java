/// Which records are the same thing, and what differs between them; imports java.* and
/// dev.trueup.catalog only, decides nothing and writes nothing.
@org.jspecify.annotations.NullMarked
package dev.trueup.compare;
