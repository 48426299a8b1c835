/** What may be allowed: verbs on clusters and runbooks, roles that stand for several, and what follows for reading. */
@NullMarked
package io.presencemedic.access.grant;

import org.jspecify.annotations.NullMarked;
