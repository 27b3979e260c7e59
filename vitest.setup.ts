// Before each test file: one seed for all properties, so that a test run says the same each time.
// `PROPERTY_SEED=random` explores; a failure prints the seed that repeats it.
import fc from "fast-check";

const { PROPERTY_SEED = "20261124" } = process.env;
if (PROPERTY_SEED !== "random") fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
