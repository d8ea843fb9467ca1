/// How long inference takes: this project's engines and another exact one, on published networks.
@NullMarked
package casus.bench;

import org.jspecify.annotations.NullMarked;
