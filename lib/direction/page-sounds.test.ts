import { describe, expect, it } from "vitest";
import type { Beat } from "../manga/plot.ts";
import type { Shot } from "../manga/staging.ts";
import { pageSounds } from "./page-sounds.ts";
import { pageToDraw } from "./page-to-draw.ts";
import { acting, beat, inputOf, line, person, plotOf } from "./sample-beats.ts";

/** The letters of the sounds in each panel of a page. */
function lettersOf(
  beats: readonly Beat[],
  { shot = "full", ja = false }: { shot?: Shot; ja?: boolean } = {},
) {
  const input = inputOf(plotOf([[...beats]]), [person("c1")]);
  const panels = beats.map((one, at) => ({
    ...{ beat: one, at },
    framing: {
      shot,
      angle: "level",
      cut: "all",
      who: one.figures.map(({ character }) => character),
    } as const,
  }));
  const language = ja ? "ja" : "en";
  const sounds = pageSounds(panels, { ...pageToDraw(input), language });
  return sounds.map((own) => own.map(({ text }) => text));
}

const does = (doing: string, change: Partial<Beat> = {}) =>
  beat("b1", { figures: [acting("c1", { doing })], ...change });

describe("sounds of a page", () => {
  it("follow from actions and from things, in the book's language", () => {
    expect(lettersOf([does("knocks at the door")])).toEqual([["KNOCK KNOCK"]]);
    expect(lettersOf([does("走り出す")], { ja: true })).toEqual([["ダダダッ"]]);
    expect(lettersOf([beat("b1", { things: [{ what: "bell", how: "rings" }] })])).toEqual([["DING DING"]]);
    expect(lettersOf([does("ponders")])).toEqual([[]]);
    // Dives go into water, for cover or out of the sky, so a dive alone has no splash.
    expect(lettersOf([does("dive")])).toEqual([["FWIP"]]);
    // Arms that are thrown up are not a thrown thing.
    expect(lettersOf([does("throw up arm")])).toEqual([["FWIP"]]);
  });

  it("are only those of the text if the beat states any", () => {
    const told = does("knocks at the door", { sounds: [{ text: "RAT-TAT", loudness: 3, hard: true }] });
    expect(lettersOf([told])).toEqual([["RAT-TAT"]]);
  });

  it("do not follow from guesses, unseen people, or panels with many words", () => {
    expect(lettersOf([does("knocks at the door", { guessed: ["deed"] })])).toEqual([[]]);
    const lines = ["One.", "Two.", "Three."].map((text, at) => line("c1", text, { unit: `u000${at + 1}` }));
    expect(lettersOf([does("knocks at the door", { lines })])).toEqual([[]]);
  });

  it("are at most three a page, each once, the loudest first, with one faint sound at most", () => {
    const page = ["walks", "nods", "runs", "runs", "throws a stone", "collapses", "shoots"].map((one) =>
      does(one),
    );
    expect(lettersOf(page).flat().toSorted()).toEqual(["BANG", "THUD", "TMP TMP TMP"]);
    expect(lettersOf([does("nods"), does("sighs")]).flat()).toEqual(["NOD"]);
  });
});
