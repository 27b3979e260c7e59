// Reviews that are open at the same time: which are offered, which one is shown, and what the status line names.
import { describe, expect, test } from "vitest";
import type { ClientSession, PhaseName } from "../../documents.ts";
import { openReviews, phaseToName, reviewToShow } from "./open-reviews.ts";

const endsAt = "2026-12-01T00:00:00Z";

function bookAt(
  states: Partial<Record<PhaseName, "done" | "running">>,
  waiting?: ClientSession["waiting"],
): Pick<ClientSession, "status" | "waiting" | "phases"> {
  const phases = new Proxy({} as ClientSession["phases"], {
    get: (_all, phase: PhaseName) => ({ state: states[phase] ?? "waiting", done: 0, total: 1 }),
  });
  return { status: waiting === undefined ? "running" : "waiting", waiting, phases };
}

const gate = (revision: number, isDecided = false) => ({
  gate: {
    ...{ revision, openedAt: endsAt, endsAt },
    ...(isDecided && { decision: { kind: "approve" as const, by: "ann", at: endsAt } }),
  },
});
const people: ClientSession["waiting"] = { phase: "characters", revision: 2, endsAt };

describe("the open reviews", () => {
  test("are those of people and plot while both wait", () => {
    const session = bookAt({ characters: "done", plot: "done" }, people);
    const open = openReviews(session, { characters: gate(2), plot: gate(1) });
    expect(open).toEqual([people, { phase: "plot", revision: 1, endsAt }]);
  });

  test("leave out a review that was answered, or whose phase is being made again", () => {
    const session = bookAt({ characters: "done", plot: "done" }, people);
    expect(openReviews(session, { plot: gate(1, true) })).toEqual([people]);
    const again = bookAt({ characters: "done", plot: "running" }, people);
    expect(openReviews(again, { plot: gate(1) })).toEqual([people]);
  });

  test("show the one that the person is in, also when an earlier one opens again", () => {
    const plot = { phase: "plot", revision: 1, endsAt } as const;
    expect(reviewToShow([people, plot], "plot")).toBe(plot);
    expect(reviewToShow([people, plot], undefined)).toBe(people);
    expect(reviewToShow([people], "plot")).toBe(people);
    expect(reviewToShow([], "plot")).toBeUndefined();
  });
});

test("the status line names the review that waits, not the phase behind it", () => {
  expect(phaseToName({ currentPhase: "storyboard" }, [people])).toBe("characters");
  expect(phaseToName({ currentPhase: "storyboard" }, [])).toBe("storyboard");
  expect(phaseToName({ currentPhase: undefined }, [])).toBeUndefined();
});
