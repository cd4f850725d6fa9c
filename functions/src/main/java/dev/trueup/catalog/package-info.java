/// The records both stores share, in neither platform's terms; imports java.* only.
@org.jspecify.annotations.NullMarked
package dev.trueup.catalog;
