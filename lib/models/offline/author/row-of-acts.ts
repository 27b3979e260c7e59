// What somebody does first and what they do then are two pictures: おにぎりを食べて、森へ帰っていった.

import type { Language } from "../../../manga/language.ts";
import type { Person } from "../closed/concept.ts";
import type { Pose, Prop } from "../closed/staging.ts";
import { findCues } from "../words/cues.ts";
import { readActing, withoutNames } from "./acting.ts";
import { earlierThan, fullOf } from "./called-short.ts";
import type { Draft } from "./draft.ts";
import { gripsIn, heldBy, inHandIn } from "./grips.ts";
import { isHandlingEn } from "./grips-en.ts";
import { handsOf } from "./hands.ts";
import { byHandfuls } from "./listed.ts";
import { otherHandIn } from "./other-hand.ts";
import { ownWordsIn } from "./own-words.ts";
import { withPronouns } from "./pronouns.ts";
import type { Reading } from "./scenes.ts";
import { findThings } from "./thing-cues.ts";
import { isLarge, MOST_NAMED, readProps } from "./things.ts";

/** Acts that a picture can be of, done with something. */
const FIRST = new Set<Pose>([
  "eat",
  "drink",
  "hold",
  "offer",
  "throw",
  "read",
  "write",
  "phone",
  "pray",
  "embrace",
]);
/** Acts that end what was done there. */
const THEN = new Set<Pose>(["walk", "run", "climb", "jump", "ride", "sleep", "dance"]);

const CLAUSE = {
  ja: /(?<=[てで]、)/u,
  en: /(?:, then |,? and then | and )(?=[a-z]+(?:ed|an|ent|ode|ept)\b)/u,
} as const;

/** A later picture of what a beat tells has none of its words. */
const LATER: Pick<Draft, "units" | "chapter" | "caption" | "sounds" | "effects" | "turn" | "opens"> = {
  units: [],
  chapter: undefined,
  caption: "",
  sounds: [],
  effects: [],
  turn: false,
  opens: false,
};

/** One beat, or several where one person alone does several such things: with another pose, or with another thing in the hand. */
export function inTurn(draft: Draft, reading: Reading): Draft[] {
  const posed = byPose(draft, reading);
  return (posed.length > 1 ? posed : byThing(draft, reading)).flatMap((one) => byHandfuls(one, LATER));
}

/** Most pictures of what hands do in a row. */
const MOST_ACTS = 4;

/** Some words that follow one another, and what each of those who act in them has in the hand. */
interface Row {
  words: string;
  hands: Map<Person, Prop>;
  agent: Person | undefined;
}

/** ドライバーを握った。のこぎりで板を切った: a hand has one thing at a time, unless the other has another, and a thing is in one hand. */
function byThing(draft: Draft, reading: Reading): Draft[] {
  if (draft.lines.length > 0 || draft.people.length === 0) return [draft];
  const rows = rowsIn(draft, reading);
  if (rows.length < 2) return [draft];
  return rows.map((row, index): Draft => {
    const picture = pictureOf(row, draft, reading);
    return index === 0
      ? picture
      : {
          ...picture,
          ...LATER,
          kind: "action" as const,
          weight: Math.min(2, draft.weight),
        };
  });
}

function rowsIn(draft: Draft, { story, lexicon, roll, people }: Reading): Row[] {
  const rows: Row[] = [];
  const last = people.find(({ id }) => id === draft.people[0]?.character);
  const company = draft.people.flatMap(({ character }) => people.find(({ id }) => id === character) ?? []);
  const mentions = withPronouns(draft.action, roll.mentions(draft.action), company.toReversed());
  const text = withoutNames(draft.action, mentions, lexicon);
  const parts = ownWordsIn(text, mentions, { last, lexicon });
  // それを手のひらにのせ、傘を差した: what nobody names here is what the first of them has, or what was spoken of before.
  const pronoun = draft.action.search(PRONOUN);
  const named = new Set(
    findThings(draft.action, lexicon)
      .filter(({ at }) => !(pronoun >= 0 && pronoun < at))
      .map(({ value }) => value),
  );
  const had = draft.people[0]?.holds;
  let it = had && !named.has(had) ? had : draft.props.find((prop) => !named.has(prop) && !isLarge(prop));
  let end = 0;
  for (const words of clausesOf(draft.action, story.language)) {
    const [from, to] = [end, end + words.length];
    end = to;
    const own = text.slice(from, to);
    const middle = from + words.trimEnd().length / 2;
    const isTold =
      STRANGER[story.language].test(own) && !mentions.some(({ at, end }) => at < to && end > from);
    const agent = isTold ? undefined : parts.find((part) => part.from <= middle && middle < part.to)?.person;
    const aside = parts.filter((part) => part.from === part.to && part.from >= from && part.from < to);
    const acts = [
      ...aside.map((part) => ({
        person: part.person,
        held: heldBy(gripsIn(part.words, lexicon, it))?.thing,
      })),
      { person: agent, held: heldBy(gripsIn(own, lexicon, it))?.thing },
    ].flatMap(({ person, held }) => (held ? [{ person, held }] : []));
    it = acts.at(-1)?.held ?? findThings(own, lexicon).findLast(({ value }) => !isLarge(value))?.value ?? it;
    const before = rows.at(-1);
    if (!before || (acts.some((act) => isFull(act, before)) && rows.length < MOST_ACTS))
      rows.push({ words, hands: new Map(), agent });
    else before.words += words;
    const hands = rows.at(-1)?.hands;
    for (const { person, held } of acts) if (person && !hands?.has(person)) hands?.set(person, held);
  }
  return rows;
}

