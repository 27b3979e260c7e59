// How long a gate waits: from a minute to a day, 30 minutes by default; then it counts as approved.
import { describe, expect, it } from "vitest";
import { sweep } from "../pipeline/sweep.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const MINUTE_MS = 60_000;

function start(service: ReturnType<typeof sampleService>, more: object) {
  const request = { text: SAMPLE_STORY, pages: 1, formats: [], review: ["concept"], ...more };
  return service.send("POST", "/api/v1/manga/generate", request);
}

describe("a review", () => {
  it.each([
    [{}, 30],
    [{ reviewTimeoutMinutes: 1 }, 1],
    [{ reviewTimeoutMinutes: 1_440 }, 1_440],
  ])("of a session with %j ends after %i minutes, and not before", async (more, minutes) => {
    const service = sampleService();
    expect((await start(service, more)).status).toBe(202);
    await service.deliver();
    const gate = (await service.schedule("s1")).gates.concept;
    expect((gate?.endsAt ?? 0) - (gate?.openedAt ?? 0)).toBe(minutes * MINUTE_MS);
    expect((await service.schedule("s1")).dueAt).toBe(gate?.endsAt);
    const shown = service.projector.phases.get("s1/concept")?.gate;
    expect(Date.parse(shown?.endsAt ?? "")).toBe(Math.trunc(gate?.endsAt ?? 0));
    // The sweep selects sessions by its own clock, but the gate closes by the store's clock: it is not time yet.
    await sweep(SHARDS, (gate?.endsAt ?? 0) + 1, service.services);
    expect((await service.schedule("s1")).state.status).toBe("waiting");
  });

  it.each([0, 1_441, 1.5, -30, "30"])("cannot wait %j minutes", async (reviewTimeoutMinutes) => {
    const service = sampleService();
    const response = await start(service, { reviewTimeoutMinutes });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ field: "reviewTimeoutMinutes" });
    expect(service.publisher.queue).toEqual([]);
  });
});
