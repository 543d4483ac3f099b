/** What the tests of every model share: naive searches, symmetry checks, models in other dress. */
package org.quorate.models.oracle;
