// How a robot is built, by what a story tells of it: it rolls, its one lamp blinks.

import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";

const ROLLS =
  /\b(?:roll(?:s|ed|ing)?|trundl(?:es|ed|ing)|wheel(?:s|ed)?|treads|caterpillar tracks)\b|転が[らりるっ](?!落)|車輪|キャタピラ|タイヤ|コロコロ|ころころ/iu;
const ONE_LAMP =
  /\b(?:single|one|lone) (?:[a-z]+ )?(?:lamp|eye|lens|light|camera)\b|\bone-eyed\b|[一ひと]つ(?:だけ|きり|しかない)?の?(?:目|眼|ランプ|レンズ|灯)|一つ目|単眼/iu;

const SENTENCE = /(?<=[.!?。！？])\s*/u;
/** Goes on about whoever the sentence before was about. */
const GOES_ON = /^(?:its?|he|she|his|her|その|それ)(?:\b|(?=\p{Script=Han}|[ぁ-ん]))/iu;

/** In words of the story's language, for `artist/robot-build.ts` and people. */
export function buildOf({ name, aliases }: Person, { units, language }: Story): readonly string[] {
  const about = sentencesAbout(
    [name, ...aliases],
    units.flatMap(({ text }) => text.split(SENTENCE)),
  );
  const words =
    language === "ja" ? { rolls: "車輪で動く", lamp: "一つ目" } : { rolls: "wheels", lamp: "one lamp" };
  return [
    ...(about.some((sentence) => ROLLS.test(sentence)) ? [words.rolls] : []),
    ...(about.some((sentence) => ONE_LAMP.test(sentence)) ? [words.lamp] : []),
  ];
}

function sentencesAbout(names: readonly string[], sentences: readonly string[]): string[] {
  let on = false;
  return sentences.filter((sentence) => {
    on = names.some((one) => sentence.includes(one)) || (on && GOES_ON.test(sentence));
    return on;
  });
}
