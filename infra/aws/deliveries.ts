/**
 * How often the queue delivers a message that fails before it sets it aside as a dead letter: once for a fault that passes, and
 * often enough that an outage of a service is over before the last time.
 */
export const deliveries = 5;
