import { expect, it } from "vitest";
import { LEXICON_JA } from "./lexicon-ja.ts";
import { findPlaces } from "./place-cues.ts";

const told = (text: string) =>
  findPlaces(text, LEXICON_JA).map(({ text: word, value }) => `${word} ${value}`);

it.each([
  ["巡洋艦の機関室は、赤いランプに染まっていた。", ["機関室 workshop"]],
  ["ライブハウスの床がべたついた。", ["ライブハウス shop"]],
  ["渡し場に着いた。", ["渡し場 river"]],
  ["古本屋の二階で眠った。", ["古本屋 shop"]],
  // No word by itself, nor a place for all its ending.
  ["キャンバスの前に立った。", []],
  ["ホームランを打った。", []],
  ["忍び足で近づき、その場所で立場を失った。", []],
  ["本田の会場で全員が下校した。", []],
])("%s", (text, places) => expect(told(text)).toEqual(places));

it.each([
  ["祖母は土瓶を手に取った。", ["teapot"]],
  // Nobody has it, or it has a list of its own.
  ["土瓶の話をした。", []],
])("%s", (text, things) =>
  expect(
    LEXICON_JA.unlisted(text).flatMap(({ value }) => (value.is === "thing" ? [value.prop] : [])),
  ).toEqual(things),
);
