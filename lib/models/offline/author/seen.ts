// What a drawn panel says by itself: who is there and what they look like, what they do and feel where the staging carries it,
// where and when it is, what things lie about and what is heard. A sentence that adds next to nothing to that need not be read.

import type { Language } from "../../../manga/language.ts";
import type { Person } from "../closed/concept.ts";
import type { Beat, Scene } from "../closed/plot.ts";
import type { Expression, Pose, Prop } from "../closed/staging.ts";
import { type Cues, findCues, occurs } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Reading } from "./scenes.ts";
import { isIndoors, withinOf } from "./settings.ts";
import { findThings } from "./thing-cues.ts";

/** A panel as it will be drawn. */
export interface Shown {
  scene: Scene;
  people: readonly { person: Person; pose: Pose; expression: Expression }[];
  props: readonly Prop[];
  sounds: Beat["sounds"];
}

interface Span {
  at: number;
  end: number;
  /** It is what the sentence says of its subject, not only who, where or what. */
  predicate: boolean;
}

/** Whether the picture says a sentence: all but a word of it is drawn or heard, and something happens in it that is. */
export function isSeen(text: string, shown: Shown, reading: Reading): boolean {
  const { lexicon, story } = reading;
  if (occurs(text, lexicon.timeSkip)) return false;
  const plain = PLAIN_STATES[story.language].test(text);
  if (!plain && occurs(text, lexicon.unseen)) return false;
  const spans = covers(text, shown, reading);
  const [said, unsaid] = tally(text, spans, story.language);
  if (unsaid > 1 || (unsaid === 1 && said < 3)) return false;
  return story.language === "en" ? said > 0 : endsIn(text, spans);
}

/** 外は嵐だった。: だった says no more than that it is so. */
const PLAIN_STATES: Readonly<Record<Language, RegExp>> = {
  ja: /^[^、。]{1,16}(?:だった|である)。$/u,
  en: /^(?!x)x/u,
};

function covers(text: string, shown: Shown, { lexicon, story, roll }: Reading): Span[] {
  const spans: Span[] = [];
  const add = (pattern: RegExp, predicate: boolean) => {
    for (const match of text.matchAll(pattern))
      spans.push({ at: match.index, end: match.index + match[0].length, predicate });
  };
  const cues = <T>(table: Cues<T>, isDrawn: (value: T) => boolean, predicate: boolean) => {
    for (const { value, at, text: word } of findCues(text, table))
      if (isDrawn(value)) spans.push({ at, end: at + word.length, predicate });
  };
  const { scene, people, props } = shown;
  const peopled = people.length > 0;
  for (const { person, at, end } of roll.mentions(text))
    if (people.some((one) => one.person === person)) spans.push({ at, end, predicate: false });
  cues(lexicon.poses, (pose) => people.some((one) => one.pose === pose), true);
  cues(lexicon.expressions, (face) => people.some((one) => one.expression === face), true);
  cues(
    lexicon.places,
    (place) => withinOf({ kind: place, name: "" }).kind === scene.place.kind || place === scene.place.kind,
    false,
  );
  // Between walls an hour is read, not seen.
  cues(lexicon.hours, (hour) => hour === scene.hour && !isIndoors(scene.place.kind), true);
  cues(lexicon.weathers, (weather) => weather === scene.weather, true);
  cues(lexicon.seasons, (season) => season === scene.season, false);
  for (const { value, at, text: word } of findThings(text, lexicon))
    if (props.includes(value) || FIXTURES.has(value))
      spans.push({ at, end: at + word.length, predicate: false });
  if (peopled) coverLooks(cues, lexicon);
  if (shown.sounds.length > 0) {
    add(lexicon.sounds.written, true);
    for (const { when } of lexicon.sounds.events)
      add(new RegExp(when.source, `g${when.flags.replace("g", "")}`), true);
    add(
      story.language === "ja"
        ? /響い|鳴っ|鳴り|鳴い|(?:ひと|一)声|音(?:が|を|は)/gu
        : /\b(?:rang|sounded|echoed|sound)\b/giu,
      true,
    );
  }
  const words = WORDS[story.language];
  if (peopled) add(words.gaze, true);
  if (peopled) add(new RegExp(lexicon.looks.glasses.source, `g${lexicon.looks.glasses.flags}`), true);
  add(words.body, false);
  add(words.there, true);
  if (scene.place.kind === "lighthouse") add(words.beam, true);
  return spans;
}

/** Parts of a setting, which are always there or are not missed. */
const FIXTURES = new Set<Prop>(["door", "window", "table", "chair"]);

/** Looks, ages and sizes are in the design of whoever is shown. */
function coverLooks(
  cues: <T>(table: Cues<T>, isDrawn: (value: T) => boolean, predicate: boolean) => void,
  { looks, ages }: Lexicon,
): void {
  const drawn = () => true;
  cues(looks.hair, drawn, true);
  cues(looks.hairFill, drawn, true);
  cues(looks.beard, drawn, true);
  cues(looks.top, drawn, true);
  cues(looks.bottom, drawn, true);
  cues(looks.hat, drawn, true);
  cues(looks.fill, drawn, false);
  cues(looks.build, drawn, false);
  cues(ages, drawn, true);
}

