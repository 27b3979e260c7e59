// Every quick option, carried out on a finished book: what it changes in the book's data, which pictures are drawn again, and that nothing
// else changes; or that it is refused, and which alternative the message names.
import { beforeAll, describe, expect, test } from "vitest";
import { PlotSchema } from "../../../manga/plot.ts";
import { OPTIONS, type OptionId } from "../../../pipeline/options.ts";
import type { Wish } from "../../../pipeline/reviser.ts";
import { sampleBook } from "../../../sample-book.ts";

const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って、そんなに急いでどこへ行くつもりなの、風邪をひくよ」とミナは言った。猫は走り出した。",
  "ミナはトムと路地を走った。駅員の帽子が見えた。「どこへ行くの」とミナは聞いた。「家だよ」とトムは言った。猫は振り返った。",
  "朝になった。ミナは猫を抱いて家に帰った。「ただいま」とミナは笑った。",
].join("\n\n");

type Target = Wish["target"];
const k1: Target = { page: 1, panel: "k1" };
const k2: Target = { page: 1, panel: "k2" };
/** A panel with people. The first panel shows the place only. */
const k3: Target = { page: 1, panel: "k3" };

const PANEL = "^storyboard/p001/panels/\\d/";
const SCENES = ["^plot/scenes/\\d/mood$", "^storyboard/p00\\d/panels/\\d/picture/mood$"];
const FRAMES = [`${PANEL}weight$`, `${PANEL}frame/`];
const MADE_ANEW = ["^plot$", "^storyboard/p00\\d$"];

/**
 * `all`: every panel. `moods`: the panels whose mood changes, at least one. `page 1`: every panel of that page. `c1`: the portrait of that
 * character, and every panel with them.
 */
type Pictures = "none" | "all" | "moods" | "page 1" | "c1" | readonly string[];

const CARRIED: readonly [OptionId, string, Target, readonly string[], Pictures][] = [
  ["theme", "孤独", {}, ["^concept/themes/", "^concept/mood$", ...SCENES], "moods"],
  ["genre", "ホラー", {}, ["^params/genre$", "^concept/genre$", "^concept/mood$", ...SCENES], "moods"],
  [
    "world",
    "夜の海",
    {},
    [...["^plot/places/", "^plot/scenes/\\d/hour$"], "^storyboard/p00\\d/panels/\\d/picture/hour$"],
    "all",
  ],
  ["tone", "もっとシリアスに", {}, ["^concept/mood$", ...SCENES], "moods"],
  [
    "add-character",
    "ハルト",
    k2,
    ["^concept/people/\\d$", "^characters/characters/\\d$", `${PANEL}picture/figures/\\d$`],
    ["artwork/p001/k2"],
  ],
  ["add-character", "駅員", {}, ["^concept/people/\\d$", "^characters/characters/\\d$", ...MADE_ANEW], "all"],
  [
    "remove-character",
    "トム",
    {},
    ["^concept/people/", "^characters/characters/", "^characters/c\\d$", ...MADE_ANEW],
    "all",
  ],
  [
    "looks",
    "髪を短く、眼鏡をかけて",
    { character: "c1" },
    ["^characters/characters/0/(?:description|accessories/\\d|hair)$"],
    "c1",
  ],
  [
    "looks",
    "ミナを若く",
    {},
    ["^concept/people/0/age$", "^characters/characters/0/(?:age|description)$"],
    "c1",
  ],
  ["pacing", "もっとゆっくり", {}, ["^params/pages$", "^concept/pages$", ...MADE_ANEW], "all"],
  ["pacing", "速く", {}, ["^params/pages$", "^concept/pages$", ...MADE_ANEW], "all"],
  [
    "climax",
    "",
    {},
    ["^storyboard/p00\\d/panels/\\d/weight$", "^storyboard/p00\\d/panels/\\d/frame/"],
    ["relaid"],
  ],
  [
    "remove-scene",
    "2つ目の場面",
    {},
    ["^plot/(?:places|scenes|pages|leftOut)/", "^storyboard/p00\\d$"],
    ["restaged"],
  ],
  ["layout", "", { page: 1 }, FRAMES, "page 1"],
  ["layout", "均等に", { page: 1 }, FRAMES, "page 1"],
  ["panel-size", "大きく", k1, FRAMES, ["relaid"]],
  ["camera-angle", "あおりで", k1, [`${PANEL}picture/angle$`], ["artwork/p001/k1"]],
  ["composition", "左右反転", k3, [`${PANEL}picture/figures/\\d/(?:side|facing)$`], ["artwork/p001/k3"]],
  ["page-count", "3", {}, ["^params/pages$", "^concept/pages$", ...MADE_ANEW], "all"],
  ["draw-again", "", k1, [], ["artwork/p001/k1"]],
  [
    "more-detail",
    "",
    { page: 2, panel: "k1" },
    ["^storyboard/p002/panels/0/picture/things/\\d$"],
    ["artwork/p002/k1"],
  ],
  ["background", "森", k1, ["^plot/places/\\d$", `${PANEL}picture/place$`], ["artwork/p001/k1"]],
  [
    "pose",
    "ミナが座って泣く",
    k3,
    [`${PANEL}picture/figures/0/(?:doing|feeling|posture|face.*)$`],
    ["artwork/p001/k3"],
  ],
  ["change-dialogue", "おーい", k2, [`${PANEL}words/texts/0/text$`], "none"],
  [
    "change-dialogue",
    "「どこへ行くの」を「どこ」に",
    {},
    ["^storyboard/p00\\d/panels/\\d/words/texts/\\d/text$"],
    "none",
  ],
  ["add-dialogue", "ミナ「おいで」", k1, [`${PANEL}words/texts/\\d$`], "none"],
  ["remove-dialogue", "「ただいま」を消して", {}, ["^storyboard/p00\\d/panels/\\d/words/texts/\\d$"], "none"],
  ["balloon-style", "叫びに", { page: 1 }, [`${PANEL}words/texts/\\d/voice$`], "none"],
  ["text-position", "右上に", k2, [`${PANEL}words/texts/0/at$`], "none"],
  ["sfx", "ザアア", k1, [`${PANEL}words/sounds/\\d$`], "none"],
  [
    "page-order",
    "1ページと2ページを入れ替えて",
    {},
    ["^plot/pages/\\d/beats/", "^storyboard/p00\\d$"],
    "all",
  ],
  ["page-order", "左から右に", {}, ["^params/direction$", ...MADE_ANEW], "all"],
  ["readability", "", {}, ["^storyboard/p00\\d/panels/\\d/words/texts/"], "none"],
];

