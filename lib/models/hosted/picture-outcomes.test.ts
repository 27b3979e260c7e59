import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type FailedAttempt,
  type Fallbacks,
  failureOfReply,
  MOST_REQUESTS,
  type OutcomeClass,
  type PictureAttempt,
  planNextAttempt,
} from "./picture-outcomes.ts";

const PANEL: Fallbacks = { scenery: true, otherModel: true };

/** The requests that follow outcomes in order, written `moment`, `moment'` (another seed), `moment*` (the fallback model). */
function requestsAfter(outcomes: readonly OutcomeClass[], means: Fallbacks = PANEL): string[] {
  const history: FailedAttempt[] = [];
  for (const outcome of outcomes) {
    const take = planNextAttempt(history, means);
    if (take === undefined) break;
    history.push({ ...take, outcome });
  }
  const last = planNextAttempt(history, means);
  return [...history, ...(last === undefined ? [] : [last])].map(named);
}

const named = ({ telling, seed, by }: PictureAttempt) =>
  `${telling}${seed === 1 ? "'" : ""}${by === "fallback" ? "*" : ""}`;

const [t, u, s, p] = ["technical", "unclear", "safety", "prohibited"] as const;

describe("the requests for a panel", () => {
  it.each<[string, OutcomeClass[], string[]]>([
    ["a technical failure", [t], ["moment", "moment'"]],
    ["two technical failures", [t, t], ["moment", "moment'", "moment*"]],
    ["three technical failures", [t, t, t], ["moment", "moment'", "moment*", "scenery"]],
    ["four technical failures", [t, t, t, t], ["moment", "moment'", "moment*", "scenery"]],
    ["words instead of a picture", [u], ["moment", "moment'"]],
    ["words twice", [u, u], ["moment", "moment'", "gentle"]],
    ["words always", [u, u, u, u], ["moment", "moment'", "gentle", "scenery"]],
    ["a filter", [s], ["moment", "gentle"]],
    ["a filter twice", [s, s], ["moment", "gentle", "scenery"]],
    ["a filter always", [s, s, s], ["moment", "gentle", "scenery"]],
    ["a prohibition", [p], ["moment", "scenery"]],
    ["a prohibition, and of the place as well", [p, p], ["moment", "scenery"]],
    ["a prohibition of the gentle moment", [s, p], ["moment", "gentle", "scenery"]],
    ["a prohibition by the fallback model", [t, t, p], ["moment", "moment'", "moment*", "scenery"]],
    ["words after a technical failure", [t, u], ["moment", "moment'", "gentle"]],
    ["a filter at the second try", [t, s], ["moment", "moment'", "gentle"]],
    ["a filter at the fallback model", [t, t, s], ["moment", "moment'", "moment*", "scenery"]],
    ["a technical failure of the gentle moment", [s, t], ["moment", "gentle", "gentle'"]],
    ["two technical failures of the gentle moment", [s, t, t], ["moment", "gentle", "gentle'", "scenery"]],
    ["technical failures of the place", [p, t, t], ["moment", "scenery", "scenery'", "scenery*"]],
    ["words about the place", [p, u, u], ["moment", "scenery", "scenery'"]],
  ])("after %s", (_what, outcomes, requests) => {
    expect(requestsAfter(outcomes)).toEqual(requests);
  });

  it("continue with the scenery where there is no fallback model", () => {
    expect(requestsAfter([t, t], { scenery: true, otherModel: false })).toEqual([
      ...["moment", "moment'", "scenery"],
    ]);
  });
});

describe("the requests for a portrait, which has no scenery", () => {
  it.each<[string, OutcomeClass[], string[]]>([
    ["technical failures", [t, t, t, t], ["moment", "moment'", "moment*"]],
    ["words", [u, u, u, u], ["moment", "moment'", "gentle", "gentle'"]],
    ["a filter", [s, s], ["moment", "gentle"]],
    ["a prohibition", [p], ["moment"]],
  ])("after %s", (_what, outcomes, requests) => {
    expect(requestsAfter(outcomes, { scenery: false, otherModel: true })).toEqual(requests);
  });
});

