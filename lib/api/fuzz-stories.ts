// Hostile stories for a fuzzer: unclosed quotation marks, endless names, file and ruby marks. Each is a plausible beginning and a piece
// that is repeated up to a length.
import type { Chance } from "./fuzz-values.ts";

const ENGLISH = "The boy said that it was the day and she was with him. ";
const JAPANESE = "雨の夜、ミナは駅で猫を見つけた。";

const HOSTILE: readonly (readonly [beginning: string, piece: string])[] = [
  [JAPANESE, "「"],
  [JAPANESE, "「『"],
  [JAPANESE, "「あ」"],
  [JAPANESE, "（。"],
  [JAPANESE, "。（　　　"],
  [JAPANESE, "漢漢漢漢漢漢《か"],
  [JAPANESE, "｜"],
  [JAPANESE, "［＃「"],
  [JAPANESE, "［＃大見出し］"],
  [JAPANESE, "\n底本"],
  [JAPANESE, "！"],
  [JAPANESE, "そして彼は歩いて行って家に着いて犬を見て"],
  [ENGLISH, '"'],
  [ENGLISH, 'x "a b" '],
  [`${ENGLISH}said said said said. `, 'y "a b" '],
  [ENGLISH, " 'A"],
  [ENGLISH, "Mr. A "],
  [ENGLISH, "Abc Def of Ghi "],
  [ENGLISH, "… "],
  [ENGLISH, "a-b-"],
  [ENGLISH, ".   "],
  [ENGLISH, "the boy, "],
  [ENGLISH, "\n— a "],
  [ENGLISH, "MINA: Hello there.\n"],
  [`Characters:\n${ENGLISH}`, "Mina: 15, short hair\n"],
  [`${"-".repeat(25)}\n${JAPANESE}`, "\n---"],
  [`> > ${ENGLISH}`, "> > "],
  [ENGLISH, "\u200d"],
];

/** A story of about `characters` characters. */
export function hostileStory(chance: Chance, characters: number): string {
  const [beginning, piece] = chance.pick(HOSTILE);
  return (beginning + piece.repeat(Math.ceil(characters / piece.length))).slice(0, characters);
}
