// Several people who do one thing: `they ran`, `the four of them walked along a ledge`, ふたりは座った. All of them do it.

import type { Language } from "../../../manga/language.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Prop } from "../closed/staging.ts";
import { traitsOf } from "../thing-traits.ts";
import { type Acting, readActing } from "./acting.ts";
import { gripsIn, heldBy } from "./grips.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Mention, Roll } from "./mentions.ts";
import { findThings } from "./thing-cues.ts";
import { SPEECH_EN } from "./verbs-en.ts";

/** Most people of a group that a picture shows. */
const MOST = 4;

const GROUP: Readonly<Record<Language, RegExp>> = {
  en: /(?:^|[.!?…,;] (?:and |but |so |then |when |while )?|(?:^|[.!?] )(?:At|By|In|On|After|Before|All|That|One|For|Soon|Then) (?:[a-z]+ ){0,4}|\b(?:and|but|so|then|when|while|until|as|where) )(the (?:two|three|four|five) of (?:them|us)|all of (?:them|us)|both of (?:them|us)|everybody|everyone)(?= [a-z]{2,})|\b(they(?: both| all)?|we(?: both| all)?)(?= (?:all |both |had |just |then |still |never |only |slowly |quickly )*[a-z]{2,})/giu,
  ja: /((?:[二三四五]人|ふたり|みんな|全員|一同|彼ら|彼女たち|ぼくたち|僕たち|わたしたち|私たち)(?:とも|みんな)?)(?:は|が|も)/gu,
};

/** How many a group's own words say that it has; absent: whoever was there last. */
const COUNTS: readonly (readonly [RegExp, number])[] = [
  [/two|both|二人|ふたり/iu, 2],
  [/three|三人/iu, 3],
  [/four|five|all|every|[四五]人|みんな|全員|一同/iu, MOST],
];

export interface Group {
  people: readonly Person[];
  /** What they do together. */
  acts: Acting;
}

interface Company {
  /** The two seen last, and everybody seen in the scene. */
  recent: readonly Person[];
  seen: ReadonlySet<Person>;
}

interface Around {
  language: Language;
  lexicon: Lexicon;
  /** Everybody whom the scene tells of: whoever stayed behind where it was before is none of `them`. */
  scene: readonly Person[];
  /** Those whom the next sentences tell of: so many, where they are counted. */
  ahead: (many?: number) => readonly Person[];
}

/** How many units on the company of a scene that begins is looked for. */
const AHEAD = 20;

/** A place in a story, and who is told of around it. */
interface Onward {
  units: readonly StoryUnit[];
  from: number;
  roll: Pick<Roll, "mentions">;
}

/**
 * Those whom the story tells of next, up to its next chapter; `Hedda's voice` is not Hedda. Once there are two whom it has told of
 * before, whoever comes in only then is none of them.
 */
