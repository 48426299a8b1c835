/**
 * Where bundles lie on the disk: a folder for each, written such that a crash costs one file at most, within the space
 * that is granted. It knows what was collected and what is missing, not how either came about.
 */
@NullMarked
package io.presencemedic.evidence.folder;

import org.jspecify.annotations.NullMarked;
