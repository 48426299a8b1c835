/**
 * The platform's SOAP services: one record per operation that writes its request and reads its answer with a streaming
 * XML API. Exact in writing, tolerant in reading.
 */
@NullMarked
package io.presencemedic.cisco.soap;

import org.jspecify.annotations.NullMarked;