const PRONOUN = /[そこ]れを|\b(?:it|them)\b/u;

/** Whether what somebody has next is more than one picture holds: their hand has another thing, or another's hand has that one. */
const isFull = ({ person, held }: { person: Person | undefined; held: Prop }, { hands }: Row): boolean =>
  person !== undefined &&
  ((hands.get(person) ?? held) !== held ||
    [...hands].some(([other, thing]) => other !== person && thing === held));

/** Somebody, or something, that is none of the people does this: 番人が槍を抱えて, `the old priest was lighting candles`. */
const STRANGER = {
  ja: /(?<![手脇肩背口])(?<!のほう)[\p{Script=Han}ァ-ヴー](?:は|が)/u,
  en: /^(?:and )?(?:[A-Z][a-z]+, )?(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]+ ){1,3}?(?:was|were|had|[a-z]+ed)\b/u,
} as const;

/** A beat of one row of acts: those who act in it, as they do, and those whom it names. */
function pictureOf(
  { words, hands, agent }: Row,
  draft: Draft,
  { lexicon, roll, people, story }: Reading,
): Draft {
  const whole = fullOf({ text: words, earlier: earlierThan(draft.units[0], story), lexicon });
  const mentions = roll.mentions(words);
  const acting = readActing(words, mentions, { last: agent, lexicon });
  const there = new Set([...hands.keys(), ...mentions.map(({ person }) => person)].map(({ id }) => id));
  const named = draft.people.filter(({ character }) => there.has(character));
  const props = new Set([...hands.values(), ...readProps(words, lexicon, mentions, true)].map(whole));
  return {
    ...draft,
    action: words.trim(),
    props: [...props].slice(0, MOST_NAMED),
    people: (named.length > 0 ? named : draft.people.slice(0, 1)).map(
      ({ holds: _, alsoHolds: _other, ...one }) => {
        const person = people.find(({ id }) => id === one.character);
        const held = person && hands.get(person);
        const pose = person && acting.get(person)?.pose;
        const handled = inHandIn(gripsIn(words, lexicon));
        const other = held && otherHandIn(words, lexicon, { holds: held, handled });
        return {
          ...{ ...one, pose: pose ?? (held ? "hold" : one.pose) },
          ...(held ? { holds: whole(held) } : {}),
          ...(other ? { alsoHolds: whole(other) } : {}),
        };
      },
    ),
  };
}

/** Sentences, and what is done one after the other in one of them, with all that stands between them. */
function clausesOf(action: string, language: Language): string[] {
  const ends = [...action.matchAll(BREAKS[language])]
    .filter(({ 0: gap, index }) => language === "ja" || isAct(action.slice(index + gap.length)))
    .map(({ 0: gap, index }) => index + gap.length);
  return [0, ...ends].map((from, at) => action.slice(from, ends[at])).filter((words) => words !== "");
}

const BREAKS = {
  ja: /。|(?<=[てでちりしみびぎじいえれけげせぜねべめき]|[うくすつぬむるぐぶ]と)、/gu,
  en: /(?<=(?<!\b(?:Mr|Mrs|Ms|Dr))[.!?]) |, (?:and )?(?:then )?| and (?:then )?/gu,
} as const;

/** Whether a sentence begins, or somebody goes on to do another thing. */
const isAct = (rest: string): boolean =>
  /^["“]?\p{Lu}/u.test(rest) ||
  // `He sat there, holding his cap`: that is done meanwhile.
  (!/^[a-z]+ing\b/u.test(rest) &&
    isHandlingEn(/^(?:(?:he|she|they|the [a-z]+),? (?:[a-z]+, )?)?([a-z]+)/u.exec(rest)?.[1] ?? ""));

/** One beat, or two where one person alone does two such things in one sentence. */
function byPose(draft: Draft, { story, lexicon }: Reading): Draft[] {
  const [person, ...others] = draft.people;
  if (!person || others.length > 0 || draft.units.length !== 1 || draft.lines.length > 0) return [draft];
  const [first, then, ...more] = draft.action.split(CLAUSE[story.language]);
  if (first === undefined || then === undefined || more.length > 0) return [draft];
  const poseIn = (words: string, of: ReadonlySet<Pose>) =>
    findCues(words, lexicon.poses).findLast(({ value }) => of.has(value))?.value;
  const [before, after] = [poseIn(first, FIRST), poseIn(then, THEN)];
  if (!before || !after) return [draft];
  const props = readProps(first, lexicon, [], true);
  const doing: Draft = {
    ...draft,
    action: first,
    props,
    people: [{ ...person, pose: before }],
  };
  if (handsOf({ id: "", ...doing }).size === 0) return [draft];
  const going: Draft = {
    ...draft,
    ...LATER,
    action: then,
    props: readProps(then, lexicon, [], true),
    people: [{ ...person, pose: after }],
    weight: Math.max(2, draft.weight - 1),
  };
  return [doing, going];
}
