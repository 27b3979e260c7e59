import { expect, test } from "vitest";
import { parseWish } from "./intent.ts";

test.each([
  ["ミナをハナに改名して", { kind: "exchange", from: "ミナ", to: "ハナ" }],
  ["「待って」を「止まれ」に変えて", { kind: "exchange", from: "待って", to: "止まれ" }],
  ["Rename Mina to Hana.", { kind: "exchange", from: "Mina", to: "Hana" }],
  ["change “Wait” to “Stop”", { kind: "exchange", from: "Wait", to: "Stop" }],
  ["猫を外して", { kind: "remove", what: "猫" }],
  ["Remove the cat", { kind: "remove", what: "the cat" }],
  ["Remove Tom, please.", { kind: "remove", what: "Tom" }],
  ["Rename Mina to Hana, please", { kind: "exchange", from: "Mina", to: "Hana" }],
  ["もっとページを増やして", { kind: "length", direction: 1 }],
  ["make it shorter", { kind: "length", direction: -1 }],
  ["６ページにして", { kind: "pages", pages: 6 }],
  ["Tell it in 12 pages", { kind: "pages", pages: 12 }],
  ["2ページ1コマ目をもっと寄って", { kind: "shot", direction: 1 }],
  ["zoom out on page 2 panel 1", { kind: "shot", direction: -1 }],
  ["あおりで", { kind: "angle", angle: "low" }],
  ["もっとシリアスに", { kind: "mood", mood: "tense" }],
  ["a more serious tone", { kind: "mood", mood: "tense" }],
  ["もっと明るく", { kind: "mood", mood: "warm" }],
  ["2ページ目の1コマ目を描き直して", { kind: "redraw" }],
  ["draw page 2 panel 1 again", { kind: "redraw" }],
  ["3ページの2つ目の台詞を「おいで」に", { kind: "line", which: { nth: 2 }, to: "おいで" }],
  ["change the last line on page 3 to “Come”", { kind: "line", which: { nth: -1 }, to: "Come" }],
  ["最後のナレーションを消して", { kind: "line", which: { nth: -1, of: "caption" }, to: undefined }],
  ["最後の台詞を消して", { kind: "line", which: { nth: -1 }, to: undefined }],
  ["remove the second line on page 1", { kind: "line", which: { nth: 2 }, to: undefined }],
  ["「待って」を叫びにして", { kind: "voice", voice: "shout", which: { says: "待って" } }],
  ["make “Wait” a whisper", { kind: "voice", voice: "whisper", which: { says: "Wait" } }],
  ["1ページ1コマ目の吹き出しを右上に動かして", { kind: "place", at: { x: 2, y: 0 }, which: undefined }],
  ["move the balloon to the bottom left", { kind: "place", at: { x: 0, y: 2 }, which: undefined }],
  ["描き文字をもっと小さく", { kind: "sound", change: "softer", text: undefined }],
  ["Add the sound “BANG”", { kind: "sound", change: "add", text: "BANG" }],
  ["ハルトという人物を加えて", { kind: "add-person", name: "ハルト" }],
  ["add a character called Haru", { kind: "add-person", name: "Haru" }],
  ["ミナの髪を短くして", { kind: "looks", said: "ミナの髪を短くして" }],
  ["ミナに麦わら帽子をかぶせて", { kind: "looks", said: "ミナに麦わら帽子をかぶせて" }],
  ["ミナを12歳にして", { kind: "looks", said: "ミナを12歳にして" }],
  ["Mina should wear a red scarf", { kind: "looks", said: "Mina should wear a red scarf" }],
  ["1コマ目を大きくして", { kind: "size", direction: 1 }],
  ["make panel 3 smaller", { kind: "size", direction: -1 }],
  ["2ページと3ページを入れ替えて", { kind: "swap", a: 2, b: 3 }],
  ["Swap pages 2 and 5", { kind: "swap", a: 2, b: 5 }],
  ["左から右に読むようにして", { kind: "direction", direction: "ltr" }],
  ["2つ目の場面を外して", { kind: "remove-scene", number: 2, said: "2つ目の場面を外して" }],
  ["remove scene 3", { kind: "remove-scene", number: 3, said: "remove scene 3" }],
  ["クライマックスを大きく", { kind: "climax", direction: 1 }],
  ["flip panel 1", { kind: "mirror" }],
  ["文字を大きくして", { kind: "text-size" }],
  ["もっと読みやすくして", { kind: "readability" }],
])('"%s" is parsed', (text, intent) => {
  expect(parseWish({ text }).intents).toContainEqual(intent);
});

test("a page and a panel are recognized in both languages", () => {
  expect(parseWish({ text: "２ページ１コマ目をもっと寄って" })).toMatchObject({ page: 2, panel: "k1" });
  expect(parseWish({ text: "page 12, panel 3: closer" })).toMatchObject({ page: 12, panel: "k3" });
});

test("a place, hour or weather is an intent only if the wish asks for it", () => {
  const setting = { kind: "setting", hour: "night", weather: "rain" };
  expect(parseWish({ text: "雨の夜にして" }).intents).toContainEqual(setting);
  expect(parseWish({ text: "Make it a rainy night" }).intents).toContainEqual(setting);
  expect(parseWish({ text: "夜は静かだ" }).intents).toEqual([]);
  const [background] = parseWish({ text: "森", option: "background" }).intents;
  expect(background).toMatchObject({ kind: "setting", place: { kind: "forest" } });
});

test("an acting is an intent only if the wish is about a panel", () => {
  const sits = { kind: "acting", acting: { doing: "sit" } };
  expect(parseWish({ text: "2ページ1コマ目でミナを座らせて" }).intents[0]).toMatchObject(sits);
  expect(parseWish({ text: "ミナを座らせて", target: { panel: "k2" } }).intents[0]).toMatchObject(sits);
  expect(parseWish({ text: "ミナを座らせて" }).intents).toEqual([]);
});

test("a wish that the rules do not cover has no intents", () => {
  expect(parseWish({ text: "読者が泣くようにして" }).intents).toEqual([]);
  expect(parseWish({ text: "Give it more heart, please." }).intents).toEqual([]);
  for (const text of [
    "もっといい感じに",
    "主人公の気持ちが伝わるようにして",
    "Make the ending more surprising.",
    "I don't like this page.",
    "ミナとトムが仲直りする場面を加えて",
  ]) {
    expect([text, parseWish({ text }).intents]).toEqual([text, []]);
  }
});
