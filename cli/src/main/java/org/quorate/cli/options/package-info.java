/**
 * Options of models, searches and quorums: one description of each, which the command line and
 * files share.
 */
@NullMarked
package org.quorate.cli.options;

import org.jspecify.annotations.NullMarked;
