// Many books at once against a model server in trouble. A few in every test run; `MODELS_CAMPAIGN=20` runs as many, each function in
// a process of its own, with Google's minute, and compares with a server that never fails. `MODELS_CAMPAIGN_SEED` decides what fails.
import { expect, it } from "vitest";
import { PROFILES } from "../emulators/models/profile.ts";
import { type CampaignOptions, faultless, runCampaign } from "./models/campaign.ts";

const FULL = Number(process.env.MODELS_CAMPAIGN ?? 0);
const SEED = Number(process.env.MODELS_CAMPAIGN_SEED ?? 7);
const HOUR_MS = 3_600_000;

const shared = { seed: SEED, profile: PROFILES.troubled, limitMs: HOUR_MS };
const options: CampaignOptions =
  FULL === 0
    ? {
        ...{ ...shared, sessions: 2, isolate: false, windowSeconds: 1 },
        limits: { "gemini-3.1-flash-image": 11, "gemini-3.5-flash-lite": 12 },
      }
    : {
        ...{ ...shared, sessions: FULL, isolate: true, windowSeconds: 60 },
        limits: { "gemini-3.8-flash": 60, "gemini-3.1-flash-image": 50, "gemini-3.5-flash-lite": 60 },
      };

const name = `${options.sessions} books by way of models in trouble all end, within their quota and with few repeats`;
it(name, { timeout: HOUR_MS }, async () => {
  const troubled = await runCampaign(options);
  expect([troubled.stuck, troubled.ended.length]).toEqual([0, options.sessions]);
  for (const { status, error } of troubled.ended) {
    if (status === "failed") expect(error?.code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    else expect(status).toBe("completed");
  }
  for (const [model, limit] of Object.entries(options.limits)) {
    expect(troubled.busiest[model], model).toBeLessThanOrEqual(limit);
  }
  // The bill says what was charged, and never less: a worker that a busy machine held up too long counts as lost, and so does its call.
  expect(troubled.costMicros).toBeGreaterThanOrEqual(troubled.chargedMicros);
  if (FULL === 0) {
    // Of a handful of books, chance alone may repeat more.
    expect(troubled.requests / troubled.needed).toBeLessThanOrEqual(1.6);
    return;
  }
  const calm = await runCampaign(faultless(options));
  const { requests: calmRequests, seconds: calmSeconds } = calm;
  process.stdout.write(`${JSON.stringify({ calmRequests, calmSeconds, ...troubled }, null, 2)}\n`);
  expect([calm.requests, calm.errors]).toEqual([calm.needed, {}]);
  expect(calm.costMicros).toBeGreaterThanOrEqual(calm.chargedMicros);
  expect(troubled.requests / calm.requests).toBeLessThanOrEqual(1.25);
});
