import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { type Output, runtime } from "@pulumi/pulumi";
import { readSettings } from "./settings.ts";

/** The stack file's own settings: `mekuri:NAME: VALUE`, one a line. */
function configOf(stack: string): Record<string, string> {
  const file = readFileSync(new URL(`Pulumi.${stack}.yaml`, import.meta.url), "utf8");
  return Object.fromEntries(
    [...file.matchAll(/^ {2}(mekuri:\w+): (.+)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** Settings that no file of the repository has. */
const SERVICE: Readonly<Record<string, string>> = {
  ...{ "mekuri:serviceHourMicrodollars": "20000000", "mekuri:serviceDayMicrodollars": "100000000" },
  ...{ "mekuri:serviceHourSessions": "100", "mekuri:serviceDaySessions": "500" },
};

const resolved = (output: Output<string> | undefined) =>
  new Promise<string | undefined>((resolve) => {
    if (output === undefined) resolve(undefined);
    else output.apply(resolve);
  });

it("the Pulumi program takes a stack's file and a version, and exports the addresses", async () => {
  await runtime.setMocks(
    {
      newResource: ({ name, inputs }) => ({
        id: `${name}-id`,
        state: { ...inputs, uri: `https://${name}.example` },
      }),
      call: ({ inputs }) => inputs,
    },
    "mekuri",
    "dev",
  );
  runtime.setAllConfig({ ...configOf("dev"), ...SERVICE, "mekuri:version": "1" });
  const { apiAddresses, bucketName, keyName } = await import("./index.ts");
  assert.deepEqual(Object.keys(apiAddresses).toSorted(), ["auth", "health", "manga"]);
  assert.equal(await resolved(apiAddresses.manga), "https://manga.example");
  assert.equal(await resolved(bucketName), "mekuri-dev-books");
  assert.equal(await resolved(keyName), "data-keys-id");
  await runtime.disconnect();
});

it("both stacks have their own project, and a missing setting is named in the error", () => {
  runtime.setAllConfig(configOf("prod"));
  assert.throws(() => readSettings("prod"), /mekuri:version/);
  const whole: Record<string, string> = { ...configOf("prod"), ...SERVICE, "mekuri:version": "1" };
  for (const name of Object.keys(SERVICE)) {
    const { [name]: _left, ...without } = whole;
    runtime.setAllConfig(without);
    assert.throws(() => readSettings("prod"), new RegExp(name));
  }
  runtime.setAllConfig(whole);
  assert.deepEqual(readSettings("prod").service, {
    ...{ hourMicrodollars: 20_000_000, dayMicrodollars: 100_000_000, hourSessions: 100, daySessions: 500 },
  });
  assert.notEqual(configOf("prod")["mekuri:project"], configOf("dev")["mekuri:project"]);
  assert.throws(() => readSettings("test"), /dev or prod, not test/);
});

it("the budget's amount has whole units and a currency", () => {
  const config = { ...configOf("dev"), ...SERVICE, "mekuri:version": "1" };
  runtime.setAllConfig({ ...config, "mekuri:monthlyBudget": "15000 JPY" });
  assert.deepEqual(readSettings("dev").monthlyBudget, { units: "15000", currencyCode: "JPY" });
  for (const wrong of ["15000", "¥15000", "1.5 USD", "0 USD"]) {
    runtime.setAllConfig({ ...config, "mekuri:monthlyBudget": wrong });
    assert.throws(() => readSettings("dev"), /mekuri:monthlyBudget must be such as "15000 JPY"/);
  }
});
