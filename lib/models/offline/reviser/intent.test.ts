import { expect, test } from "vitest";
import { hear } from "./intent.ts";

test.each([
  ["ミナをハナに改名して", { kind: "exchange", from: "ミナ", to: "ハナ" }],
  ["「待って」を「止まれ」に変えて", { kind: "exchange", from: "待って", to: "止まれ" }],
  ["Rename Mina to Hana.", { kind: "exchange", from: "Mina", to: "Hana" }],
  ["change “Wait” to “Stop”", { kind: "exchange", from: "Wait", to: "Stop" }],
  ["猫を外して", { kind: "remove", what: "猫" }],
  ["Remove the cat", { kind: "remove", what: "the cat" }],
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
])("%s", (text, intent) => {
  expect(hear({ text }).intents).toContainEqual(intent);
});

test("a page and a panel are heard in both languages", () => {
  expect(hear({ text: "２ページ１コマ目をもっと寄って" })).toMatchObject({ page: 2, panel: "k1" });
  expect(hear({ text: "page 12, panel 3: closer" })).toMatchObject({ page: 12, panel: "k3" });
});

test("another place, hour and weather are asked for, not mentioned", () => {
  const setting = { kind: "setting", hour: "night", weather: "rain" };
  expect(hear({ text: "雨の夜にして" }).intents).toContainEqual(setting);
  expect(hear({ text: "Make it a rainy night" }).intents).toContainEqual(setting);
  expect(hear({ text: "夜は静かだ" }).intents).toEqual([]);
  const [background] = hear({ text: "森", option: "background" }).intents;
  expect(background).toMatchObject({ kind: "setting", place: { kind: "forest" } });
});

test("words that a program does not understand mean nothing", () => {
  expect(hear({ text: "読者が泣くようにして" }).intents).toEqual([]);
  expect(hear({ text: "Give it more heart, please." }).intents).toEqual([]);
});