/** Words that every picture says: looks and nods, bodies, that somebody is there. */
// What somebody looks at is drawn where it is known already; `an angry goose` is news.
const WORDS: Readonly<Record<Language, Record<"gaze" | "body" | "there" | "beam", RegExp>>> = {
  en: {
    gaze: /\b(?:looks?|looked|stared|glanced|gazed|peered|watched|blinked|nodded|shrugged|sighed|frowned|winced|shivered|groaned|shivering|staring|looking|watching|trembling|held (?:his|her|its|their) breath|paused|turned|tilted|shook|opened|closed|narrowed|called|widened|said nothing)\b(?: (?:at|into|toward|towards|to|up|down|back|round|around|away|out|over|over to|up at|down at|back at))*(?: (?:the|his|her|its|their|each|one) (?:[a-z]+ )?[a-z]+)?(?: (?:eyes?|head))?/giu,
    body: /\b(?:hands?|eyes?|heads?|arms?|faces?|feet|foot|laps?|fingers?|knees?|cheeks?|mouths?|lips?|shoulders?|paws?|tails?|wings?|bodies|body|backs?)\b/giu,
    there:
      /\b(?:stood|stands|waited|waiting|lay|sat|sitting|standing|hung|was there|were there|empty|quiet|silent|still|dark|alone)\b/giu,
    beam: /\b(?:long|white|great|bright|golden)\b|\b(?:beam|light|shaft)\b|\bswept (?:out )?(?:over|across) the (?:sea|water|bay|rocks)/giu,
  },
  ja: {
    gaze: /首を(?:振|かしげ|傾げ|横に)|うなず|頷|瞬き|まばたき|振り[返向]|見(?:つめ|上げ|下ろし|回し|やっ|た|て|る)|息をの|ため息|溜息|眉をひそめ|黙って|手を止め|(?:目|口)を(?:開|閉|細|丸|とじ|あけ)|声が(?:した|する|聞こえ)/gu,
    body: /手|目|顔|頭|髪|笠|腰|足(?![音跡あ])|口|体|首|肩|胸|腕|指|頬|膝|背中?|声も/gu,
    there:
      /(?:立っ|座っ|並ん|残っ|佇ん|待っ)て(?:い[たる]|る)|静か|真っ暗|暗かっ|ひとり|一人|(?:が|に)(?:いた|ある|あった|いる)(?=。|$)|映って|くわえて(?:い[たる]|る)|赤い|降(?:って|り)|吹い|光っ/gu,
    beam: /光の?(?:帯|筋|柱)|海を照らし/gu,
  },
};

/** Words, or runs of kanji and katakana, that the spans cover, and those that they leave. */
function tally(text: string, spans: readonly Span[], language: Language): [said: number, unsaid: number] {
  const pattern =
    language === "en"
      ? /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu
      : /[\p{Script=Han}々〆ヶ]+|[ァ-ヴー]{2,}|[0-9０-９]+/gu;
  let [said, unsaid] = [0, 0];
  for (const { 0: word, index } of text.matchAll(pattern)) {
    if (EMPTY_WORDS[language].test(word)) continue;
    const covered = spans.some(({ at, end }) => at < index + word.length && end > index);
    if (covered) said += 1;
    else unsaid += 1;
  }
  return [said, unsaid];
}

/** Words that carry nothing a reader would miss. */
const EMPTY_WORDS: Readonly<Record<Language, RegExp>> = {
  en: /^(?:the|a|an|and|or|of|in|on|at|to|into|onto|from|by|with|under|over|behind|beside|between|through|across|along|around|above|below|down|up|out|off|back|away|near|after|before|he|she|it|they|we|i|him|her|his|hers|its|their|them|my|me|our|us|you|your|who|which|that|this|these|those|there|then|so|as|but|was|were|is|are|be|been|had|has|have|did|do|does|very|all|both|one|another|each|other|again|now|only|just|too|still|slowly|quickly|gently|softly|quietly|carefully|silently|suddenly|straight|until|while|where|when|long|little|old|small|big|great|young|own|time|way|all|not|no|for|moment|like)$/iu,
  ja: /^(?:丸い?|太|細|高|低|短|深|薄|濃|白|黒|赤|青|下|中|前|後|横|奥|方|間|先|側|隣|事|時|所|何|誰|少|急|一|二|三|彼女?|私|僕|俺|自分|大|小|古|長|静|度|様|今|又|来|行|出|入|込|切|残)$/u,
};

/** A Japanese sentence says at its end what happens: that must be drawn, not only who and where. */
function endsIn(text: string, spans: readonly Span[]): boolean {
  const last = Math.max(-1, ...spans.filter(({ predicate }) => predicate).map(({ end }) => end));
  if (last < 0) return false;
  const rest = text.slice(last).replaceAll(/[。！？!?、…」』）\s上下中出来行入込切降]/gu, "");
  return rest.length <= 7 && !/[\p{Script=Han}\p{Script=Katakana}]/u.test(rest);
}