const outcomes = fc.array(fc.constantFrom<OutcomeClass>(t, u, s, p), { minLength: 6, maxLength: 6 });
const means = fc.record({ scenery: fc.boolean(), otherModel: fc.boolean() });

describe("whatever the outcomes are", () => {
  const LEVELS = ["moment", "gentle", "scenery"];

  it("are at most four, all different, and the variant never returns to an earlier one", () => {
    fc.assert(
      fc.property(outcomes, means, (found, possible) => {
        const history: FailedAttempt[] = [];
        for (const outcome of found) {
          const take = planNextAttempt(history, possible);
          if (take === undefined) break;
          history.push({ ...take, outcome });
        }
        expect(history.length).toBeLessThanOrEqual(MOST_REQUESTS);
        expect(new Set(history.map(named)).size).toBe(history.length);
        const levels = history.map(({ telling }) => LEVELS.indexOf(telling));
        expect(levels).toEqual(levels.toSorted());
        if (!possible.otherModel) expect(history.every(({ by }) => by === "first")).toBe(true);
        if (!possible.scenery) expect(levels).not.toContain(2);
      }),
    );
  });

  it("never repeat a blocked prompt, and never mention a prohibited moment again", () => {
    fc.assert(
      fc.property(outcomes, means, (found, possible) => {
        const history: FailedAttempt[] = [];
        for (const outcome of found) {
          const take = planNextAttempt(history, possible);
          if (take === undefined) break;
          const heldBack = history.filter((attempt) => attempt.outcome === s || attempt.outcome === p);
          expect(heldBack.map(({ telling }) => telling)).not.toContain(take.telling);
          if (history.some((attempt) => attempt.outcome === p)) expect(take.telling).toBe("scenery");
          history.push({ ...take, outcome });
        }
      }),
    );
  });

  it("end with the scenery for a panel without a picture, unless no model could draw at all", () => {
    fc.assert(
      fc.property(outcomes, fc.boolean(), (found, otherModel) => {
        const history: FailedAttempt[] = [];
        for (const outcome of found) {
          const take = planNextAttempt(history, { scenery: true, otherModel });
          if (take === undefined) break;
          history.push({ ...take, outcome });
        }
        expect(history.at(-1)?.telling).toBe("scenery");
      }),
    );
  });
});

describe("a reply without a picture", () => {
  const image = { bytes: new Uint8Array([1]), contentType: "image/png" };

  it.each([
    ["NO_IMAGE", t],
    ["IMAGE_OTHER", t],
    ["MALFORMED_RESPONSE", t],
    ["CONTINUATION", t],
    ["MAX_TOKENS", t],
    ["no candidates", t],
    ["IMAGE_SAFETY", s],
    ["SAFETY", s],
    ["RECITATION", s],
    ["IMAGE_RECITATION", s],
    ["OTHER", s],
    ["SPII", s],
    ["A_REASON_OF_NEXT_YEAR", s],
    ["constructor", s],
    ["PROHIBITED_CONTENT", p],
    ["IMAGE_PROHIBITED_CONTENT", p],
    ["BLOCKLIST", p],
  ])("that ended with %s is %s, whatever drafts it contains", (reason, outcome) => {
    expect(failureOfReply({ reason, text: "", images: [] })).toEqual({ outcome, reason });
    expect(failureOfReply({ reason, text: "", images: [image] })).toEqual({ outcome, reason });
  });

  it("is unclear when it has text, and technical when it has none", () => {
    expect(failureOfReply({ reason: "STOP", text: "I cannot draw that.", images: [] })?.outcome).toBe(u);
    expect(failureOfReply({ reason: "STOP", text: " \n", images: [] })?.outcome).toBe(t);
  });

  it("is not a failure when it has an image, with or without text", () => {
    expect(failureOfReply({ reason: "STOP", text: "Here it is.", images: [image] })).toBeUndefined();
  });
});
