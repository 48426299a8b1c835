/** What every resource shares: problem documents, idempotency keys, pages and preferences. No feature is named here. */
@NullMarked
package io.presencemedic.http;

import org.jspecify.annotations.NullMarked;
