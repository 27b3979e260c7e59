// Things that a text names: who has them in the hand, what is worn, what lies about, in both languages.
import { describe, expect, it } from "vitest";
import type { Cast } from "../../../manga/cast.ts";
import type { Language } from "../../../manga/language.ts";
import { inHandsOf } from "../../../manga/moment.ts";
import type { Picture } from "../../../manga/storyboard.ts";
import type { Prop } from "../closed/staging.ts";
import { adapt } from "./stories/adapt.ts";

const thingsIn = ({ things, figures }: Picture): string[] => [
  ...things.map(({ what }) => what),
  ...figures.flatMap(inHandsOf),
];

const wornBy = ({ characters }: Cast): string[] => characters[0]?.outfits.flatMap(({ worn }) => worn) ?? [];

/** What somebody holds, and what else is in the pictures, of a story that names a thing. */
const NAMED: readonly (readonly [language: Language, text: string, held: Prop | null, lies: Prop | null])[] =
  [
    ["ja", "夜の廊下を、サワは懐中電灯を持って歩いた。「誰？」とサワは言った。", "flashlight", null],
    ["en", 'Nell held a torch in the dark corridor. "Hello?" said Nell.', "flashlight", null],
    ["en", 'Nell lifted the lantern in the dark corridor. "Hello?" said Nell.', "lantern", null],
    ["ja", "台所で、ミナはりんごをかじった。「甘い」とミナは言った。", "apple", null],
    ["ja", "市場で、ミナはメロンを抱えた。「重い」とミナは言った。", "melon", null],
    ["en", 'Mina ate an orange in the kitchen. "Sweet," said Mina.', "orange", null],
    ["en", 'Mina picked up an apple in the shop. "How much?" said Mina.', "apple", null],
    ["en", 'The bag fell over. A comb, two coins and a key rolled out. "Oh," said Nell.', null, "comb"],
    [
      "ja",
      "雪の野原に、足跡が続いていた。ミナは立ち止まった。「誰かいる」とミナは言った。",
      null,
      "footprints",
    ],
    [
      "en",
      'Footprints led across the field. Mina stopped. "Someone was here," said Mina.',
      null,
      "footprints",
    ],
    [
      "ja",
      "部屋の壁に、小さな手の跡が残っていた。サワは振り返った。「誰？」とサワは言った。",
      null,
      "handprint",
    ],
    [
      "en",
      'A handprint was on the wall of the room. Nell turned. "Who is there?" said Nell.',
      null,
      "handprint",
    ],
    ["ja", "公園で風が吹いた。「あっ」とミナは言った。瓶が飛んだ。", null, "bottle"],
    [
      "ja",
      "教室の机の上に、古いカメラがあった。ミナは立っていた。「また来た」とミナは言った。",
      null,
      "camera",
    ],
    ["ja", "教室の壁に、写真が貼ってあった。ミナは立っていた。「いい顔」とミナは言った。", null, "photo"],
    ["ja", "台所で、ミナは米をといでいた。「寒い」とミナは言った。", "bowl", null],
    ["ja", "侍は刀を抜いて構えた。「来い」と侍は言った。", "sword", null],
    ["en", 'The knight drew his sword on the bridge. "Come," said the knight.', "sword", null],
  ];

