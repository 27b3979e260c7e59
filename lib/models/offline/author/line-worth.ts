// How well each of a story's people would say a line, by itself: whom its words fit, who is there, who acts beside it.
import type { Person } from "../../../manga/concept.ts";
import type { Story, StoryUnit } from "../../../manga/story.ts";
import { lexiconOf } from "./lexicons.ts";
import { addresses, calledIn, contradicts, isCry, isVocative, sounds } from "./manners.ts";
import type { Roll } from "./mentions.ts";
import { readSetting } from "./settings.ts";
import type { Clue } from "./speakers.ts";
import type { Talk } from "./talk.ts";
import { isPolite, suits } from "./voices.ts";

/** Nobody else's worth outweighs that the text names somebody. */
const NAMED = 1000;
/** Whoever is called, or whose words these cannot be, hardly says them. */
const NEVER = -40;

const ANIMALS = new Set<Person["kind"]>(["cat", "dog", "bird"]);

/** Indexes of the people whom a line calls, by name or by what they are. */
export function callsOf(unit: StoryUnit, people: readonly Person[], roll: Roll): Set<number> {
  const called = calledIn(unit, roll);
  return new Set(
    people.flatMap((person, at) => (called.includes(person) || addresses(unit, person) ? [at] : [])),
  );
}

/** How well everybody says a line of the talk, in the order of the people. */
export function worthOf(talk: Talk): (unit: StoryUnit, index: number) => number[] {
  const { people, known, clues, roll, voices } = talk;
  const seen = sightings(talk);
  const talkers = new Set([...known.values()].map(({ person }) => person));
  const grown = people.some(({ age }) => age === "adult" || age === "elder");
  const beasts = people.every(({ kind }) => ANIMALS.has(kind));
  return (unit, index) => {
    const named = known.get(unit.id);
    const clue = clues.get(unit.id) ?? {};
    const calls = callsOf(unit, people, roll);
    const relative = kinOf(unit, index, talk);
    const acting = actsBeside(index, talk);
    return people.map((person, at) => {
      if (named) return named.person === person ? NAMED : -NAMED;
      let worth = seen(person, index);
      if (clue.not === person || (calls.has(at) && !isOneOfMany(unit, person, people))) worth += NEVER;
      if (!beasts && ANIMALS.has(person.kind) && !talkers.has(person) && !sounds(unit.text, person))
        worth -= 20;
      if (contradicts(unit.text, person, people)) worth += isCry(unit.text) ? NEVER : -14;
      else if (sounds(unit.text, person)) worth += 6;
      if (person.age === "child" && grown && isPolite(unit.text)) worth -= 1;
      if (speaksOf(unit, person, roll)) worth -= 3;
      if (clue.likely === person) worth += 4;
      if (clue.acts && clue.person === person) worth += 3;
      worth += suits(unit.text, voices.get(person)) * 2.5;
      if (acting.before === person) worth += 3;
      if (acting.after === person) worth += 0.4;
      if (acting.enters === person) worth += 5;
      if (relative === person) worth += 5;
      return worth + pronounWorth(clue, person);
    });
  };
}

/** A word like Sir calls any of several, one of whom may be the one who says it. */
const isOneOfMany = (unit: StoryUnit, person: Person, people: readonly Person[]): boolean =>
  /\bsir\b/iu.test(unit.text) &&
  addresses(unit, person) &&
  people.filter((other) => addresses(unit, other)).length > 1;

const pronounWorth = ({ pronoun }: Clue, { gender }: Person): number =>
  pronoun === undefined ? 0 : gender === pronoun ? 9 : gender === "unknown" ? 3 : -14;

/** Whoever a line tells of by name seldom says it. */
const speaksOf = (unit: StoryUnit, person: Person, roll: Roll): boolean =>
  roll
    .mentions(unit.text)
    .some((mention) => mention.person === person && !isVocative(unit.text, mention.at, mention.end));

