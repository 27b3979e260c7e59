// Spending limits in the cloud and on one machine.

import { expect, test } from "vitest";
import { estimateBook } from "../lib/api/estimate.ts";
import { SettingError } from "../lib/cloud/config.ts";
import { modelIds, parseModels } from "../lib/models/model-sets.ts";
import { moneyIn } from "./money.ts";

const CLOUD = { K_SERVICE: "mekuri-manga" };
const SERVICE = {
  MEKURI_SERVICE_HOUR_MICRODOLLARS: "1",
  MEKURI_SERVICE_DAY_MICRODOLLARS: "2",
  MEKURI_SERVICE_HOUR_SESSIONS: "3",
  MEKURI_SERVICE_DAY_SESSIONS: "4",
};

test("a new account in the cloud starts with the estimated price of 4 pages by the default models", async () => {
  const { newAccountDayMicros } = moneyIn(CLOUD).limits;
  if (typeof newAccountDayMicros !== "function") return expect.unreachable("it is looked up when needed");
  const { priceMicros } = estimateBook({ pages: 4, models: modelIds(parseModels("gemini")) });
  expect(priceMicros).toBeGreaterThan(0);
  expect(await newAccountDayMicros()).toBe(priceMicros);
});

test("the setting overrides it, zero too", () => {
  for (const [set, micros] of [
    ["5000000", 5_000_000],
    ["0", 0],
  ] as const) {
    const limits = moneyIn({ ...CLOUD, MEKURI_NEW_ACCOUNT_DAY_MICRODOLLARS: set }).limits;
    expect(limits.newAccountDayMicros).toBe(micros);
  }
});

test("on one machine the daily budget is the limit of every account, and the service has none", () => {
  expect(moneyIn({}).limits).toEqual({
    ...{ sessionMicros: 40_000_000, dayMicros: 50_000_000 },
    ...{ newAccountDayMicros: undefined, service: undefined },
  });
});

test("the service's four limits must be set together", () => {
  expect(moneyIn(SERVICE).limits.service).toEqual({
    ...{ hourMicros: 1, dayMicros: 2, hourSessions: 3, daySessions: 4 },
  });
  for (const name of Object.keys(SERVICE)) {
    expect(() => moneyIn({ ...SERVICE, [name]: "" })).toThrow(SettingError);
    expect(() => moneyIn({ ...SERVICE, [name]: "" })).toThrow(name);
  }
});