describe("things that a text names", () => {
  it.each(NAMED)("in %s: %s", async (language, text, held, lies) => {
    const { boards } = await adapt(text, language);
    const pictures = boards.flatMap(({ panels }) => panels.map(({ picture }) => picture));
    const holds = pictures.flatMap(({ figures }) => figures.flatMap(inHandsOf));
    if (held) expect(holds).toContain(held);
    else expect(holds).toEqual([]);
    const loose = pictures.flatMap(({ things }) => things.map(({ what }) => what));
    if (lies) expect(loose).toContain(lies);
  });

  it("are worn by whoever is said to wear them, and in nobody's hand then", async () => {
    const { cast, boards } = await adapt(
      "名を伊織という。痩せた浪人で、笠をかぶり、腰に古い刀をさしている。伊織は橋に立っていた。「寒いな」と伊織は言った。",
      "ja",
    );
    const holds = boards.flatMap(({ panels }) =>
      panels.flatMap(({ picture }) => picture.figures.flatMap(inHandsOf)),
    );
    expect(wornBy(cast)).toEqual(expect.arrayContaining(["hat", "sword at the hip"]));
    expect(holds).not.toContain("sedge-hat");
    expect(holds).not.toContain("sword");
  });

  it("with which somebody only looks so are on them, and not in a hand or on the ground", async () => {
    const { boards } = await adapt(
      'Nils stood by the gate. He was round and red, with a straw hat. He was a broad man with a grey moustache and a watch. "Hot," said Nils.',
      "en",
    );
    const things = boards.flatMap(({ panels }) => panels.flatMap(({ picture }) => thingsIn(picture)));
    expect(things).not.toContain("straw-hat");
    expect(things).not.toContain("watch");
  });

  it("that are worn are pulled off by a hand that has them, and nobody leans on the air for it", async () => {
    const { boards } = await adapt(
      'Wren stood in the street. She pulled the cap off and turned it in her hands. "A little," said Wren.',
      "en",
    );
    const figures = boards.flatMap(({ panels }) => panels.flatMap(({ picture }) => picture.figures));
    expect(figures.map(({ doing }) => doing)).not.toContain("push");
    expect(figures.flatMap(inHandsOf)).toContain("cap");
  });

  it("of straw are hats of straw on whoever wears them", async () => {
    const japanese = await adapt(
      "ミナは麦わら帽子をかぶった少女だ。ミナは畑に立っていた。「暑い」とミナは言った。",
      "ja",
    );
    expect(wornBy(japanese.cast)).toContain("straw-hat");
    const english = await adapt('Mina, a girl in a straw hat, stood in the field. "Hot," said Mina.', "en");
    expect(wornBy(english.cast)).toContain("straw-hat");
  });

  it("are part of those whom they describe, and not seen where there are none", async () => {
    const seen = async (text: string) =>
      (await adapt(text, "ja")).boards.flatMap(({ panels }) =>
        panels.flatMap(({ picture }) => thingsIn(picture)),
      );
    expect(await seen("砂浜に麦わら帽子の女の子が立っていた。「暑い」と女の子は言った。")).not.toContain(
      "straw-hat",
    );
    expect(await seen("ヨネは笑った。白い髪を手ぬぐいで包んでいる。「暑い」とヨネは言った。")).not.toContain(
      "handkerchief",
    );
    const gone = await seen("ミナの足あとが、ひとつもない。誰の鍵もなかった。「暑い」とミナは言った。");
    expect(gone).toEqual([]);
  });

  it("stay in the hand that offers them, and a light in the hand that carries it on through the dark", async () => {
    const heldIn = async (text: string) => {
      const { boards } = await adapt(text, "ja");
      return boards.flatMap(({ panels }) => panels.map(({ picture }) => picture.figures.flatMap(inHandsOf)));
    };
    const offered = await heldIn(
      "夕方の通りで、老人が傘を差し出した。\n「持っておいき」と老人は言った。\nハルは頭を下げた。「ありがとう」とハルは言った。",
    );
    expect(offered.filter((held) => held.includes("umbrella")).length).toBeGreaterThanOrEqual(2);
    const dark = await heldIn(
      "真夜中の廊下を、サワは懐中電灯を持って歩いていた。\nサワは階段の前に立った。階段は暗かった。\n「ばかばかしい」とサワは言った。",
    );
    expect(dark.filter((held) => held.includes("flashlight")).length).toBeGreaterThanOrEqual(2);
  });

  it("leave a sword to those who wear one", async () => {
    const { cast } = await adapt('Mina stood in the kitchen. "Tea?" said Mina.', "en");
    expect(wornBy(cast)).not.toContain("sword at the hip");
  });
});

it("fire out of doors is a campfire, and the bow of a boat no weapon", async () => {
  const book = await adapt(
    "Otto and Jory sat in the forest. Jory made a fire.\n\n“Cold,” said Jory.\n\nOtto looked into the fire.\n\nThey came to the harbour. A small boat danced on its rope. On its bow was painted a word.\n\n“Perhaps,” said Otto.",
    "en",
  );
  const props = book.plot.pages.flatMap(({ beats }) =>
    beats.flatMap(({ things }) => things.map(({ what }) => what)),
  );
  expect(props).toContain("campfire");
  expect(props).not.toContain("stove");
  expect(props).not.toContain("bow");
});