/** `Bea was in hospital`: whoever is told of so is not there. */
const AWAY =
  /\b(?:was|were|is|are) (?:away|gone|in hospital|in bed|abroad|at (?:home|school|work))\b|\b(?:did not|didn['’]t|never) c[ao]me\b|入院|留守|来な|いなかった|を休ん/u;

/** How long ago somebody was seen: 0 for those who are there, less for those who are not. */
function sightings({ story, people, known, roll }: Talk): (person: Person, index: number) => number {
  const times = new Map<Person, { index: number; weight: number }[]>(people.map((person) => [person, []]));
  for (const [index, unit] of story.units.entries()) {
    const speaker = known.get(unit.id)?.person;
    if (speaker) times.get(speaker)?.push({ index, weight: 0 });
    // 二人は川原に座っていた: those who were seen last.
    const many = unit.kind === "narration" && roll.mentions(unit.text).length === 0 ? manyIn(unit.text) : 0;
    for (const person of latest(times, many)) times.get(person)?.push({ index, weight: -0.5 });
    const pronoun =
      unit.kind === "narration" ? /^(he|she)\b/iu.exec(unit.text)?.[1]?.toLowerCase() : undefined;
    const other = pronoun === "he" ? "female" : "male";
    const meant = pronoun && latest(times, people.length).find(({ gender }) => gender !== other);
    if (meant) times.get(meant)?.push({ index, weight: -0.3 });
    for (const { person, subject } of roll.mentions(unit.text)) {
      const away = AWAY.test(unit.text) && subject;
      const called = unit.kind === "speech" && calledIn(unit, roll).includes(person);
      // Whom nobody has seen yet is not there for being spoken of.
      if (unit.kind === "speech" && (!called || times.get(person)?.length === 0)) continue;
      times
        .get(person)
        ?.push({ index, weight: away ? -9 : SLEEPS.test(unit.text) ? -4 : subject || called ? 0 : -1.5 });
    }
  }
  const breaks = breaksIn(story);
  return (person, index) => {
    const all = times.get(person) ?? [];
    const past = all.filter((one) => one.index < index).slice(-3);
    const worths = past.map(({ index: at, weight }) => {
      const broken = breaks.findLast((one) => one.index > at && one.index <= index)?.weight ?? 0;
      return weight - Math.min(6, Math.max(0, index - at - 6) * 0.14) - broken;
    });
    const next = all.find((one) => one.index > index);
    const soon = next ? next.weight - (next.index - index <= 2 ? 3 : next.index - index <= 6 ? 5.5 : 8) : -10;
    return Math.max(-10, worths.at(-1) ?? -10, ...worths.slice(0, -1).map((one) => one - 0.5), soon);
  };
}

/** Where another time or another place begins, and how much less those are there then who were there before. */
export function breaksIn({ units, language }: Story): { index: number; weight: number }[] {
  const lexicon = lexiconOf(language);
  const breaks: { index: number; weight: number }[] = [];
  let here: string | undefined;
  for (const [index, { kind, paragraph, text }] of units.entries()) {
    const gap = paragraph > (units[index - 1]?.paragraph ?? paragraph) + 1;
    if (kind !== "narration") {
      if (gap) breaks.push({ index, weight: LATER });
      continue;
    }
    const skip = text.search(lexicon.timeSkip);
    const there = readSetting(text, lexicon).place?.kind;
    if (gap || (skip >= 0 && skip <= 6)) breaks.push({ index, weight: LATER });
    else if (there && here && there !== here && !TOGETHER.test(text))
      breaks.push({ index, weight: AWAY_FROM });
    here = there ?? here;
  }
  return breaks;
}

const [LATER, AWAY_FROM] = [5, 2.5];

/** Those who go somewhere together are all there. */
const TOGETHER =
  /\b(?:they|we|all|both|the (?:two|three|four|five) of them)\b|[二三四五]人(?:と[^、。]{1,4})?[はがで]|ふたり[はがで]|みんな|一行/iu;

/** Whoever sleeps says nothing. */
export const SLEEPS =
  /\b(?:snored|was snoring|slept|was asleep|was sleeping|dozed|snoozed)\b|眠って|寝息|いびき|寝て[いた]/iu;

const COMES =
  /走って(?:き|来)|入って(?:き|来)|現れ|やって(?:き|来)|駆け(?:込|寄)|顔を(?:出|覗|のぞ)|姿を(?:現|見せ)|\b(?:came|ran) (?:up|in|running|over)\b|\b(?:appeared|arrived)\b/iu;

const TWO = /\b(?:they|both|the two|the pair)\b|(?:二人|ふたり)(?:と[^、。]{1,4})?(?=[はがで])/iu;
const THREE = /\bthe (?:three|others)\b|三人(?:と[^、。]{1,4})?(?=[はがで])|みんな(?=[はがで])/iu;

const manyIn = (text: string): number => (THREE.test(text) ? 3 : TWO.test(text) ? 2 : 0);

/** The people who were seen last, so many of them. */
const latest = (times: ReadonlyMap<Person, readonly { index: number }[]>, many: number): Person[] =>
  [...times]
    .filter(([, seen]) => seen.length > 0)
    .toSorted(([, a], [, b]) => (b.at(-1)?.index ?? 0) - (a.at(-1)?.index ?? 0))
    .slice(0, many)
    .map(([person]) => person);

const ENTERS_JA = /声が(?:し|聞こえ|響)|(?:立って|座って|現れ|来て|覗いて|のぞいて)[いた]/u;
const DOOR =
  /(?:扉|ドア|戸|ふすま|障子)が[^。]{0,6}(?:開|あ)[いけ]|\b(?:door|gate)s? (?:flew |swung |burst |slid |creaked )?open(?:ed)?\b/u;

interface Beside {
  before: Person | undefined;
  after: Person | undefined;
  /** Somebody who is first seen right after the line. */
  enters: Person | undefined;
}

/** Who does something in the narration right before a line, and right after it. */
function actsBeside(index: number, { story: { units }, roll, known }: Talk): Beside {
  const subjectOf = (unit: StoryUnit | undefined, last = false) => {
    if (unit?.kind !== "narration" || SLEEPS.test(unit.text)) return undefined;
    const subjects = roll.mentions(unit.text).filter(({ subject }) => subject);
    if (last && subjects.length > 1) return undefined;
    return subjects[0]?.person;
  };
  const next = units[index + 1];
  const after = next?.kind === "narration" && !/^(?:と|って)/u.test(next.text) ? subjectOf(next) : undefined;
  const isNew =
    after !== undefined &&
    !units
      .slice(Math.max(0, index - 24), index)
      .some(({ text }) => roll.mentions(text).some(({ person }) => person === after));
  const voice = next?.kind === "narration" && ENTERS_JA.test(next.text);
  const opened = DOOR.test(units[index - 1]?.text ?? "");
  const called = calledIn(units[index] ?? { text: "" }, roll);
  const first = subjectOf(units[index - 1], true);
  // Whoever is first seen after a line has said that one.
  const isShown =
    first !== undefined &&
    COMES.test(units[index - 1]?.text ?? "") &&
    units[index - 2]?.kind === "speech" &&
    !known.has(units[index - 2]?.id ?? "") &&
    !units.slice(0, index - 1).some(({ text }) => roll.mentions(text).some(({ person }) => person === first));
  const before = isShown ? undefined : first;
  return {
    before: before && called.includes(before) ? earlierSubject(index, units, { roll, called }) : before,
    after,
    enters:
      (isNew || COMES.test(next?.text ?? "")) && (voice || opened || !isTalk(index - 1, units))
        ? after
        : undefined,
  };
}

/** Who acted last in the paragraph before a line, besides those whom it calls. */
function earlierSubject(
  index: number,
  units: Story["units"],
  { roll, called }: { roll: Roll; called: readonly Person[] },
): Person | undefined {
  const paragraph = units[index - 1]?.paragraph;
  return units
    .slice(Math.max(0, index - 6), index)
    .filter((unit) => unit.kind === "narration" && unit.paragraph === paragraph)
    .flatMap(({ text }) => roll.mentions(text))
    .findLast(({ person, subject }) => subject && !called.includes(person))?.person;
}

/** A line, or the rest of its paragraph. */
const isTalk = (at: number, units: Story["units"]): boolean => {
  const unit = units[at];
  return (
    unit?.kind === "speech" ||
    units
      .slice(Math.max(0, at - 3), at)
      .some((one) => one.kind === "speech" && one.paragraph === unit?.paragraph)
  );
};

const KIN =
  /(?:ばあ|じい|[父母兄姉])(?:ちゃん|さん|様)|\b(?:grandma|grandpa|granny|mum|mom|mama|dad|papa|auntie)\b/iu;

/** Whoever has called somebody ばあちゃん before is the one who does again. */
function kinOf(unit: StoryUnit, index: number, { story, known }: Talk): Person | undefined {
  const word = KIN.exec(unit.text)?.[0];
  if (word === undefined) return undefined;
  const earlier = story.units
    .slice(0, index)
    .findLast(({ id, kind, text }) => kind === "speech" && known.has(id) && text.includes(word));
  return (earlier && known.get(earlier.id)?.person) ?? undefined;
}
