// A panel with a guessed aspect must show less.
import { describe, expect, it } from "vitest";
import type { Picture } from "../../../lib/manga/storyboard.ts";
import { figure, madeBook, panel, person } from "../sample-labels.ts";
import { plainGuesses } from "./plain-guesses.ts";

const people = [person("c1", "Ann"), person("c2", "Rex", { kind: "dog" })];

const ofPanel = (picture: Partial<Picture>, texts: [string, string?][] = []) =>
  plainGuesses(madeBook(people, { panels: [panel(["u0001"], picture, texts)] }));

describe("a panel with a guessed aspect", () => {
  it.each<[string, Partial<Picture>, [string, string?][]]>([
    ["shows a plain place", { guessed: ["place"] }, []],
    ["is by day", { guessed: ["hour"], hour: "day" }, []],
    [
      "shows a back",
      { guessed: ["who"], shot: "half", figures: [{ ...figure("c1", "run"), view: "back" }] },
      [],
    ],
    ["shows people far off", { guessed: ["who"], shot: "long", figures: [figure("c1", "run")] }, []],
    [
      "shows the speaker",
      { guessed: ["who"], shot: "bust", figures: [figure("c1", "stand")] },
      [["Oh!", "c1"]],
    ],
    ["shows an animal", { guessed: ["who"], shot: "half", figures: [figure("c2", "run")] }, []],
    ["has standing people", { guessed: ["deed"], figures: [figure("c1", "stand")] }, []],
    ["has no speaker", { guessed: ["speaker"], figures: [figure("c1", "stand")] }, [["Oh!"]]],
  ])("obeys the rule if it %s", (_what, picture, texts) => {
    expect(ofPanel(picture, texts)).toEqual({ bold: { part: 0, of: 1 }, misses: [] });
  });

  it.each<[string, Partial<Picture>, [string, string?][]]>([
    ["a harp stands about", { guessed: ["place"], things: [{ what: "harp" }] }, []],
    ["it is eerie", { guessed: ["place"], mood: "eerie" }, []],
    ["it is night", { guessed: ["hour"], hour: "night" }, []],
    ["there is a candle", { guessed: ["hour"], hour: "day", light: "a candle" }, []],
    ["c1 in front view, half", { guessed: ["who"], shot: "half", figures: [figure("c1", "stand")] }, []],
    ["c1 does run", { guessed: ["deed"], figures: [figure("c1", "run")] }, []],
    ["c1 has lamp", { guessed: ["deed"], figures: [figure("c1", "stand", ["lamp"])] }, []],
    ["a detail", { guessed: ["deed"], shot: "detail" }, []],
    ["c1 speaks", { guessed: ["speaker"], figures: [{ ...figure("c1", "stand"), speaks: true }] }, [["Oh!"]]],
  ])("is counted as a violation if %s", (what, picture, texts) => {
    const { bold, misses } = ofPanel(picture, texts);
    expect(bold).toEqual({ part: 1, of: 1 });
    expect(misses).toEqual([expect.stringContaining(what.replace(/^(?:it is|there is|a harp)/u, "").trim())]);
  });

  it("may have no speaker for a guessed text", () => {
    const own = panel(["u0001"], { guessed: ["speaker"] }, [["Oh!", "c1"]]);
    const texts = own.words.texts.map((text) => ({ ...text, guessed: true }));
    const book = madeBook(people, { panels: [{ ...own, words: { ...own.words, texts } }] });
    expect(plainGuesses(book).misses).toEqual(['1.k1: speaker is guessed, and "Oh!" has a speaker']);
  });

  it("is not counted without a guess", () => {
    expect(ofPanel({ figures: [figure("c1", "run", ["lamp"])] }).bold).toEqual({ part: 0, of: 0 });
  });
});
