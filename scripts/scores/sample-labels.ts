// A small labelled story and a book of it, for the tests of the scores.
import type { Person } from "../../lib/manga/concept.ts";
import type { Plot } from "../../lib/manga/plot.ts";
import { segmentStory } from "../../lib/manga/segment.ts";
import type { PanelDraft, Picture } from "../../lib/manga/storyboard.ts";
import type { MadeBook } from "./books/made-book.ts";
import { aligned, alignedLetters, type LabelledStory } from "./labelled-story.ts";
import { readLabels } from "./reading-labels.ts";

export const LABELS = `#cast
id	name	aliases	kind	sex	age	part
c1	Ann	the girl	human	female	child	acts
c2	Mr. Bell	the old man	human	male	elder	acts
c3	dog	-	dog	?	?	acts
c4	sister	-	human	female	?	told-of
#places
id	name	kind	part
l1	the garden	garden	scene
l2	the kitchen	kitchen	scene
l3	the sea	sea	mentioned
#sentences
n	text	kind	speaker	named	mode	place	hour	weather	seen	deeds	posture	hands	things	unreal
1	Ann climbed the tree with a lamp.	told	-	-	told	l1	night	?	c1 c2	c1:climb>tree	c1:climb	c1:lamp	tree	-
2	"Look,"	line	c1	yes	told	l1	night	?	c1 c2	c1:say	c1:climb	c1:lamp	-	-
3	said Ann.	tag	-	-	told	l1	night	?	c1 c2	c1:say	c1:climb	c1:lamp	-	-
4	"A dog!"	line	c2	no	told	l1	night	?	c1 c2 c3	-	c1:climb	c1:lamp	-	-
5	Her sister was at the sea with a boat.	told	-	-	remembered	l1	night	?	c1 c2	-	c1:climb	-	-	c4; l3; boat
6	In the kitchen Mr. Bell slept.	told	-	-	told	l2	?	?	c2	c2:sleep	c2:lie	-	-	-
`;
const TEXT =
  'Ann climbed the tree with a lamp.\n"Look," said Ann.\n"A dog!"\nHer sister was at the sea with a boat.\nIn the kitchen Mr. Bell slept.';

export function sampleStory(): LabelledStory & { letters: ReturnType<typeof alignedLetters> } {
  const story = segmentStory(TEXT, "en");
  const labels = readLabels(LABELS);
  return { story, labels, sentences: aligned(story, labels), letters: alignedLetters(story, labels) };
}

export const person = (id: string, name: string, rest: Partial<Person> = {}): Person => ({
  ...{ id, name, aliases: [], role: "support", kind: "human", age: "unknown", sex: "unknown", notes: "" },
  ...rest,
});

const PICTURE: Picture = {
  ...{ scene: "s1", place: "l1", hour: "night", weather: "clear", season: "summer", mood: "neutral" },
  ...{ shot: "full", angle: "level", things: [], effects: [], sounds: [], action: "", figures: [] },
  emptyZone: { tenths: 0, where: "top" },
};

export const figure = (
  character: string,
  doing: string,
  hands: string[] = [],
): Picture["figures"][number] => ({
  ...{ character, doing, feeling: "calm", hands: hands.map((what) => ({ what })) },
  ...{ view: "front", facing: "left", side: 0.5, depth: 0 },
});

export const panel = (
  units: string[],
  picture: Partial<Picture>,
  texts: [string, string?][] = [],
): PanelDraft => ({
  ...{ id: "k1", units, weight: 2, picture: { ...PICTURE, ...picture } },
  words: {
    sounds: [],
    texts: texts.map(([text, speaker], at) => ({
      ...{ id: `w${at + 1}`, unit: units.at(0) ?? null, kind: speaker === undefined ? "caption" : "balloon" },
      ...{ voice: "speech", speaker: speaker ?? null, guessed: false, text, ruby: [] },
    })),
  },
});

export const line = (unit: string, text: string, speaker: string | null, guessed = false) => ({
  ...{ unit, text, speaker, guessed, ruby: [], voice: "speech" as const },
});

/** A book of one page with these people, lines and panels. */
export function madeBook(
  people: Person[],
  {
    lines = [],
    panels = [],
    leftOut = [],
  }: {
    lines?: ReturnType<typeof line>[];
    panels?: PanelDraft[];
    leftOut?: string[];
  },
): MadeBook {
  const beat: Plot["pages"][number]["beats"][number] = {
    ...{ id: "b1", scene: "s1", kind: "dialogue", units: [], figures: [], lines, caption: "", sounds: [] },
    ...{ things: [], effects: [], action: "", weight: 2 },
  };
  const place = (id: string, name: string, kind: string) => ({ id, name, kind, landmarks: [], look: 0 });
  return {
    concept: { people },
    plot: {
      places: [place("l1", "garden", "garden"), place("l2", "kitchen", "kitchen"), place("l3", "sea", "sea")],
      scenes: [],
      pages: [{ number: 1, spread: false, hook: false, beats: [beat] }],
      leftOut,
    },
    boards: panels.length === 0 ? [] : [{ panels }],
  };
}
