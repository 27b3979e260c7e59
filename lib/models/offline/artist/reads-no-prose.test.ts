// Drawing code reads closed fields and told facts only: names, descriptions and sentences never change a picture.
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import type { CharacterDesign } from "./closed/cast.ts";
import { drawRequest } from "./draw-request.ts";
import { figure, GIRL, MAN, panelRequest, STYLE, tell } from "./sample-panel.ts";

/** The only drawing file that may read a style's words. */
const READS_STYLE = "hand.ts";

const drawingFiles = globSync(join(import.meta.dirname, "**/*.ts")).filter(
  (file) =>
    !/\.test\.ts$|[/\\](?:vocabulary|closed)[/\\]/.test(file) &&
    !["sample-panel.ts", READS_STYLE].includes(basename(file)),
);

/** Marks of code that reads prose: a field that holds prose, a Japanese character, a module that finds facts in words. */
const PROSE = [
  /[.{,] ?(?:action|caption|description|notes|aliases|words|text)\b(?! ?:)/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /from "(?:\.\.\/)+(?:reader\/|noun-kinds)/u,
  /\b(?:animalIn|pluralOf)\b/u,
];

it("has no drawing file that reads prose", () => {
  expect(drawingFiles.length).toBeGreaterThan(140);
  for (const folder of ["animals", "camera", "effects", "figures", "pen", "places", "things"])
    expect(drawingFiles.some((file) => file.includes(`/artist/${folder}/`))).toBe(true);
  const found = drawingFiles.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => !/^\s*(?:\/\/|\/\*\*|\*)/u.test(line) && PROSE.some((prose) => prose.test(line)))
      .map((line) => `${basename(file)}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

it("draws the same picture for any names and descriptions", () => {
  const beings = (["human", "cat", "bird", "robot", "creature"] as const).map(
    (kind, i): CharacterDesign => ({ ...(i % 2 ? MAN : GIRL), id: `c${i + 1}`, kind }),
  );
  const said = (design: CharacterDesign): CharacterDesign => ({
    ...design,
    name: "White fox calf on wheels",
    description: "a black doe with one white ear and one eye, on wheels; 白い子馬",
  });
  for (const design of beings) {
    const told = tell({ people: { [design.id]: { animal: undefined } } });
    const asked = { told, shot: "half" as const, figures: [figure({ character: design.id })] };
    const panel = (cast: CharacterDesign[]) => JSON.stringify(drawRequest(panelRequest(asked, { cast })));
    expect(panel([said(design)]), design.kind).toBe(panel([design]));
    const size = { kind: "portrait" as const, style: STYLE, width: 500, height: 600, seed: 1 };
    const portrait = (one: CharacterDesign) => JSON.stringify(drawRequest({ ...size, design: one }));
    expect(portrait(said(design)), design.kind).toBe(portrait(design));
  }
});
