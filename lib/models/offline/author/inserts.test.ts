// Things that a page names and would not show: pictures of their own, or panels framed for them.
import { describe, expect, it } from "vitest";
import type { Person } from "../closed/concept.ts";
import type { Beat, Plot } from "../closed/plot.ts";
import { withUnseen } from "./inserts.ts";
import type { FramedBeat } from "./pictures.ts";
import type { Framed } from "./shots.ts";
import { adapt } from "./stories/adapt.ts";

const MIO: Person = {
  ...{ id: "c1", name: "Mio", aliases: [], kind: "human", age: "adult", gender: "female" },
  ...{ role: "protagonist", notes: "" },
};

const beat = (change: Partial<Beat>): Beat => ({
  ...{ id: "b1", scene: "s1", kind: "action", units: ["u1"], props: [], lines: [], caption: "", sounds: [] },
  ...{ effects: [], action: "", weight: 2 },
  people: [{ character: "c1", pose: "stand", expression: "calm" }],
  ...change,
});

const close: Framed = { shot: "close", angle: "level", cut: "all", who: ["c1"] };
const full: Framed = { shot: "full", angle: "level", cut: "all", who: ["c1"] };

/** A page of these beats, framed so, with room for `most` panels and one other framing for each. */
function page(
  beats: readonly Beat[],
  framings: readonly Framed[],
  { most = 7, hook = false, other = full } = {},
) {
  const plot: Plot = {
    scenes: [
      {
        ...{ id: "s1", place: { kind: "room", name: "" }, hour: "day", weather: "clear", season: "spring" },
        ...{ mood: "neutral", people: ["c1"] },
      },
    ],
    pages: [{ number: 1, spread: false, hook, beats: [...beats] }],
    leftOut: [],
  };
  const panels = beats.flatMap((one, at): FramedBeat[] => {
    const framing = framings[at];
    return framing ? [{ beat: one, framing, at }] : [];
  });
  const request = { plot, page: 1, people: [MIO], language: "en", direction: "ltr", seed: 7 } as const;
  return withUnseen(panels, { most, hook, others: () => [other] }, request);
}

const told = (panels: readonly FramedBeat[]) =>
  panels.map(
    ({ framing: { shot, cut }, beat: { props, lines } }) => `${shot} ${cut} ${props} ${lines.length}`,
  );

const table = beat({ props: ["cup", "letter"], action: "A cup and a letter lay on the table. Mio wept." });

describe("a thing that the panel of its words leaves out", () => {
  it("is seen right after it, together with what lies beside it, and without words", () => {
    const panels = page([table, beat({ id: "b2" })], [close, full]);
    expect(told(panels)).toEqual(["close all cup,letter 0", "detail all cup,letter 0", "full all  0"]);
    expect(panels[1]?.beat).toMatchObject({ units: [], caption: "", weight: 1, people: [] });
    expect(panels[1]?.beat.action).toBe("A cup and a letter lay on the table.");
  });

  it("is seen in the hand that has it, unless that is held up beside the face", () => {
    const holding = (pose: "hold" | "lie") =>
      beat({
        props: ["ring"],
        action: "Mio held the ring.",
        people: [{ character: "c1", pose, expression: "calm", holds: "ring" }],
      });
    expect(told(page([holding("lie")], [close]))).toEqual(["close all ring 0", "detail hands ring 0"]);
    expect(told(page([holding("hold")], [close]))).toEqual(["close all ring 0"]);
  });

  it("gets no picture where its panel shows it, where it is only spoken of, or under whoever sits on it", () => {
    expect(page([table], [full])).toHaveLength(1);
    const line = { unit: "u1", speaker: "c1", guessed: false, voice: "speech" } as const;
    const asks = beat({
      lines: [{ ...line, ruby: [], text: "Where is my cup?" }],
      props: ["cup"],
      action: "Where is my cup?",
    });
    expect(page([asks], [close])).toHaveLength(1);
    const sits = beat({
      props: ["chair"],
      action: "Mio sat on a chair.",
      people: [{ character: "c1", pose: "sit", expression: "calm" }],
    });
    expect(page([sits], [close])).toHaveLength(1);
  });

  it("has its panel framed for it where the page is full, or another detail stands beside it", () => {
    expect(told(page([table], [close], { most: 1 }))).toEqual(["full all cup,letter 0"]);
    const detail: Framed = { shot: "detail", angle: "level", cut: "eyes", who: ["c1"] };
    expect(told(page([table, beat({ id: "b2" })], [close, detail]))).toEqual([
      "full all cup,letter 0",
      "detail eyes  0",
    ]);
  });

  it("is seen beside the panel that has no room for it", () => {
    const all = ["cup", "plate", "bowl", "teapot", "spoon", "candle"] as const;
    const laid = beat({ props: [...all], action: `A ${all.join(", a ")} stood on the table.` });
    const [first, second] = page([laid], [full]);
    expect(first?.framing.shot).toBe("full");
    expect(second?.framing.shot).toBe("detail");
    expect(second?.beat.props).toContain("candle");
  });

  it("is large in a picture of its own where it is thrown", () => {
    const throws = beat({
      props: ["rice-ball"],
      action: "Mio threw the rice ball.",
      people: [{ character: "c1", pose: "throw", expression: "worried", holds: "rice-ball" }],
    });
    expect(told(page([throws], [full]))).toEqual(["full all rice-ball 0", "detail all rice-ball 0"]);
  });

  it("is not seen where nothing of its kind stands", () => {
    const late = beat({ props: ["car"], action: "The car was late." });
    expect(page([late], [close], { other: close })).toHaveLength(1);
  });

  it("does not end a page that the reader is to turn", () => {
    expect(told(page([table], [close], { hook: true }))).toEqual(["full all cup,letter 0"]);
    expect(told(page([table], [close]))).toEqual(["close all cup,letter 0", "detail all cup,letter 0"]);
  });

  it("shares the room of two pictures with all others of its page", () => {
    const things = (["cup", "letter", "book", "key"] as const).map((prop, at) =>
      beat({ id: `b${at + 1}`, props: [prop], action: `A ${prop} lay on the table.` }),
    );
    const panels = page(things, [close, close, close, close], { other: close });
    expect(panels.filter(({ framing }) => framing.shot === "detail")).toHaveLength(2);
  });
});

describe("a book", () => {
  it("has four panels in a strip, whatever they leave out", async () => {
    const joke = `The cat sat on the table. "Off!" said Mio. A cup, a letter and a key lay there. "No," said the cat.`;
    const { boards } = await adapt(joke, "en", { style: "yonkoma" });
    for (const { panels } of boards) expect(panels.length % 4).toBe(0);
  });
});
