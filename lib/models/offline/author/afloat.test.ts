import { describe, expect, it } from "vitest";
import { inHandsOf } from "../../../manga/moment.ts";
import { adapt } from "./stories/adapt.ts";
import { settingOf } from "./stories/read-book.ts";

const panelsOf = async (text: string, language: "en" | "ja") => {
  const { boards, concept, plot } = await adapt(text, language, { seed: 0 });
  const names = new Map(concept.people.map(({ id, name }) => [id, name]));
  return boards
    .flatMap(({ panels }) => panels)
    .map(({ picture }) => ({
      ...{
        action: picture.action,
        place: settingOf(plot, picture.scene)?.kind,
        props: picture.things.map(({ what }) => what),
        shot: picture.shot,
      },
      poses: picture.figures.map(({ character, doing }) => `${names.get(character)} ${doing}`),
      held: picture.figures.flatMap(inHandsOf),
    }));
};

describe("people in a boat", () => {
  it("sit in it on the story's own water until they are ashore, and no steamer is beside them", async () => {
    const panels = await panelsOf(
      `Nell rowed the last ferry across the lake. Her brother Tom sat in the bow and shivered.

"It is cold," said Tom.

"We are nearly there," said Nell.

Tom climbed out onto the jetty. Nell waved to him.`,
      "en",
    );
    const afloat = panels.filter(({ props }) => props.includes("boat"));
    expect(afloat.map(({ place }) => place)).toEqual(afloat.map(() => "river"));
    expect(afloat.length).toBeGreaterThanOrEqual(3);
    expect(panels.some(({ props }) => props.includes("ship"))).toBe(false);
    expect(panels.find(({ action }) => action.includes("in the bow"))?.poses).toContain("Tom sit");
    expect(panels.find(({ action }) => action.includes("climbed out"))?.props).not.toContain("boat");
  });

  it("row where they pull at the oars, and do not stand up for a fright", async () => {
    const panels = await panelsOf(
      `Nell rowed the boat across the sea. Tom sat in the bow.

"It is cold," said Tom.

Nell pulled at the oars.

SPLASH! The boat shot through the foam.

"Hold on," said Nell.`,
      "en",
    );
    expect(panels.find(({ action }) => action.includes("pulled at"))?.poses).toContain("Nell row");
    const shot = panels.filter(({ action }) => action.includes("through the foam"));
    expect(shot.flatMap(({ poses }) => poses).some((pose) => /stand|look-/u.test(pose))).toBe(false);
  });

  it("come into it from the shore where the boat rocks under them", async () => {
    const panels = await panelsOf(
      `Mr. Reed waited in his boat on the river.

Anna stood on the jetty with a suitcase.

Anna stepped in. The boat rocked. Anna laughed.`,
      "en",
    );
    const last = panels.find(({ action }) => action.includes("stepped in"));
    expect(last).toMatchObject({ place: "river", props: expect.arrayContaining(["boat"]) });
  });

  it("舟を漕ぐ人も乗る人も、岸に着くまで舟の中にいる", async () => {
    const panels = await panelsOf(
      "健太は川で舟を漕いだ。\n\n美緒は舟の舳先に座っていた。\n\n「寒いね」と美緒は言った。\n\n二人は岸に着いた。美緒は手を振った。",
      "ja",
    );
    expect(panels.find(({ action }) => action.includes("舳先"))).toMatchObject({
      place: "river",
      props: expect.arrayContaining(["boat"]),
    });
    expect(panels.at(-1)?.props).not.toContain("boat");
  });
});

it("whoever takes a coin from a purse has the purse in the other hand, and the next evening it is gone", async () => {
  const panels = await panelsOf(
    "Anna stood in the street. Anna took a coin from her purse. Ben shook his head.\n\nNext evening Ben walked down the street.",
    "en",
  );
  const coin = panels.find(({ action }) => action.includes("took a coin"));
  expect(coin?.held).toEqual(expect.arrayContaining(["coin", "wallet"]));
  const later = panels.find(({ action }) => action.includes("Next evening"));
  expect([...(later?.props ?? []), ...(later?.held ?? [])]).not.toContain("wallet");
});
