/**
 * What all pages have in common: how a page is rendered with its reader's rights, forms and their sizes, refusals, and
 * text made visible.
 */
@NullMarked
package io.presencemedic.console.page;

import org.jspecify.annotations.NullMarked;
