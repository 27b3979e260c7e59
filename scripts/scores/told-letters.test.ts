// The classes of a story's letters: lettered, shown, left out or lost.
import { describe, expect, it } from "vitest";
import type { PanelDraft } from "../../lib/manga/storyboard.ts";
import { lettersOf } from "./labelled-story.ts";
import { matchPeople } from "./matched-people.ts";
import { figure, madeBook, panel, person, sampleStory } from "./sample-labels.ts";
import { toldLetters } from "./told-letters.ts";

const story = sampleStory();
const units = story.story.units.map(({ id }) => id);
const [climbs = "", look = "", said = "", dog = "", sister = "", sleeps = ""] = units;
const people = [person("c1", "Mr. Bell"), person("c2", "Ann")];

function told(panels: PanelDraft[], leftOut: string[] = []) {
  return toldLetters(madeBook(people, { panels, leftOut }), matchPeople(people, story.labels.cast), story);
}

describe("the letters of a story", () => {
  const all = "AnnclimbedthetreewithalampLooksaidAnnAdogHersisterwasattheseawithaboatInthekitchenMrBellslept"
    .length;

  it("are lost without a book", () => {
    expect(told([]).letters).toEqual({ lettered: 0, shown: 0, leftOut: 0, lost: all });
  });

  it("are lettered in captions and balloons, left out by the plot's `leftOut`, and shown by a drawn deed", () => {
    const { letters, misses } = told(
      [
        panel([climbs], { figures: [figure("c2", "climb")] }),
        panel([look, said], {}, [["Look,", "c2"]]),
        panel([dog], {}, [["A dog!", "c1"]]),
        panel([sleeps], { figures: [figure("c1", "stand")] }, [["In the kitchen Mr. Bell slept."]]),
      ],
      [sister],
    );
    expect(letters).toEqual({
      lettered: "LookAdogInthekitchenMrBellslept".length,
      shown: "AnnclimbedthetreewithalampsaidAnn".length,
      leftOut: "Hersisterwasattheseawithaboat".length,
      lost: 0,
    });
    expect(misses).toEqual([]);
  });

  it("are lost if a caption has half of a sentence and no figure does its deed", () => {
    const { letters, misses } = told([
      panel([climbs], { figures: [figure("c2", "stand")] }, [["Ann climbed the tree."]]),
    ]);
    expect(letters.lettered).toBe("Annclimbedthetree".length);
    expect(misses).toContain("1: withalamp");
  });

  it("of a tag without a name are shown by the balloon of its line, whoever speaks it", () => {
    const letters = (tag: string) => {
      const sentences = story.labels.sentences.map((one) => (one.n === 3 ? { ...one, text: tag } : one));
      const labels = { ...story.labels, sentences };
      const owners = [...lettersOf(tag)].map(() => sentences[2]);
      const own = new Map([[said, { letters: lettersOf(tag), owners }]]);
      const book = madeBook(people, { panels: [panel([look, said], {}, [["Look,", "c1"]])] });
      return toldLetters(book, matchPeople(people, labels.cast), { ...story, labels, letters: own }).letters;
    };
    expect(letters("she said.")).toMatchObject({ shown: "shesaid".length });
    expect(letters("said Ann.")).toMatchObject({ shown: 0 });
  });

  it("are not lettered by a text of another unit", () => {
    expect(told([panel([sleeps], {}, [["Ann climbed the tree with a lamp."]])]).letters.lettered).toBe(0);
  });

  it("are counted in reasonable time for a long repetitive sentence", () => {
    const text = "the old man and the old dog and ".repeat(60);
    const book = madeBook(people, { panels: [panel([climbs], {}, [[text.slice(3)], [text]])] });
    const letters = text.replaceAll(" ", "");
    const long = { ...story, letters: new Map([[climbs, { letters, owners: [] }]]) };
    expect(toldLetters(book, matchPeople(people, story.labels.cast), long).letters.shown).toBe(0);
  });
});
