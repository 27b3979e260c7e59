// The service's limits from its settings, on the functions' own wiring: which sessions start, which are refused, and what is given back.

import { Firestore } from "@google-cloud/firestore";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SERVICE_WINDOWS } from "../lib/cloud/firestore-paths.ts";
import { modelIds, parseModels } from "../lib/models/model-sets.ts";
import { ServiceFullError, ServiceWindowsSchema } from "../lib/pipeline/service-windows.ts";
import { type HostedFunctions, hostFunctions } from "../scripts/serve/functions-here.ts";

let functions: HostedFunctions;
let db: Firestore;

beforeAll(async () => {
  functions = await hostFunctions({
    names: ["sweep"],
    environment: {
      ...{ MEKURI_SERVICE_HOUR_MICRODOLLARS: "9000000", MEKURI_SERVICE_DAY_MICRODOLLARS: "3000000" },
      ...{ MEKURI_SERVICE_HOUR_SESSIONS: "100", MEKURI_SERVICE_DAY_SESSIONS: "4" },
    },
  });
  db = new Firestore({ projectId: process.env.GOOGLE_CLOUD_PROJECT });
}, 60_000);

afterAll(async () => {
  await db?.terminate();
  await functions?.close();
});

test("the functions give sessions exactly what the service's settings allow", async () => {
  const { commands, services } = await import("./wiring.ts");
  const start = (mayCostMicros: number) =>
    commands().startSession({
      ...{ ownerId: "ann", text: "雨の夜、ミナは駅で猫を見つけた。", mayCostMicros },
      params: {
        ...{ language: "ja", direction: "rtl", style: "manga", seed: 1, pages: 1, formats: [] },
        models: modelIds(parseModels("offline")),
        ...{ review: [], reviewTimeoutMinutes: 30 },
      },
    });
  const windows = async () => ServiceWindowsSchema.parse((await db.doc(SERVICE_WINDOWS).get()).data());
  const first = await start(2_000_000);
  expect((await services().ledger.readAccount(first.sessionId))?.allotments).toEqual({
    [(await windows()).day.at]: 2_500_000,
  });
  await expect(start(2_000_000)).rejects.toThrow(ServiceFullError);
  await start(400_000);
  expect((await windows()).day).toMatchObject({ givenMicros: 3_000_000, sessions: 2 });
  await services().ledger.rest(first.sessionId, 0);
  expect((await windows()).day.givenMicros).toBe(500_000);
  await start(0);
  await start(0);
  await expect(start(0)).rejects.toMatchObject({ of: "sessions", window: "day" });
}, 60_000);
