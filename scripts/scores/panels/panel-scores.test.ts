// Verdicts on panels: right, neutral and wrong.
import { describe, expect, it } from "vitest";
import type { Picture } from "../../../lib/manga/storyboard.ts";
import { matchPeople } from "../matched-people.ts";
import { figure, madeBook, panel, person, sampleStory } from "../sample-labels.ts";
import { judgePanels } from "./panel-scores.ts";
import { hourVerdict, isSameName, placeVerdict } from "./setting-scores.ts";

const story = sampleStory();
const units = story.story.units.map(({ id }) => id);
const [climbs = "", look = "", said = "", dog = "", sister = "", sleeps = ""] = units;
const people = [
  person("c1", "Mr. Bell", { sex: "male" }),
  person("c2", "Ann", { sex: "female" }),
  person("c3", "sister"),
  person("c4", "Frost"),
  person("c5", "dog"),
];

function judged(own: string[], picture: Partial<Picture>, texts: [string, string?][] = []) {
  const book = madeBook(people, { panels: [panel(own, picture, texts)] });
  return judgePanels(book, matchPeople(people, story.labels.cast), story)[0];
}

describe("a panel", () => {
  it("is right if people, place and deeds are those of the text", () => {
    const verdict = judged([climbs], { figures: [figure("c2", "climb", ["lamp"])] });
    expect(verdict).toMatchObject({
      who: "right",
      where: "right",
      deed: "right",
      whole: "right",
      hour: "right",
      reasons: [],
    });
  });

  it.each<[string, Partial<Picture>, [string, string?][]]>([
    ["a person who is not in the text", { figures: [figure("c4", "stand")] }, []],
    ["a person who is only mentioned", { figures: [figure("c3", "stand")] }, []],
    ["another place", { figures: [figure("c2", "climb")], place: "l3" }, []],
    ["another deed", { figures: [figure("c2", "sleep")] }, []],
    ["a dog as a human being", { figures: [figure("c2", "climb"), figure("c5", "stand")] }, []],
  ])("is wrong with %s", (_what, picture, texts) => {
    expect(judged([climbs], picture, texts)?.whole).toBe("wrong");
  });

  it("is wrong if a balloon has another speaker, and neutral if it has none", () => {
    const figures = [figure("c2", "stand")];
    expect(judged([look, said], { figures }, [["Look,", "c1"]])?.who).toBe("wrong");
    expect(judged([look, said], { figures }, [["Look,", "c2"]])?.who).toBe("right");
  });

  it("is neutral if it shows less than the text", () => {
    expect(judged([climbs], { figures: [] })?.whole).toBe("neutral");
    expect(judged([climbs], { figures: [figure("c2", "stand")] })?.whole).toBe("neutral");
    expect(judged([climbs], { figures: [figure("c1", "stand")] })?.who).toBe("neutral");
    expect(judged([climbs], { figures: [figure("c2", "climb", ["sword"])] })?.deed).toBe("neutral");
  });

  it("is wrong if it draws something that is only remembered", () => {
    expect(judged([sister], { figures: [figure("c2", "stand")], things: [{ what: "boat" }] })?.deed).toBe(
      "wrong",
    );
    expect(judged([sister], { figures: [figure("c3", "stand")] })?.who).toBe("wrong");
  });

  it("has a standing figure: wrong if the person lies in the text, neutral if the person climbs", () => {
    expect(judged([sleeps], { place: "l2", figures: [figure("c1", "stand")] })?.deed).toBe("wrong");
    expect(judged([dog], { figures: [figure("c2", "stand")] })?.deed).toBe("neutral");
  });

  it("may show a deed of the same person from a previous sentence", () => {
    expect(judged([sister], { figures: [figure("c2", "hold")] })?.deed).toBe("neutral");
  });

  it("is neutral only in its guessed aspects", () => {
    const lost = { figures: [figure("c4", "sleep")], place: "l3", hour: "day" } as const;
    const all = judged([climbs], {
      ...lost,
      figures: [...lost.figures],
      guessed: ["who", "place", "hour", "deed"],
    });
    expect(all).toMatchObject({
      who: "neutral",
      where: "neutral",
      deed: "neutral",
      hour: "neutral",
      whole: "neutral",
    });
    const right = judged([climbs], { figures: [figure("c2", "climb")], guessed: ["who"] });
    expect(right).toMatchObject({ who: "neutral", where: "right", whole: "neutral" });
    expect(judged([climbs], { ...lost, figures: [...lost.figures], guessed: ["place"] })?.whole).toBe(
      "wrong",
    );
  });

  it("needs the deed of a sentence only in one of the sentence's panels", () => {
    const second = (first: { figures: ReturnType<typeof figure>[] }) => {
      const book = madeBook(people, { panels: [panel([climbs], first), panel([climbs], { figures: [] })] });
      return judgePanels(book, matchPeople(people, story.labels.cast), story)[1];
    };
    expect(second({ figures: [figure("c2", "climb")] })).toMatchObject({ who: "right", deed: "right" });
    expect(second({ figures: [] })).toMatchObject({ who: "neutral", deed: "neutral" });
  });

  it("without units is judged by the previous panel, and with only headings is not judged", () => {
    const book = madeBook(people, {
      panels: [
        panel([climbs], { figures: [figure("c2", "climb")] }),
        panel([], { figures: [figure("c4", "stand")] }),
      ],
    });
    const matched = matchPeople(people, story.labels.cast);
    expect(judgePanels(book, matched, story).map(({ whole }) => whole)).toEqual(["right", "wrong"]);
    expect(judgePanels(madeBook(people, { panels: [panel(["u9999"], {})] }), matched, story)).toEqual([]);
  });
});

describe("a place", () => {
  const labelled = (name: string, kind: string) => ({ id: "l1", name, kind, part: "scene" as const });
  const own = (name: string, kind: string) => ({ id: "l1", name, kind });

  it.each([
    ["bank", "office", "a bank", "bank hall with wickets", "right"],
    ["家", "room", "台所", "kitchen", "neutral"],
    ["", "engine of nowhere", "the sea", "sea", "neutral"],
    ["石段", "stairs", "橋本さんの家の石段", "high stone steps before a house", "right"],
    ["家", "room", "半焼けになった物置きの後ろ", "ground behind a storehouse", "wrong"],
    ["lawn", "garden", "the room", "room with a French window", "wrong"],
  ])("%s (%s) for %s (%s) is %s", (name, kind, theirs, theirKind, verdict) => {
    expect(placeVerdict(own(name, kind), [labelled(theirs, theirKind)])).toBe(verdict);
  });

  it("is neutral if the text has no place, and a name equals a longer one that ends with it", () => {
    expect(placeVerdict(own("sea", "sea"), [])).toBe("neutral");
    expect(isSameName("garden", "the Giant's garden")).toBe(true);
    expect(isSameName("den", "the garden")).toBe(false);
  });
});

describe("an hour", () => {
  it.each([
    ["night", ["night"], "right"],
    ["night", ["dusk"], "neutral"],
    ["day", ["night"], "wrong"],
    ["day", [], "neutral"],
    ["night", [], "wrong"],
  ] as const)("%s for %s is %s", (hour, labelled, verdict) => {
    expect(hourVerdict(hour, labelled)).toBe(verdict);
  });
});
