// Checks the format of the files in stories/labels and stories/test/labels, and that they match their stories.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultsOf, readLabels } from "./reading-labels.ts";

const stories = join(import.meta.dirname, "../../stories");
const FILE = `#cast
id	name	aliases	kind	sex	age	part
c1	Ann	the girl / Annie	human	female	child	acts
#places
id	name	kind	part
l1	the garden	garden	scene
#sentences
n	text	kind	speaker	named	mode	place	hour	weather	seen	deeds	posture	hands	things	unreal
1	"Look,"	line	c1	yes	told	l1	?	rain	c1	-	c1:stand	c1:lamp	-	-
2	said Ann, and climbed the tree.	tag	-	-	told	l1	?	rain	c1	c1:say; c1:climb>tree	c1:climb	-	tree	-
`;
const STORY = `"Look," said Ann,\nand climbed the tree.\n`;

describe("a file of labels", () => {
  it("is parsed into cast, places and sentences", () => {
    const { cast, sentences } = readLabels(FILE);
    expect(cast[0]?.aliases).toEqual(["the girl", "Annie"]);
    expect(sentences[0]).toMatchObject({ speakers: ["c1"], named: true, place: "l1", hour: undefined });
    expect(sentences[1]?.deeds).toEqual([
      { who: "c1", verb: "say" },
      { who: "c1", verb: "climb", to: "tree" },
    ]);
    expect(faultsOf(readLabels(FILE), STORY)).toEqual([]);
  });

  it("is refused with the line and the reason of an error", () => {
    expect(() => readLabels(FILE.replace("c1:stand", "c1:fidget"))).toThrow(/^line 9: /);
    expect(() => readLabels(FILE.replace("\tc1\tyes", "\tc1"))).toThrow(
      "line 9: Error: 14 columns instead of 15",
    );
  });

  it("reports missing people and places where the text differs", () => {
    const labels = readLabels(FILE.replace("\tc1\t-\tc1:stand", "\tc2\t-\tc1:stand"));
    expect(faultsOf(labels, STORY.replace("climbed", "clumb"))).toEqual([
      'sentence 1: c1 is not in "seen"',
      'sentence 1: c1 is not in "seen"',
      "sentence 1: c2 is in neither #cast nor #places",
      'the sentences are not the story: at character 20 the labels have "imbedthetree.", the story "umbthetree."',
    ]);
  });
});

describe.each([".", "test"])("the labels of the set in stories/%s", (set) => {
  const folder = join(stories, set);
  const files = ["ja", "en"].flatMap((language) =>
    readdirSync(join(folder, "labels", language)).map((name) => `${language}/${name.replace(/\.tsv$/, "")}`),
  );

  it.for(files)("have the right format and every letter of the story: %s", (name) => {
    const labels = readLabels(readFileSync(join(folder, "labels", `${name}.tsv`), "utf8"));
    expect(faultsOf(labels, readFileSync(join(folder, `${name}.txt`), "utf8"))).toEqual([]);
    expect(labels.cast.length).toBeGreaterThan(0);
  });
});
