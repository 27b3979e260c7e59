// Completeness of the plot: every letter of every sentence is in a panel, or its unit is in `leftOut`.
import { describe, expect, it } from "vitest";
import { drawStoryboard } from "../../../../direction/storyboard.ts";
import { detectLanguage } from "../../../../manga/detect-language.ts";
import type { Language } from "../../../../manga/language.ts";
import { type Plot, PlotSchema } from "../../../../manga/plot.ts";
import { rebalancePages } from "../../../../manga/rebalance-pages.ts";
import { seededRandom } from "../../../../manga/seeded-random.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import { withSpreads } from "../../../../manga/spread.ts";
import { storyPages } from "../../../../manga/story-pages.ts";
import type { PanelDraft } from "../../../../manga/storyboard.ts";
import { TerminalError } from "../../../../pipeline/errors.ts";
import type { Brief } from "../../../reader.ts";
import { CRAFTED_STORIES } from "../../../reading/crafted-stories.ts";
import { findFacts } from "../offline-reader.ts";
import { conceiveBook } from "./concept.ts";
import { plotBook } from "./plot.ts";
import { type StoryFacts, toldUnits } from "./story-facts.ts";

const CRAFTED_LETTERS = 400;
const BRIEF: Brief = { direction: "rtl", style: "manga", seed: 5 };

async function tell(text: string, language: Language, brief: Partial<Brief> = {}) {
  const story = segmentStory(text, language);
  const facts = await findFacts(story);
  const concept = conceiveBook(story, { ...BRIEF, ...brief }, facts);
  const plot = PlotSchema.parse(plotBook(story, concept, facts, 5));
  const isSpoken = new Set(story.units.filter(({ kind }) => kind === "speech").map(({ id }) => id));
  const mute = plot.leftOut.filter((id) => isSpoken.has(id));
  const whole = { ...plot, pages: withSpreads(rebalancePages(plot.pages)) };
  const panels = whole.pages.flatMap(
    ({ number: page }) =>
      drawStoryboard({ plot: whole, page, concept, cast: { characters: [] }, brief: BRIEF }).panels,
  );
  return { story, concept, plot, lost: lostOf(panels, plot, { title: concept.title, facts }), mute };
}

const bare = (text: string) => text.replaceAll(/\s/gu, "");

/** Texts of units that are neither lettered nor left out. There must be none. */
function lostOf(
  panels: readonly PanelDraft[],
  { pages, leftOut }: Plot,
  { title, facts }: { title: string; facts: StoryFacts },
): string[] {
  return toldUnits(facts).flatMap((unit) => {
    const { id, text, kind } = unit.unit;
    const own = panels.filter(({ units }) => units.includes(id));
    if (own.length === 0) return leftOut.includes(id) ? [] : [text];
    const words = own.flatMap((panel) => panel.words.texts);
    const textOf = (some: typeof words) => some.map((word) => word.text).join("");
    const drawn = own.flatMap((panel) => panel.words.sounds.map((sound) => sound.text));
    const balloons = words.filter((word) => word.kind === "balloon");
    const texts = [
      textOf(balloons.filter((word) => word.unit === id)),
      textOf(words.filter((word) => word.kind === "caption" && !word.heading)),
      textOf(words.filter((word) => word.heading)),
      ...drawn,
    ].map(bare);
    const isOnCover = kind === "heading" && (text.includes(title) || title.includes(text));
    const isStrip = pages.some(({ strips = [] }) => strips.includes(text));
    // A sound is drawn without its full stop.
    const isSound = drawn.map(bare).includes(bare(text).replace(/[。.]$/u, ""));
    const isTold = isSound || texts.some((one) => one.includes(bare(text)));
    return isTold || isOnCover || isStrip ? [] : [text];
  });
}

