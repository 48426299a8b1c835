/**
 * The door for programs that speak the Model Context Protocol: a language model's agent reads, diagnoses, plans and
 * collects evidence by tools, each of which calls the API's own resources with the caller's rights. None of them
 * approves anything, and what one of them asks to be executed waits for somebody else's approval. Off until it is
 * switched on.
 */
@NullMarked
package io.presencemedic.mcp;

import org.jspecify.annotations.NullMarked;
