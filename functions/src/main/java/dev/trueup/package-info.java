/// Makes one store match the other; each package is one step of the way of the data.
package dev.trueup;