const BEYOND: readonly OptionId[] = [
  ...(["audience", "personality", "relations", "plot", "add-scene"] as const),
  ...(["style", "quality", "consistency", "polish"] as const),
];

/** Results that are derived from others, and previews: not data that people read. */
const DERIVED = /^(?:lettering\/|finish$|artwork\/)|\/preview$/;

const book = sampleBook();
const session = { sessionId: "s1", by: "ann" };

async function carryOut(wish: Partial<Wish>) {
  const request = { text: "", intensity: 0.5, target: {}, ...wish };
  const { version } = await book.revisions.carryOut({ ...session, wish: request });
  const { differences } = await book.revisions.compareVersions("s1", { a: 1, b: version });
  const paths = differences.map(({ path }) => path);
  await book.revisions.restoreVersion({ ...session, version: 1 });
  // Drops the work that the change released.
  await book.follow(async () => {});
  return paths;
}

let panels: { page: string; id: string; characters: string[] }[];
beforeAll(async () => {
  await book.start(STORY, { pages: 2, language: "ja", direction: "rtl" });
  const { state, results } = await book.schedule();
  expect(state.status).toBe("completed");
  panels = ["p001", "p002"].flatMap((page) =>
    (results[`storyboard/${page}`]?.panels ?? []).map((panel) => ({ page, ...panel })),
  );
}, 120_000);

function steps(pictures: Pictures, changed: readonly string[]): string[] | undefined {
  const step = ({ page, id }: { page: string; id: string }) => `artwork/${page}/${id}`;
  switch (pictures) {
    case "none":
      return [];
    case "all":
      return panels.map(step);
    case "moods": {
      const moods = changed.flatMap((path) => {
        const [, page, at] = /^storyboard\/(p\d+)\/panels\/(\d+)\/picture\/mood$/.exec(path) ?? [];
        return page === undefined ? [] : (panels.filter((panel) => panel.page === page)[Number(at)] ?? []);
      });
      return moods.map(step);
    }
    case "page 1":
      return panels.filter(({ page }) => page === "p001").map(step);
    case "c1":
      return ["characters/c1", ...panels.filter(({ characters }) => characters.includes("c1")).map(step)];
    default:
      return pictures.every((one) => one.includes("/")) ? [...pictures] : undefined;
  }
}

