// Tests of the measure of preserved facts.
import { describe, expect, it } from "vitest";
import { segmentStory } from "../../../lib/manga/segment.ts";
import type { PanelDraft, Picture } from "../../../lib/manga/storyboard.ts";
import { aligned } from "../labelled-story.ts";
import { readLabels } from "../reading-labels.ts";
import { scriptedFacts } from "./scripted-facts.ts";

const story = segmentStory('Ann climbed the tree with a lamp.\n"Look," said Ann.\nBob slept.', "en");
const labels = readLabels(`#cast
id	name	aliases	kind	sex	age	part
c1	Ann	-	human	female	child	acts
c2	Bob	-	human	male	adult	acts
#places
id	name	kind	part
l1	the garden	garden	scene
#sentences
n	text	kind	speaker	named	mode	place	hour	weather	seen	deeds	posture	hands	things	unreal
1	Ann climbed the tree with a lamp.	told	-	-	told	l1	night	?	c1 c2	c1:climb>tree	c1:climb	c1:lamp	tree	-
2	"Look,"	line	c1	yes	told	l1	night	?	c1 c2	c1:say	c1:climb	c1:lamp	-	-
3	said Ann.	tag	-	-	told	l1	night	?	c1 c2	c1:say	c1:climb	c1:lamp	-	-
4	Bob slept.	told	-	-	told	l1	night	?	c1 c2	c2:sleep	c2:lie	-	-	-
`);
const told = { story, labels, sentences: aligned(story, labels) };

const picture: Picture = {
  ...{ scene: "s1", place: "l1", hour: "night", weather: "clear", season: "summer", mood: "neutral" },
  ...{ shot: "full", angle: "level", things: [], effects: [], sounds: [], action: "" },
  figures: [],
  emptyZone: { tenths: 0, where: "top" },
};
const placed = { view: "front", facing: "left", side: 0.5, depth: 0 } as const;
const ann: Picture["figures"][number] = {
  ...{ character: "c1", doing: "climb tree", feeling: "calm", hands: [{ what: "lamp" }], ...placed },
};
const bob = { ...ann, character: "c2", doing: "sleep", posture: "lie", hands: [] };

function measured(change: { ann?: object; bob?: object; picture?: object } = {}, units = story.units) {
  const ids = units.map(({ id }) => id);
  const panelOf = (own: string[], figure: Picture["figures"][number], changed?: object): PanelDraft => ({
    ...{ id: "k1", units: own, weight: 2, words: { texts: [], sounds: [] } },
    picture: {
      ...picture,
      ...change.picture,
      figures: changed === undefined ? [figure] : [{ ...figure, ...changed }],
    },
  });
  return scriptedFacts(told, {
    people: labels.cast,
    places: [{ id: "l1", name: "the garden", kind: "garden" }],
    panels: [panelOf(ids.slice(0, -1), ann, change.ann), panelOf(ids.slice(-1), bob, change.bob)],
  });
}

describe("the measure of scripted facts", () => {
  it("finds every fact in the data of its sentence's panels", () => {
    const { share, missing, unshown, counts } = measured();
    expect({ share, missing, unshown }).toEqual({ share: 1, missing: [], unshown: 0 });
    expect(counts).toEqual({
      where: { told: 4, kept: 4 },
      hour: { told: 4, kept: 4 },
      who: { told: 4, kept: 4 },
      deed: { told: 4, kept: 4 },
      posture: { told: 4, kept: 4 },
      hands: { told: 3, kept: 3 },
    });
  });

  it.each([
    ["an empty hand", { ann: { hands: [] } }, ["1 hands: c1 lamp", "2 hands: c1 lamp", "3 hands: c1 lamp"]],
    [
      "another thing",
      { ann: { hands: [{ what: "lampshade" }] } },
      expect.arrayContaining(["1 hands: c1 lamp"]),
    ],
    ["another posture", { bob: { posture: "sit" } }, ["4 posture: c2 lie"]],
    ["another deed", { bob: { doing: "wake" } }, ["4 deed: c2 sleep"]],
    [
      "another person",
      { bob: { character: "c1" } },
      expect.arrayContaining(["4 who: c2", "4 posture: c2 lie"]),
    ],
    [
      "another hour",
      { picture: { hour: "day" } },
      ["1 hour: night", "2 hour: night", "3 hour: night", "4 hour: night"],
    ],
    [
      "another place",
      { picture: { place: "l2" } },
      ["1 where: l1", "2 where: l1", "3 where: l1", "4 where: l1"],
    ],
  ])("reports the facts that %s lost", (_what, change, missing) => {
    const facts = measured(change);
    expect(facts.missing).toEqual(missing);
    expect(facts.share).toBeLessThan(1);
  });

  it("requires facts of a person outside of the picture only if the sentence itself states them", () => {
    // Ann has held the lamp since an earlier sentence, and this picture shows only Bob.
    expect(measured().missing).not.toContain("4 hands: c1 lamp");
  });

  it("counts sentences without a panel separately", () => {
    expect(measured({}, story.units.slice(1))).toMatchObject({ unshown: 1, share: 1 });
  });
});
