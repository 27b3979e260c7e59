// Animals that the artist does not draw, by the nearest one that it does, and what of them the drawing lacks.

import type { Animal } from "../../closed/animals.ts";
import { wordsOf } from "../listed-kin.ts";
import { wordTable } from "../phrase.ts";

export const ANIMAL_KIN = wordTable<Animal>(wordsOf("animal-kin"));

/** What a drawing lacks of them, by the word: of a notice. */
export const LACKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "its hump": "camel|dromedary|ラクダ|らくだ|駱駝",
    "its stripes": "zebra|シマウマ|しまうま|縞馬",
    "its long neck": "giraffe|キリン|llama|alpaca|リャマ|アルパカ|ostrich|ダチョウ|駝鳥",
    "its horn": "unicorn|narwhal|rhinoceros|rhino|ユニコーン|一角獣|サイ|犀",
    "its wings": "pegasus|griffin|gryphon|ペガサス|天馬|グリフォン",
    "its trunk": "elephant|mammoth|象|ゾウ|ぞう|マンモス",
    "its spines": "hedgehog|porcupine|ハリネズミ|はりねずみ|ヤマアラシ",
    "its shell": "armadillo|pangolin|アルマジロ|センザンコウ",
    "its pouch": "kangaroo|wallaby|カンガルー|ワラビー",
    "its spots": "leopard|jaguar|cheetah|豹|ヒョウ|ジャガー|チーター",
  }).flatMap(([lack, words]) => words.split("|").map((word) => [word, lack] as const)),
);
