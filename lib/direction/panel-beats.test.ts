// Faces that follow from the voices of a beat's lines.
import { expect, it } from "vitest";
import type { Beat } from "../manga/plot.ts";
import { pageToDraw } from "./page-to-draw.ts";
import { panelBeats } from "./panel-beats.ts";
import { acting, beat, inputOf, line, person, plotOf } from "./sample-beats.ts";

const CAST = [person("c1"), person("c2")];

function feelings(change: Partial<Beat>): (string | undefined)[] {
  const own = beat("b1", { kind: "dialogue", ...change });
  const [first] = panelBeats(pageToDraw(inputOf(plotOf([[own]]), CAST)), 1);
  return first?.figures.map(({ feeling }) => feeling) ?? [];
}

it("a character who shouts without a feeling has a shouting face, and nobody else has one", () => {
  const figures = [acting("c1"), acting("c2")];
  expect(feelings({ figures, lines: [line("c1", "Stop!", { voice: "shout" })] })).toEqual(["shout", "calm"]);
  expect(feelings({ figures, lines: [line("c1", "Stop.")] })).toEqual(["calm", "calm"]);
});

it("a stated feeling stays, also if the character shouts", () => {
  const figures = [acting("c1", { feeling: "overjoyed" })];
  expect(feelings({ figures, lines: [line("c1", "We did it!", { voice: "shout" })] })).toEqual(["overjoyed"]);
});
