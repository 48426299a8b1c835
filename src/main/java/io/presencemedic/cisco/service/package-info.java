/** The platform's services: their names, kinds, states and why they are stopped, and what is known of each of them. */
@NullMarked
package io.presencemedic.cisco.service;

import org.jspecify.annotations.NullMarked;
