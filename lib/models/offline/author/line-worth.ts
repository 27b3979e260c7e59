// How well each of a story's people would say a line, by itself: whom its words fit, who is there, who acts beside it.
import type { Person } from "../../../manga/concept.ts";
import type { Story, StoryUnit } from "../../../manga/story.ts";
import { animalIn } from "../animal-words.ts";
import { addresses, calledIn, contradicts, isCry, isVocative, sounds } from "./manners.ts";
import type { Roll } from "./mentions.ts";
import { CLOSES_QUOTE, isUttering } from "./quote-particle.ts";
import { isRole } from "./roles.ts";
import { callsAsKin, isLasting } from "./said-to.ts";
import { ASKS_NAME } from "./self-naming.ts";
import { ASKED_FOR, SLEEPS, sightings } from "./sightings.ts";
import { type Clue, suitsPronoun } from "./speakers.ts";
import type { Talk } from "./talk.ts";
import { isPolite, suits } from "./voices.ts";

/** Nobody else's worth outweighs that the text names somebody. */
const NAMED = 1000;
/** Whoever is called, or whose words these cannot be, hardly says them. */
const NEVER = -40;

const ANIMALS = new Set<Person["kind"]>(["cat", "dog", "bird"]);

const isBeast = ({ kind, name, aliases }: Person): boolean =>
  ANIMALS.has(kind) || (kind === "creature" && [name, ...aliases].some((one) => animalIn(one.toLowerCase())));

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
  const first = firstLines(talk);
  const once = metOnce(talk);
  const grown = people.some(({ age }) => age === "adult" || age === "elder");
  const beasts = people.every(({ kind }) => ANIMALS.has(kind));
  return (unit, index) => {
    const named = known.get(unit.id);
    const clue = clues.get(unit.id) ?? {};
    const calls = callsOf(unit, people, roll);
    const previous = talk.story.units[index - 1];
    const said = talk.story.units.slice(0, index).findLast(({ kind }) => kind === "speech");
    // まったく、この子は: said over the child's head, to somebody else.
    const ofChild =
      previous?.kind === "speech" &&
      /[このそあ]の子は|うちの子|\bthis (?:child|boy|girl|one)\b/u.test(previous.text);
    const isNew = givesNewName(unit, previous, roll);
    const relative = kinOf(unit, index, talk);
    const acting = actsBeside(index, talk);
    return people.map((person, at) => {
      if (named) return named.person === person ? NAMED : -NAMED;
      let worth = seen(person, index);
      if (clue.not === person || (calls.has(at) && !isOneOfMany(unit, person, people))) worth += NEVER;
      if (!beasts && isBeast(person) && !talkers.has(person) && !sounds(unit.text, person)) worth -= 20;
      if (contradicts(unit.text, person, people)) worth += isCry(unit.text) ? NEVER : -14;
      else if (sounds(unit.text, person)) worth += 6;
      if (person.kind === "robot") worth += isPolite(unit.text) ? 1.5 : 0;
      if (person.age === "child" && grown && isPolite(unit.text)) worth -= 1;
      if (!talkers.has(person)) worth += passes(once.get(person), index);
      else if (once.get(person)) worth += Math.max(-2, passes(once.get(person), index));
      if (speaksOf(unit, person, roll)) worth += ASKED_FOR.test(unit.text) ? NEVER : -3;
      if (person.kind === "creature" && (first.get(person) ?? 0) > index) worth -= 3;
      if (isAskedAfter(unit, said, person)) worth -= 8;
      if (previous?.kind === "speech" && asksAbout(previous, person, roll) && seen(person, index) > -6)
        worth += 3.5;
      if (clue.likely === person) worth += 4;
      if (clue.acts && clue.person === person) worth += 3;
      worth += suits(unit.text, voices.get(person)) * 2.5;
      if (acting.before === person) worth += person.kind === "creature" && !acting.utters ? 0 : 3;
      if (acting.after === person) worth += acting.alone ? 3 : 0.4;
      if (acting.enters === person) worth += 5;
      if (person.age === "child" && ofChild) worth -= 2;
      if (isNew) worth += isRole(person.name) && seen(person, index) > -3 ? 5 : -6;
      if (CALLS_PARENT.test(unit.text)) worth += isYoung(person) ? 1.5 : -1.5;
      if (calls.size > 0 && !calls.has(at) && isStranger(person) && callsByName(unit, roll)) worth -= 4;
      if (relative === person || callsAsKin(unit.text, person)) worth += 5;
      return worth + pronounWorth(clue, person);
    });
  };
}

