/** The SOAP side of the wire: TLS with trust per cluster, cookies, throttling, faults and schema versions. */
@NullMarked
package io.presencemedic.link.http;

import org.jspecify.annotations.NullMarked;