describe("a quick option that rules can carry out", () => {
  test.each(CARRIED)(
    "changes only its own data and pictures: %s %s %j",
    async (option, text, target, data, pictures) => {
      const paths = await carryOut({ option, text, target });
      const changed = paths.filter((path) => !DERIVED.test(path) && path !== "characters/c1");
      const patterns = data.map((pattern) => new RegExp(pattern));
      expect(changed.filter((path) => !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
      expect(data.filter((_, index) => !changed.some((path) => patterns[index]?.test(path)))).toEqual([]);
      const drawn = paths.filter((path) => path.startsWith("artwork/") || path === "characters/c1");
      const expected = steps(pictures, changed);
      // Where a page is laid out or staged again, panels that come out unchanged keep their pictures.
      if (expected === undefined) expect(drawn.length).toBeGreaterThan(0);
      else expect(drawn.toSorted()).toEqual(expected.toSorted());
    },
  );

  test("depends on the intensity", async () => {
    const { scenes } = PlotSchema.parse(await book.output("plot"));
    const moods = async (intensity: number) =>
      (await carryOut({ option: "tone", text: "怖く", intensity })).filter((path) =>
        path.startsWith("plot/scenes"),
      );
    expect((await moods(1)).length).toBe(scenes.length);
    const weights = async (intensity: number) => {
      const wish = { option: "panel-size", text: "小さく", target: k1, intensity } as const;
      await book.revisions.carryOut({ ...session, wish });
      const page = JSON.stringify(await book.output("storyboard/p001"));
      await book.revisions.restoreVersion({ ...session, version: 1 });
      await book.follow(async () => {});
      return Number(/"id":"k1".*?"weight":(\d)/.exec(page)?.[1] ?? /"weight":(\d)/.exec(page)?.[1]);
    };
    // A book opens with a large picture, so it can become smaller more than larger.
    expect(await weights(1)).toBeLessThan(await weights(0.3));
  });
});

describe("a quick option that only a model can carry out", () => {
  test.each(BEYOND)("is refused with an alternative, and changes nothing: %s", async (option) => {
    const before = await book.schedule();
    const refused = carryOut({ option, text: "もっと" });
    const why = "オフラインのプログラムには、この変更はできません。";
    await expect(refused).rejects.toMatchObject({ reason: "not-supported" });
    await expect(refused).rejects.toThrow(new RegExp(`^${why}.{10,}`));
    expect(await book.schedule()).toEqual(before);
  });
});

test("every option is in one of these lists", () => {
  const known = new Set([...CARRIED.map(([option]) => option), ...BEYOND]);
  expect(OPTIONS.filter(({ id }) => !known.has(id))).toEqual([]);
  expect(OPTIONS).toHaveLength(36);
});

test.each([
  ["add-dialogue", "おいで", {}, "which"],
  ["add-character", "", {}, "which"],
  ["add-character", "ハルト", {}, "which"],
  ["add-character", "ミナ", k1, "nothing-to-change"],
  ["remove-character", "", {}, "which"],
  ["genre", "哲学", {}, "not-understood"],
  ["theme", "", {}, "which"],
  ["panel-size", "大きく", {}, "which"],
  ["looks", "もっとかっこよく", { character: "c1" }, "not-understood"],
  ["remove-scene", "9つ目の場面", {}, "nothing-to-change"],
  ["page-order", "1ページと9ページを入れ替えて", {}, "nothing-to-change"],
  ["page-order", "右から左に", {}, "nothing-to-change"],
  ["pose", "飛ぶように考えて", { page: 1 }, "which"],
  ["sfx", "", k1, "which"],
  ["text-position", "いい感じに", k1, "not-understood"],
] as const)('the option %s with "%s" on %j is refused: %s', async (option, text, target, reason) => {
  const { seq } = await book.schedule();
  await expect(carryOut({ option, text, target })).rejects.toMatchObject({ reason });
  expect((await book.schedule()).seq).toBe(seq);
});
