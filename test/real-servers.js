// jest heeds no testTimeout of a project, only one for all; unit tests keep the short one.
jest.setTimeout(60_000);
