// Who is seen in beats that tell of nobody.
import { expect, it } from "vitest";
import { adapt } from "./stories/adapt.ts";

const seenWhere = async (text: string, language: "en" | "ja", words: string) =>
  (await adapt(text, language)).boards
    .flatMap(({ panels }) => panels)
    .filter(({ picture }) => picture.action.includes(words))
    .flatMap(({ picture }) => picture.figures);

it("those who were there are, but not once hours have gone by", async () => {
  const beach = "ミナとレンは砂浜にいた。「寒いね」とミナは言った。「うん」とレンは言った。";
  expect(await seenWhere(`${beach}波が寄せた。`, "ja", "波が寄せた")).not.toEqual([]);
  expect(await seenWhere(`${beach}その夜、嵐が来た。`, "ja", "嵐が来た")).toEqual([]);
  expect(await seenWhere(`${beach}翌朝、海は静かだった。`, "ja", "海は静か")).toEqual([]);
  const shore = 'Mina and Leo stood on the beach. "Cold," said Mina. "Yes," said Leo. ';
  expect(await seenWhere(`${shore}The waves came in.`, "en", "waves came")).not.toEqual([]);
  expect(await seenWhere(`${shore}That night a storm came.`, "en", "storm came")).toEqual([]);
});
