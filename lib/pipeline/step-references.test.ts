// References are chosen once for an input: after any crash or repeated delivery, the same question is asked again.
import { describe, expect, test } from "vitest";
import type { Reference } from "./reference.ts";
import type { StepChange } from "./schedule-store.ts";
import { newStepRecord, type StepRecord } from "./step-record.ts";
import { openReferences } from "./step-references.ts";
import { StepAborted } from "./watch.ts";

const STEP = "artwork/p001/k1";
const sheet = (sha256: string): Reference => ({
  ...{ role: "person", step: "characters/c1", sha256, contentType: "image/png" },
});
const held = (change: Partial<StepRecord> = {}): StepRecord => ({
  ...newStepRecord(STEP),
  ...{ release: 3, fence: 2, ...change },
});

/** One document, and claims of it. */
function store(first: StepRecord) {
  let document = first;
  const schedules = {
    updateStep: async <T>(
      _s: string,
      _step: string,
      decide: (r: StepRecord, now: number) => StepChange<T>,
    ) => {
      const change = decide(document, 0);
      document = change.step ?? document;
      return change.value;
    },
  };
  return {
    document: () => document,
    claim: (input: string, { record = document, release = 3, fence = 2 } = {}) =>
      openReferences({ schedules, sessionId: "s1", step: STEP, input, record, release, fence }),
  };
}

describe("the references of a step", () => {
  test("are stored before they are used, and chosen once for an input", async () => {
    const { claim, document } = store(held());
    expect(await claim("a")(async () => [sheet("old")])).toEqual([sheet("old")]);
    expect(document().references).toEqual([{ input: "a", list: [sheet("old")] }]);
    const never = async () => Promise.reject(new Error("chosen again"));
    expect(await claim("a")(never)).toEqual([sheet("old")]);
  });

  test("are chosen again for another input, and still stored for the earlier one", async () => {
    const { claim, document } = store(held({ references: [{ input: "a", list: [sheet("old")] }] }));
    expect(await claim("b")(async () => [sheet("new")])).toEqual([sheet("new")]);
    const never = async () => Promise.reject(new Error("chosen again"));
    expect(await claim("a")(never)).toEqual([sheet("old")]);
    for (const input of "cdefghij") await claim(input)(async () => []);
    expect(document().references?.map(({ input }) => input)).toEqual([..."efghij"]);
  });

  test("are those that another claim stored meanwhile", async () => {
    const begun = held();
    const { claim } = store({ ...begun, references: [{ input: "a", list: [sheet("first")] }] });
    const late = claim("a", { record: begun });
    expect(await late(async () => [sheet("second")])).toEqual([sheet("first")]);
  });

  test("are not stored by a lost claim, which ends", async () => {
    const { claim, document } = store(held({ fence: 5 }));
    await expect(claim("a")(async () => [sheet("late")])).rejects.toThrow(StepAborted);
    expect(document().references).toBeUndefined();
  });
});