/** `"What's your name?" "Nell."`: a name that is none of the others' belongs to whoever had none. */
const givesNewName = ({ text }: StoryUnit, asked: StoryUnit | undefined, roll: Roll): boolean => {
  const name =
    asked?.kind === "speech" && ASKS_NAME.test(asked.text)
      ? /^(?:I['’]m )?(\p{Lu}\p{Ll}+)[.,!]|^([ァ-ヴー]{2,6}|\p{Script=Han}{2,4})(?:だ|です|。|$)/u.exec(text)
      : undefined;
  const own = name?.[1] ?? name?.[2];
  return own !== undefined && !roll.named(own);
};

/** Where a story tells of those of whom it does so only once, and whether a line stands beside that. */
function metOnce({ story: { units }, people, roll }: Talk): Map<Person, { at: number; speaks: boolean }> {
  const told = (person: Person) =>
    units.flatMap(({ text }, at) => (roll.mentions(text).some((one) => one.person === person) ? [at] : []));
  return new Map(
    people.flatMap((person) => {
      const [at, ...more] = told(person);
      if (at === undefined || more.length > 0) return [];
      const rest = units.findIndex(({ paragraph }, one) => one > at && paragraph !== units[at]?.paragraph);
      const speaks = [units[at - 1], units[at], units[at + 1], units[rest]].some(
        (unit) => unit?.kind === "speech",
      );
      return [[person, { at, speaks }] as const];
    }),
  );
}

/** 台の上の競り人が数字を叫ぶ: somebody seen in passing; who has served the soup, and said so, soon goes back to the kitchen. */
const passes = (met: { at: number; speaks: boolean } | undefined, index: number): number =>
  met === undefined || met.at > index ? 0 : met.speaks ? (index - met.at > 6 ? -2 : 0) : -4;

/** Where each of those whose lines the text names speaks first. */
function firstLines({ story, known }: Talk): Map<Person, number> {
  const first = new Map<Person, number>();
  for (const [index, { id }] of story.units.entries()) {
    const person = known.get(id)?.person;
    if (person && !first.has(person)) first.set(person, index);
  }
  return first;
}

/** A word like Sir calls any of several, one of whom may be the one who says it. */
const isOneOfMany = (unit: StoryUnit, person: Person, people: readonly Person[]): boolean =>
  /\bsir\b/iu.test(unit.text) &&
  addresses(unit, person) &&
  people.filter((other) => addresses(unit, other)).length > 1;

const pronounWorth = ({ pronoun }: Clue, person: Person): number =>
  pronoun === undefined
    ? 0
    : suitsPronoun(person, pronoun)
      ? 9
      : person.gender === "unknown" && pronoun !== "it"
        ? 3
        : -14;

/** Whoever is only a referee or a guard knows nobody's name. */
const isStranger = ({ name }: Person): boolean =>
  /^The (?:referee|guard|driver|waiter|waitress|clerk|stranger|man|woman|porter|usher|policeman|cashier|barista|passenger|customer|conductor|bartender)$/u.test(
    name,
  );
const callsByName = (unit: StoryUnit, roll: Roll): boolean =>
  calledIn(unit, roll).some(({ name }) => !isRole(name));

/** `"Is she trying to leave again?" "She is."`: anybody says so of her but herself. */
const isAskedAfter = (unit: StoryUnit, asked: StoryUnit | undefined, { gender }: Person): boolean => {
  if (!/^(?:She|He|Yes|No)\b/u.test(unit.text)) return false;
  const [, pronoun] =
    /^(?:Is|Was|Does|Did|Has|Will|Would)\b[^?]*\b(he|she)\b[^?]*\?$/u.exec(asked?.text ?? "") ?? [];
  const own = pronoun?.toLowerCase() === "she" ? "female" : "male";
  return pronoun !== undefined && gender === own && unit.paragraph - (asked?.paragraph ?? 0) <= 1;
};

/** 「親方はわかるのかな」: whoever stands by and is wondered about may well answer. */
const asksAbout = (unit: StoryUnit, person: Person, roll: Roll): boolean =>
  /(?:か|かな|かしら|の)[。…]*[？?]*$/u.test(unit.text) &&
  roll
    .mentions(unit.text)
    .some(
      ({ person: one, at, end }) => one === person && at === 0 && /^(?:は|って)/u.test(unit.text.slice(end)),
    );

/** Whoever a line tells of by name seldom says it. */
const speaksOf = (unit: StoryUnit, person: Person, roll: Roll): boolean =>
  roll
    .mentions(unit.text)
    .some((mention) => mention.person === person && !isVocative(unit.text, mention.at, mention.end));

const COMES =
  /[戸扉]を開け|ドアを開け|走って(?:き|来)|入って(?:き|来)|現れ|やって(?:き|来)|駆け(?:込|寄)|顔を(?:出|覗|のぞ)|姿を(?:現|見せ)|\b(?:came|ran) (?:up|in|running|over)\b|\b(?:appeared|arrived)\b/iu;

const ENTERS_JA = /声が(?:し|聞こえ|響)|(?:立って|座って|現れ|来て|覗いて|のぞいて)[いた]/u;
const DOOR =
  /(?:扉|ドア|戸|ふすま|障子)が[^。]{0,6}(?:開|あ)[いけ]|\b(?:door|gate)s? (?:flew |swung |burst |slid |creaked )?open(?:ed)?\b/u;

/** 「実がなってる」 / 航太が指さした: not what answers a line, like a laugh or a nod. */
const GOES_ON_WITH =
  /^[^。、「」はも]{1,10}が(?![^。]*(?:笑|吹き出|うなず|頷|驚|顔を|首を|目を|黙|振り[向返]))[^。]{1,16}。$/u;

interface Beside {
  before: Person | undefined;
  after: Person | undefined;
  /** Whoever acts before it makes a sound as well. */
  utters: boolean;
  /** The line stands alone, and the text goes on with what they do. */
  alone: boolean;
  /** Somebody who is first seen right after the line. */
  enters: Person | undefined;
}

/** Who does something in the narration right before a line, and right after it. */
function actsBeside(index: number, { story: { units }, roll, known }: Talk): Beside {
  const subjectOf = (unit: StoryUnit | undefined, last = false) => {
    if (unit?.kind !== "narration" || SLEEPS.test(unit.text) || isLasting(unit.text)) return undefined;
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
  // 子どもの声がした, with no particle that would quote the line.
  const heard =
    voice && !CLOSES_QUOTE.test(next.text)
      ? roll.mentions(next.text).find(({ end }) => /^の声/u.test(next.text.slice(end)))?.person
      : undefined;
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
    utters: isUttering(units[index - 1]?.text ?? ""),
    before: before && called.includes(before) ? earlierSubject(index, units, { roll, called }) : before,
    after,
    alone: !isTalk(index - 1, units) && next !== undefined && GOES_ON_WITH.test(next.text),
    enters:
      heard ??
      ((isNew || COMES.test(next?.text ?? "")) && (voice || opened || !isTalk(index - 1, units))
        ? after
        : undefined),
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

/** 「お母さん！」, "Dad!": of a child before anybody else. */
const CALLS_PARENT =
  /(?:^|[、。！？!?…　])(?:(?:お?[父母]|とう|かあ)(?:さん|ちゃん)|パパ|ママ)(?=[、。！？!?…]|$)|(?:^|[,.!?] )(?:mum|mom|mummy|mommy|mama|dad|daddy|papa)(?=[,.!?]|$)/iu;
const isYoung = ({ age, kind }: Person): boolean => kind === "human" && (age === "child" || age === "teen");

/** Whoever has called somebody ばあちゃん before is the one who does again. */
function kinOf(unit: StoryUnit, index: number, { story, known }: Talk): Person | undefined {
  const word = KIN.exec(unit.text)?.[0];
  if (word === undefined) return undefined;
  const earlier = story.units
    .slice(0, index)
    .findLast(({ id, kind, text }) => kind === "speech" && known.has(id) && text.includes(word));
  return (earlier && known.get(earlier.id)?.person) ?? undefined;
}
