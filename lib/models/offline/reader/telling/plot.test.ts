import { describe, expect, it } from "vitest";
import { PLAIN_PLACE } from "../../../../manga/guesses.ts";
import type { Language } from "../../../../manga/language.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import type { Hour } from "../../../../manga/staging.ts";
import type { Brief } from "../../../reader.ts";
import { findFacts } from "../offline-reader.ts";
import { conceiveBook } from "./concept.ts";
import { plotBook } from "./plot.ts";
import type { StoryFacts } from "./story-facts.ts";

const BRIEF: Brief = { direction: "ltr", style: "manga", seed: 2 };

interface Told {
  language?: Language;
  brief?: Partial<Brief>;
  /** Replaces facts of other parts of the reader. */
  change?: (facts: StoryFacts) => StoryFacts;
}

async function tell(text: string, { language = "en", brief = {}, change = (facts) => facts }: Told = {}) {
  const facts = change(await findFacts(segmentStory(text, language)));
  const story = segmentStory(text, language);
  const concept = conceiveBook(story, { ...BRIEF, ...brief }, facts);
  const plot = plotBook(story, concept, facts, 2);
  return { plot, concept, beats: plot.pages.flatMap((page) => page.beats) };
}

describe("the beats of a story", () => {
  it("show each narrated action in its own picture, with its agent", async () => {
    const { beats } = await tell(
      "Mina ran along the long and narrow road to town. Tom slept in the old boat all day.",
    );
    const seen = beats.flatMap(({ figures }) =>
      figures.map(({ character, doing }) => `${character} ${doing}`),
    );
    expect(seen).toContain("c1 run");
    expect(seen).toContain("c2 sleep");
    expect(beats.find(({ figures }) => figures.some(({ doing }) => doing === "run"))?.figures).toHaveLength(
      1,
    );
  });

  it("have the narration of an action as caption", async () => {
    for (const text of [
      "Mina slept for three whole days without a single dream.",
      "Mina slept.",
      "Mina slept badly.",
      "Mina opened the huge box.",
      "Mina did not sleep.",
      "If Mina slept, Tom ran.",
    ])
      expect((await tell(text)).beats[0]?.caption, text).toBe(text);
  });

  it("letter an uncertain action, and draw a present character without it", async () => {
    const { beats } = await tell("Mina slept.", {
      change: (facts) => ({
        ...facts,
        deeds: {
          at: (at) => {
            const told = facts.deeds.at(at);
            return { ...told, acting: told.acting.map((one) => ({ ...one, sure: 0.5 })) };
          },
        },
      }),
    });
    expect(beats[0]).toMatchObject({ caption: "Mina slept.", figures: [{ doing: "stand" }] });
  });

  it("omit the tag of a line if it only names the speaker", async () => {
    const { beats, concept } = await tell(
      '"Good morning," said Mina. "It is late."\n\n"Yes," said Tom sadly, and he went away to the sea.',
    );
    expect(beats[0]?.caption).not.toContain("said Mina");
    const nameOf = (id: string | null) => concept.people.find((one) => one.id === id)?.name;
    expect(beats[0]?.lines.map(({ text, speaker }) => [nameOf(speaker), text])).toEqual([
      ["Mina", "Good morning,"],
      ["Mina", "It is late."],
      ["Tom", "Yes,"],
    ]);
    expect(beats.map(({ caption }) => caption).join(" ")).toContain(
      "said Tom sadly, and he went away to the sea.",
    );
  });

  it("omit a tag that only says that the same speaker speaks again", async () => {
    const { beats } = await tell(
      '"Good morning," said Mina. Tom looked up. "Good morning," she said again. "It is late," she said sadly.',
    );
    const captions = beats.map(({ caption }) => caption).join(" ");
    expect(captions).not.toContain("again");
    expect(captions).toContain("she said sadly.");
  });

  it("keep the two halves of a line that its tag interrupts in one picture", async () => {
    const { beats } = await tell(
      'Mina met Tom in the garden and sat down beside him.\n\n"This soup," said Mina, "is cold."\n\n"That soup," said Tom, "is mine."',
    );
    const lines = beats.map((one) => one.lines.map(({ text }) => text)).filter((own) => own.length > 0);
    expect(lines).toEqual([
      ["This soup,", "is cold."],
      ["That soup,", "is mine."],
    ]);
  });

  it("show another character's action in the next paragraph apart from the speaker", async () => {
    const { beats } = await tell(
      'Mina met Tom in the garden behind the old house, where nobody had been for a long time, and where roses grew over the wall.\n\n"I thought that the bird had paid," said Tom.\n\nMina laughed.',
    );
    const laughs = beats.find(({ caption }) => caption.includes("Mina laughed."));
    expect(laughs).toMatchObject({ lines: [], figures: [{ character: "c1", feeling: "laugh" }] });
  });

  it("show a carried character with the carrier", async () => {
    const { beats } = await tell("ハルは黒猫を見た。黒猫は店の奥で眠っていた。\n\nハルは黒猫を抱き上げた。", {
      language: "ja",
    });
    const [haru, cat] = beats.find(({ caption }) => caption.includes("抱き上げた"))?.figures ?? [];
    expect([haru?.doing, cat?.carriedBy]).toEqual(["黒猫を抱き上げる", haru?.character]);
  });

  it("start a scene in another place with a view of the place", async () => {
    const { beats, plot } = await tell(
      "Mina waited in the garden all day.\n\nThen Mina went to the station and slept there.",
    );
    const looks = beats.filter(({ kind }) => kind === "establish");
    const placeOf = (scene: string) => plot.scenes.find(({ id }) => id === scene)?.place;
    const kinds = looks.map(({ scene }) => plot.places.find(({ id }) => id === placeOf(scene))?.kind);
    expect(kinds).toEqual(["garden", "station"]);
    expect(looks.every(({ caption, figures }) => caption === "" && figures.length === 0)).toBe(true);
  });

  it("do not start a scene with a view directly after another view", async () => {
    const { beats } = await tell(
      "Mina waited in the garden.\n\nInside the lighthouse it was dark. Mina climbed the stairs.",
    );
    const views = beats.map(({ figures, lines }) => figures.length + lines.length === 0);
    expect(views.some((view, at) => view && views[at + 1] === true)).toBe(false);
    expect(views.filter(Boolean)).toHaveLength(2);
  });

  it("show a distant view without characters, and apart from the lines beside it", async () => {
    const { beats } = await tell(
      'Tom sat in the kitchen. A long white beam swept out over the sea. "A boat!" shouted Tom.',
    );
    const afar = beats.find(({ caption }) => caption.includes("beam"));
    expect(afar).toMatchObject({ kind: "establish", figures: [], lines: [] });
    expect(afar?.around).toBeUndefined();
    expect(afar?.things.map(({ what }) => what)).toEqual(["long white beam"]);
  });

  it("show a plain place by day if the story states neither place nor hour, without marking a guess", async () => {
    const { beats, plot } = await tell("Mina ran. Tom slept on and on, as he always did.");
    expect(plot.places).toMatchObject([{ kind: PLAIN_PLACE, name: "" }]);
    expect(plot.scenes).toMatchObject([{ hour: "day" }]);
    expect(beats.flatMap(({ guessed = [] }) => guessed)).toEqual([]);
    expect(beats.filter(({ kind }) => kind === "establish")).toEqual([]);
  });

  it("mark place and hour as guessed if the evidence is uncertain", async () => {
    const { beats } = await tell("Mina waited in the garden all night. Tom slept.", {
      change: (facts) => ({
        ...facts,
        settings: {
          ...facts.settings,
          at: (at) => {
            const setting = facts.settings.at(at);
            const place = { value: facts.settings.places[0]?.id, sure: 0.5 };
            return { ...setting, place, hour: { value: "night", sure: 0.5 } };
          },
        },
      }),
    });
    for (const { guessed } of beats) expect(guessed).toEqual(expect.arrayContaining(["place", "hour"]));
  });

  it("do not mark an uncertain hour as guessed if it is the default", async () => {
    const at = async (hour: Hour) => {
      const { beats } = await tell("Mina waited in the garden. Tom slept.", {
        change: (facts) => ({
          ...facts,
          settings: {
            ...facts.settings,
            at: (where) => ({ ...facts.settings.at(where), hour: { value: hour, sure: 0.5 } }),
          },
        }),
      });
      return new Set(beats.flatMap(({ guessed = [] }) => guessed));
    };
    expect(await at("day")).toEqual(new Set());
    expect(await at("dusk")).toEqual(new Set(["hour"]));
  });

  it.each([
    [0.5, ["speaker"]],
    [0.1, ["who", "speaker"]],
  ])(
    "draw the likely speaker, and mark the figure as guessed only if presence is unlikely (certainty %d)",
    async (sure, guessed) => {
      const { beats } = await tell(
        'Mina ran home. Tom slept all day. Tom woke up and laughed.\n\n"Stop there now!"',
        {
          change: (facts) => ({
            ...facts,
            speakers: { of: () => ({ speaker: { value: "c2", sure: 0.6 }, named: false, voice: "speech" }) },
            deeds: {
              at: (at) => ({
                ...facts.deeds.at(at),
                acting: [],
                meanwhile: [],
                present: [{ value: "c2", sure }],
              }),
            },
          }),
        },
      );
      const line = beats.find(({ lines }) => lines.length > 0);
      expect(line?.figures.map(({ character }) => character)).toEqual(["c2"]);
      expect(line?.guessed).toEqual(guessed);
    },
  );

  it("draw no character that was removed from the concept", async () => {
    const facts = await findFacts(segmentStory("Mina ran. Tom slept.", "en"));
    const story = segmentStory("Mina ran. Tom slept.", "en");
    const concept = conceiveBook(story, BRIEF, facts);
    const plot = plotBook(story, { ...concept, people: concept.people.slice(0, 1) }, facts, 2);
    const drawn = plot.pages.flatMap(({ beats }) => beats.flatMap(({ figures }) => figures));
    expect(drawn.map(({ character }) => character)).not.toContain("c2");
  });

  it("keep ruby in captions", async () => {
    const { beats } = await tell("源太は古い駅《えき》の名を知らないままであった。", { language: "ja" });
    expect(
      beats.flatMap(({ caption, captionRuby = [] }) =>
        captionRuby.map(({ at, length, text }) => [caption.slice(at, at + length), text]),
      ),
    ).toEqual([["駅", "えき"]]);
  });

  it("put a chapter at the top of its page if that is within reach", async () => {
    const part = "Mina ran to the old town and saw nobody there at all. ".repeat(12);
    const { plot } = await tell(`The Sea\n\nCHAPTER I\n\n${part}\n\nCHAPTER II\n\n${part}`);
    const page = plot.pages.find(({ beats }) => beats.some(({ chapter }) => chapter === "CHAPTER II"));
    expect(page?.beats[0]?.chapter).toBe("CHAPTER II");
  });

  it("are equal for equal seeds", async () => {
    const text = 'Mina ran to the station. "Who are you?" said Tom. '.repeat(20);
    expect((await tell(text)).plot).toEqual((await tell(text)).plot);
  });
});
