// People who are only heard: 胸のスピーカーから、若い男の声が流れた; `His brother's voice came out of the radio`. They speak, and are not there.

import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Roll } from "./mentions.ts";

const VOICE = /^(?:の[^。、]{0,4}声|['’]s (?:[a-z]+ )?voice\b)/u;
const FROM_THING =
  /スピーカー|ラジオ|受話器|電話|スマホ|テレビ|画面|録音|放送|無線|\b(?:loudspeaker|speaker|radio|telephone|phone|receiver|recording|tape|line|television|screen|intercom)\b/iu;

/** Those of whom the narration tells nothing but that a voice of theirs comes out of a thing. */
export function heardOnly({ units }: Story, people: readonly Person[], roll: Roll): ReadonlySet<Person> {
  const heard = new Map<Person, boolean>();
  for (const { kind, text } of units) {
    if (kind !== "narration") continue;
    for (const { person, end } of roll.mentions(text)) {
      const only = VOICE.test(text.slice(end)) && FROM_THING.test(text);
      heard.set(person, only && heard.get(person) !== false);
    }
  }
  return new Set(people.filter((person) => heard.get(person) === true));
}
