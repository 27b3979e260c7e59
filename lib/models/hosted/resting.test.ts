// Steps whose model has a rate limit: they rest without a worker slot until their reserved request slot is due, and then use it at once.
import { describe, expect, it } from "vitest";
import { deliverAll, SAMPLE_BOOK, sample, seedDurationMs } from "../../pipeline/sample-session.ts";
import type { Schedule } from "../../pipeline/schedule.ts";
import { stepId } from "../../pipeline/step-id.ts";
import { SLOT_VALID_MS } from "../fair-window.ts";
import { memoryQuota, type Quota } from "../quota.ts";
import type { Question } from "./model.ts";
import { rateLimitedModel } from "./rate-limited-model.ts";
import { scriptedModel } from "./scripted-model.ts";

const BOOK = { ...SAMPLE_BOOK, characters: ["c1", "c2"], pages: 4, panels: 5 };
/** Two portraits and the panels. */
const PICTURES = 22;

/** The steps that hold an image slot in a schedule. */
const holders = ({ inFlight }: Schedule) =>
  Object.entries(inFlight).flatMap(([step, { restsUntil }]) =>
    restsUntil === undefined && /^(artwork|characters\/)/.test(step) ? [step] : [],
  );

/** Draws a book whose pictures share one rate limit. */
async function drawn({ limit, windowMs, spoil }: { limit: number; windowMs: number; spoil?: Quota["take"] }) {
  const book = sample(BOOK);
  const { clock, services, tools } = book;
  const honest = memoryQuota(clock.now);
  const quota = { ...honest, take: spoil ?? honest.take };
  const model = scriptedModel("m", [{ text: "OK" }]);
  const window = { name: "w", limit, windowMs };
  const paced = rateLimitedModel(model, { quota, window, clock, random: () => 0.5 });
  const left: { step: string; at: number; heldMs: number }[] = [];
  const heldSince = new Map<string, number>();
  const { update } = services.schedules;
  services.schedules.update = (id, named, decide) =>
    update(id, named, (current) => {
      const change = decide(current);
      if (change.schedule === undefined) return change;
      const holding = new Set(holders(change.schedule));
      for (const step of heldSince.keys()) if (!holding.has(step)) heldSince.delete(step);
      for (const step of holding) if (!heldSince.has(step)) heldSince.set(step, clock.now());
      return change;
    });
  tools.before = async (ref, { signal }) => {
    if (ref.of !== "panel" && ref.of !== "character") return;
    const step = stepId(ref);
    const question: Question = {
      task: "picture",
      turns: [{ role: "user", parts: [{ text: step }] }],
      wanted: { kind: "image", aspectRatio: "1:1", size: "1K" },
    };
    await paced.ask(question, signal);
    left.push({ step, at: clock.now(), heldMs: clock.now() - (heldSince.get(step) ?? Number.NaN) });
  };
  const startedAt = clock.now();
  const sessionId = await book.start();
  await deliverAll(book);
  expect(book.projector.sessions.get(sessionId)?.status).toBe("completed");
  return { left, tookMs: clock.now() - startedAt };
}

describe("pictures of a model whose window is full", () => {
  it("are sent the moment their step gets a slot, as many as the window allows, once each", async () => {
    const windowMs = 60_000 + SLOT_VALID_MS;
    const { left } = await drawn({ limit: 4, windowMs });
    expect(new Set(left.map(({ step }) => step)).size).toBe(PICTURES);
    expect(left).toHaveLength(PICTURES);
    expect(left.filter(({ heldMs }) => heldMs !== 0)).toEqual([]);
    const times = left.map(({ at }) => at);
    for (const [index, at] of times.entries()) {
      const before = times[index - 4];
      if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(60_000);
    }
    // No slot is lost: the last picture is sent in the sixth window.
    const [first = 0] = times;
    expect((times.at(-1) ?? 0) - first).toBeLessThan(6 * windowMs);
  });

  it("take as long as without a rate limit where there is room", async () => {
    const free = await drawn({ limit: 100, windowMs: 60_000 });
    const { clock, ...book } = sample(BOOK);
    const startedAt = clock.now();
    await book.start();
    await deliverAll({ clock, ...book });
    expect(free.tookMs).toBe(clock.now() - startedAt);
    expect(seedDurationMs({ phase: "concept", of: "book" })).toBeGreaterThan(0);
  });
});
