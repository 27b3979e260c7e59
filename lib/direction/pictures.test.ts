// The content of a panel's picture.
import { describe, expect, it } from "vitest";
import type { Beat } from "../manga/plot.ts";
import { pageToDraw } from "./page-to-draw.ts";
import { pictureOf } from "./pictures.ts";
import { acting, beat, inputOf, line, person, plotOf } from "./sample-beats.ts";
import type { Framed } from "./shots.ts";
import { drawStoryboard } from "./storyboard.ts";

const CAST = [person("c1"), person("c2")];

function picture(one: Beat, shot: Framed["shot"], who = ["c1"]) {
  const request = pageToDraw(inputOf(plotOf([[one]]), CAST));
  return pictureOf({ beat: one, at: 0, framing: { shot, angle: "level", cut: "all", who } }, request);
}

const names = (things: readonly { what: string }[]) => things.map(({ what }) => what);

describe("a picture", () => {
  const full = beat("b1", {
    figures: [acting("c1", { hands: [{ what: "cup" }] })],
    things: [{ what: "cup" }, { what: "clock" }, { what: "ring", near: true }],
    standing: [{ what: "piano" }],
    around: [acting("c2", { doing: "reads" })],
  });

  it("in a wide shot has standing things and other people present, and no things for near shots only", () => {
    const { things, figures } = picture(full, "full");
    expect(names(things)).toEqual(["clock", "piano"]);
    expect(figures.map(({ character }) => character)).toEqual(["c1", "c2"]);
  });

  it("in a near shot has only the beat's own things and people", () => {
    const { things, figures } = picture(full, "half");
    expect(names(things)).toEqual(["clock"]);
    expect(figures.map(({ character }) => character)).toEqual(["c1"]);
    expect(names(picture({ ...full, figures: [] }, "detail", []).things)).toEqual(["cup", "clock", "ring"]);
  });

  it("puts a pushed thing that a character brought into free hands", () => {
    const standing = [{ what: "bicycle", how: "pushed", whose: "c1" }];
    const hands = (doing: string) =>
      picture(beat("b1", { figures: [acting("c1", { doing })], standing }), "full").figures[0]?.hands;
    expect(hands("walks home")).toEqual([{ what: "bicycle", how: "pushed" }]);
    expect(hands("hugs the dog")).toEqual([]);
  });

  it("has people in the outfit of the panel's units, unless the beat names another", () => {
    const outfits = [
      { id: "o1", worn: ["white shirt"], scenes: [] },
      { id: "o2", worn: ["black kimono"], scenes: [], units: { from: "u0002", to: "u0003" } },
    ];
    const cast = { characters: [{ id: "c1", outfits }] };
    const plot = plotOf([
      [1, 2, 3, 4, 5].map((n) =>
        beat(`b${n}`, {
          figures: [acting("c1", n === 3 ? { outfit: "o1" } : {}), acting("c2")],
          caption: `Part ${n}.`,
        }),
      ),
    ]);
    const { panels } = drawStoryboard(inputOf(plot, CAST, { cast }));
    const outfit = (unit: string, who: string) =>
      panels
        .filter(({ units }) => units.includes(unit))
        .flatMap(({ picture: { figures } }) => figures.filter(({ character }) => character === who))
        .map((figure) => figure.outfit);
    const worn = ["u0001", "u0002", "u0003", "u0004", "u0005"].map((unit) => new Set(outfit(unit, "c1")));
    expect(worn).toEqual([undefined, "o2", "o1", undefined, undefined].map((one) => new Set([one])));
    expect(new Set(outfit("u0002", "c2"))).toEqual(new Set([undefined]));
  });

  it("has the mood of its scene if its people share it", () => {
    const sad = plotOf([]);
    const scenes = sad.scenes.map((scene) => ({ ...scene, mood: "sad" as const }));
    const moodWith = (feeling: string) => {
      const plot = {
        ...sad,
        scenes,
        pages: plotOf([[beat("b1", { figures: [acting("c1", { feeling })] })]]).pages,
      };
      return drawStoryboard(inputOf(plot, CAST)).panels[0]?.picture.mood;
    };
    expect(moodWith("grieving")).toBe("sad");
    expect(moodWith("amused")).toBe("neutral");
  });

  it("has focus lines to an angry shout, and none to laughter", () => {
    const shouting = (feeling: string) =>
      picture(
        beat("b1", {
          figures: [acting("c1", { feeling })],
          lines: [line("c1", "Out!", { voice: "shout" })],
        }),
        "half",
      ).effects;
    expect(shouting("boiling with rage")).toEqual(["focus"]);
    expect(shouting("helpless with laughter")).toEqual([]);
  });

  it("is a detail of the beat's `focus`", () => {
    const shots = (change: Partial<Beat>) => {
      const before = beat("b1", { figures: [acting("c1", { doing: "walks" })] });
      const plot = plotOf([[before, beat("b2", { kind: "action", ...change })]]);
      const panel = drawStoryboard(inputOf(plot, CAST)).panels.find(({ units }) => units.includes("u0002"));
      return panel?.picture.shot;
    };
    const letter = [{ what: "letter" }, { what: "pen" }];
    const figures = [acting("c1", { doing: "waits" })];
    expect(shots({ figures, things: letter })).not.toBe("detail");
    expect(shots({ figures, things: letter, focus: "letter" })).toBe("detail");
    expect(shots({ figures, focus: "feet" })).toBe("detail");
  });
});

