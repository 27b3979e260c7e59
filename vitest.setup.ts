// Before each test file: one seed for all properties, so that a test run says the same each time, and the environment as it was before,
// since files share a process. `PROPERTY_SEED=random` explores; a failure prints the seed that repeats it.
import fc from "fast-check";
import { afterAll } from "vitest";

const { PROPERTY_SEED = "20261124" } = process.env;
if (PROPERTY_SEED !== "random") fc.configureGlobal({ seed: Number(PROPERTY_SEED) });

const before = { ...process.env };
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