export function toldNext({ units, from, roll }: Onward, many?: number): Person[] {
  const after = units.slice(from);
  const chapter = after.findIndex(({ kind }) => kind === "heading");
  const near = after.slice(0, chapter < 0 ? AHEAD : Math.min(chapter, AHEAD));
  const met = new Set(
    units
      .slice(0, from)
      .flatMap(({ kind, text }) =>
        kind === "narration" ? roll.mentions(text).map(({ person }) => person) : [],
      ),
  );
  const isOld = (person: Person) => met.size < 2 || met.has(person);
  const found = new Set<Person>();
  /** Who is there already, wherever they come to. */
  const others = new Set<Person>();
  for (const { kind, text } of near) {
    if (kind !== "narration") continue;
    for (const { person, subject, at, end } of roll.mentions(text)) {
      const acts = (subject || SAYS.test(text.slice(0, at))) && !/^(?:['’]s|の)/u.test(text.slice(end));
      if (/^some(?:body|one)$/iu.test(text.slice(at, end))) others.add(person);
      if (acts && isOld(person) && !others.has(person)) found.add(person);
    }
    if (many !== undefined && found.size >= many) break;
  }
  return [...found];
}

/** `said Otto`, after a line. */
const SAYS = new RegExp(`^,? ?(?:${SPEECH_EN}) (?:the )?$`, "u");

/** Who acts together in a text, and how; whoever it names acts for themselves. */
export function groupIn(
  text: string,
  { recent, seen }: Company,
  { language, lexicon, scene, ahead }: Around,
): Group | undefined {
  const found = [...text.matchAll(GROUP[language])];
  const called = found.map(([, counted, pronoun]) => counted ?? pronoun ?? "");
  if (called.length === 0) return undefined;
  const counts = called.flatMap((words) => COUNTS.find(([number]) => number.test(words))?.[1] ?? []);
  const before = [...new Set([...recent.toReversed(), ...[...seen].toReversed()])];
  // Where a scene begins with `them`, or they are more than it names, they are those of whom the story goes on to tell.
  const next = ahead(counts[0]);
  const begins = next.length > 1 && (seen.size === 0 || (counts[0] ?? 0) > scene.length);
  const those = begins ? next : scene;
  const count = counts[0] ?? Math.max(2, Math.min(3, seen.size || those.length));
  const here = before.filter((person) => those.includes(person));
  const company = those.length < 2 ? before : [...new Set([...here, ...those])];
  const people = peopleAmong(company).slice(0, count);
  const [first] = people;
  if (!first) return undefined;
  const acts: Acting = {};
  for (const { 0: group, index } of found) {
    const words = clauseOf(text.slice(index + group.length));
    const { pose, expression } = readActing(words, [], { last: first, lexicon }).get(first) ?? {};
    acts.holds = eachHas(words, lexicon) ?? acts.holds;
    acts.pose = pose ?? acts.pose;
    acts.expression = expression ?? acts.expression;
  }
  return { people, acts };
}

/** `Wren and Otto sat`, ケンとトメは: both do what the second is told to do. */
export function joinPairs(
  text: string,
  mentions: readonly Mention[],
  { acting, lexicon }: { acting: Map<Person, Acting>; lexicon: Lexicon },
): void {
  for (const [index, { person, end }] of mentions.entries()) {
    const next = mentions[index + 1];
    const acts = next?.subject ? acting.get(next.person) : undefined;
    if (!next || !acts || !/^(?: and | & |と|や)$/u.test(text.slice(end, next.at))) continue;
    const own = acting.get(person);
    const holds = own?.holds ?? eachHas(clauseOf(text.slice(next.end)), lexicon);
    acting.set(person, {
      ...own,
      holds,
      pose: own?.pose ?? acts.pose,
      expression: own?.expression ?? acts.expression,
    });
  }
}

/** What each of several has who do one thing: `they raised their glasses`, 二人は瓶を受け取った; `they carried the box` is one box. */
function eachHas(words: string, lexicon: Lexicon): Prop | undefined {
  const grip = heldBy(gripsIn(words, lexicon));
  if (!grip || traitsOf(grip.thing).both || !/^(?:has|uses|eats)$/u.test(grip.deed)) return undefined;
  const named = findThings(words, lexicon).find(({ value }) => value === grip.thing)?.text ?? "";
  return (/\p{Script=Latin}/u.test(named) ? /s$/u.test(named) : EACH_JA.test(words)) ? grip.thing : undefined;
}

const EACH_JA = /を(?:[^。、を]{0,6})?(?:受け取|掲げ|手に|飲|食|かじ|かぶ|ひとつ|一[つ本個杯]ずつ|それぞれ)/u;

/** Where there are people enough, an animal that is there as well is none of `them`. */
function peopleAmong(company: readonly Person[]): readonly Person[] {
  const human = company.filter(({ kind }) => kind === "human" || kind === "robot");
  return human.length >= 2 ? human : company;
}

/** As far as the sentence is about them: `They ran along the ledge, and a white wall ran after them.` */
function clauseOf(words: string): string {
  const end = words.search(
    /[.!?。！？](?= |$|[^.])|,? (?:and|but|while|until) (?:the|a|an|his|her|its|their|[A-Z][a-z]+) (?:[a-z]+ ){1,2}[a-z]+/u,
  );
  return end < 0 ? words : words.slice(0, end + 1);
}