describe("an exchange in two panels", () => {
  const lines = ["One.", "Two, and here is rather a lot more of it to say.", "Three.", "Four."].map(
    (text, index) => line(index < 2 ? "c1" : "c2", text, { unit: `u000${index + 1}` }),
  );
  const talk = (change: Partial<Beat>): Beat =>
    beat("b1", { kind: "dialogue", lines, units: lines.map(({ unit }) => unit), ...change });
  /** Feelings in the panels with words. A person who only stands may get a gesture. */
  const feelings = (one: Beat) =>
    drawStoryboard(inputOf(plotOf([[one]]), CAST))
      .panels.filter(({ words }) => words.texts.length > 0)
      .map(({ picture: { figures } }) =>
        figures
          .map(({ character, doing, feeling }) =>
            doing === "points" ? `${character} points ${feeling}` : `${character} ${feeling}`,
          )
          .toSorted(),
      );

  it("gives each half the lines with their feelings and gestures", () => {
    const spoken = lines.map((one) =>
      one.speaker === "c1" ? { ...one, doing: "points", feeling: "furious" } : { ...one, feeling: "ashamed" },
    );
    const figures = [
      acting("c1", { doing: "points", feeling: "furious" }),
      acting("c2", { feeling: "ashamed" }),
    ];
    const panels = feelings(talk({ lines: spoken, figures }));
    const [first, last] = [panels[0], panels.at(-1)];
    expect(first).toContain("c1 points furious");
    expect(first?.filter((one) => one.startsWith("c2"))).not.toContain("c2 ashamed");
    expect(last).toContain("c2 ashamed");
    expect(last).not.toContain("c1 points furious");
  });

  it("keeps the beat's feeling in the half with a line that has it", () => {
    const spoken = lines.map((one) => ({ ...one, feeling: one.text === "Four." ? "determined" : "calm" }));
    const figures = [acting("c1"), acting("c2", { feeling: "determined" })];
    expect(feelings(talk({ lines: spoken, figures })).at(-1)).toContain("c2 determined");
  });

  it("keeps the beat's feelings if no line has one", () => {
    const figures = [acting("c1", { feeling: "terrified" }), acting("c2", { feeling: "proud of it" })];
    for (const half of feelings(talk({ figures })))
      for (const one of half) expect(["c1 terrified", "c2 proud of it"]).toContain(one);
  });
});
