/**
 * Evidence for Cisco's support centre (TAC): what the document wants collected for each of its sections, as runbooks
 * that only read. A bundle is a job; its files are kept in a folder and handed out as one archive.
 */
@NullMarked
package io.presencemedic.evidence;

import org.jspecify.annotations.NullMarked;