const PIECES = {
  ja: [
    "ミナは駅へ走った。",
    "「おはよう。」とミナは言った。",
    "「だれ？」\n",
    "源太は黙った。",
    "夜になると、海から冷たい風が吹いて来て、窓も戸も、古い看板も、みんながたがたと鳴り続けるのであった",
    "。",
    "\n\n",
    "　　　　二\n\n",
    "――もし行けば、",
    "犬。",
    "ゴーン",
    "漢字《かんじ》の｜読み方《よみかた》は、むずかしい。",
    "（どうしよう）",
    "『立入禁止』と書いてあった。",
    "「「入れ子の『言葉』だ」と言ったよ」",
    "あ".repeat(130),
    "、",
    "！？",
  ],
  en: [
    "Mina ran to the station. ",
    '"Good morning," said Mina. ',
    '"Who are you?"\n\n',
    "Tom was silent. ",
    "When the night came, a cold wind blew from the sea, and the windows, the doors and the old sign rattled on and on, as if nobody had ever lived in the house at all, until the sun rose",
    ". ",
    "\n\n",
    "CHAPTER II\n\n",
    "If he had gone, ",
    "Dogs. ",
    "Bang! ",
    "'Come,' she said, 'it is late.' ",
    "— a — b — ",
    'The sign read "KEEP OUT." ',
    "x".repeat(200),
    ", ",
    "?! ",
  ],
} as const;

function randomStory(language: Language, seed: number): string {
  const random = seededRandom(seed, `story in ${language}`);
  const pieces: readonly string[] = PIECES[language];
  const opening =
    language === "ja"
      ? "雨の夜、ミナは駅で猫を見つけた。"
      : "The girl said that it was the day and he was with her. ";
  return opening + Array.from({ length: 3 + random.below(60) }, () => random.pick(pieces)).join("");
}

describe.each(["ja", "en"] as const)("a plot of a random story (%s)", (language) => {
  it.each(Array.from({ length: 25 }, (_, seed) => seed))(
    "accounts for every letter (seed %i)",
    async (seed) => {
      const { story, plot, concept, lost, mute } = await tell(randomStory(language, seed), language);
      expect(lost).toEqual([]);
      expect(mute).toEqual([]);
      expect(plot.pages).toHaveLength(concept.pages);
      expect(plot.pages.length).toBeLessThanOrEqual(
        storyPages(story, "whole", plot.pages[0]?.strips !== undefined),
      );
      const told = plot.pages.flatMap(({ beats }) => beats.flatMap(({ units }) => units));
      expect(told, "in the order of the story").toEqual([...told].toSorted());
    },
  );

  it("keeps all direct speech and leaves out narration if few pages are asked for", async () => {
    const [run, greeting, question, silence, wind] = PIECES[language];
    const text = `${run}${greeting}${question}${silence}${wind}${PIECES[language][5]}\n\n`.repeat(12);
    const pages = 8;
    const { plot, lost, mute } = await tell(text, language, { pages });
    expect(plot.pages).toHaveLength(pages);
    expect(lost).toEqual([]);
    expect(plot.leftOut.length).toBeGreaterThan(0);
    expect(mute).toEqual([]);
  });

  it("fills the pages that are asked for, however short the story is", async () => {
    const { plot, lost } = await tell(PIECES[language].slice(0, 3).join(""), language, { pages: 12 });
    expect(plot.pages).toHaveLength(12);
    expect(plot.pages.every(({ beats }) => beats.length > 0)).toBe(true);
    expect(lost).toEqual([]);
  });

  it("accounts for every letter of 4-koma strips", async () => {
    const { plot, lost } = await tell(randomStory(language, 11), language, { style: "yonkoma" });
    expect(plot.pages.every(({ strips }) => strips !== undefined)).toBe(true);
    expect(plot.pages.every(({ beats, strips = [] }) => beats.length === strips.length * 4)).toBe(true);
    expect(lost).toEqual([]);
  });

  it("is refused if the direct speech alone does not fit, and volumes are proposed", async () => {
    const line =
      language === "ja" ? "「そうだ、駅へ行こう。」\n" : '"Yes, the girl said that it was the day."\n\n';
    await expect(tell(line.repeat(60), language, { pages: 2 })).rejects.toThrow(
      /need \d+ pages, .* volumes/u,
    );
  });
});

describe("a plot of a crafted story", () => {
  it.each([...CRAFTED_STORIES])("accounts for every letter: %s", async (_, craft) => {
    const text = craft(CRAFTED_LETTERS);
    const language = detectLanguage(text);
    if (language === "other") return;
    const told = await tell(text, language).catch((error: unknown) => {
      // Some crafted stories have nothing to tell, and some have more speech than pages.
      if (error instanceof RangeError || error instanceof TerminalError) return undefined;
      throw error;
    });
    expect(told?.lost ?? []).toEqual([]);
    expect(told?.mute ?? []).toEqual([]);
  });
});
