// jest heeds no testTimeout of a project, only one for all; unit tests keep the short one.
jest.setTimeout(60_000);

// The MongoDB driver loads `os` by a dynamic import, which jest's VM refuses; without it the server refuses the driver.
jest.mock('mongodb/lib/runtime_adapters', () => ({ resolveRuntimeAdapters: async () => ({ os: require('node:os') }) }));
