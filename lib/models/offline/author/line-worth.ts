// How well each of a story's people would say a line, by itself: whom its words fit, who is there, who acts beside it.

import type { Story, StoryUnit } from "../../../manga/story.ts";
import { animalIn } from "../animal-words.ts";
import type { Person } from "../closed/concept.ts";
import { actsBeside } from "./acts-beside.ts";
import { bearing } from "./bearing.ts";
import { deedAfter } from "./beats-beside.ts";
import { addresses, calledIn, contradicts, isCry, isVocative, sounds } from "./manners.ts";
import type { Roll } from "./mentions.ts";
import { CLOSES_QUOTE } from "./quote-particle.ts";
import { isRole } from "./roles.ts";
import { callsAsKin } from "./said-to.ts";
import { ASKS_NAME, SELVES } from "./self-naming.ts";
import { ASKED_FOR, sightings } from "./sightings.ts";
import { type Clue, suitsPronoun } from "./speakers.ts";
import type { Talk } from "./talk.ts";
import { isPolite, suits } from "./voices.ts";

/** Nobody else's worth outweighs that the text names somebody. */
const NAMED = 1000;
/** Whoever is called, or whose words these cannot be, hardly says them. */
const NEVER = -40;

const ANIMALS = new Set<Person["kind"]>(["cat", "dog", "bird"]);

/** 猫がしゃべった: a story in which beasts talk. */
const TALKING =
  /(?:しゃべれ|喋れ|しゃべっ|喋っ|話せる)(?:る|た|て|の)|口を(?:きい|き[くけ])|(?:人間|人)の言葉|\btalking (?:cat|dog|fox|bird|animal)/u;

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
  const japanese = talk.story.language === "ja";
  const children = people.some((person) => isYoung(person) || isTeller(person));
  const grown = people.some(({ age }) => age === "adult" || age === "elder");
  const beasts =
    people.every(({ kind }) => ANIMALS.has(kind)) || talk.story.units.some(({ text }) => TALKING.test(text));
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
    const deed = japanese ? deedAfter(talk.story.units, index, roll) : undefined;
    const earlier = japanese
      ? deedAfter(talk.story.units, lineBefore(talk.story.units, index), roll)
      : undefined;
    // と、老人は言った: of the line before.
    const isTag = CLOSES_QUOTE.test(previous?.text ?? "") && previous?.paragraph !== unit.paragraph;
    const led = earlier?.leads ? earlier : undefined;
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
      if (speaksOf(unit, person, roll))
        worth += ASKED_FOR.test(unit.text) ? NEVER : isRespected(unit, person, roll) ? -10 : -3;
      if (person.kind === "creature" && (first.get(person) ?? 0) > index) worth -= 3;
      if (isAskedAfter(unit, said, person)) worth -= 8;
      if (previous?.kind === "speech" && asksAbout(previous, person, roll) && seen(person, index) > -6)
        worth += 3.5;
      if (clue.likely === person) worth += 4;
      if (!japanese && clue.acts && clue.person === person) worth += 3;
      worth += suits(unit, voices.get(person)) * (japanese ? 3.3 : 2.5);
      if (deed?.person === person) worth += deed.before;
      if (japanese) worth += bearing(unit.text, person);
      const acts = clue.acts === true && clue.person === person;
      if (led) worth += led.person === person ? led.after : 0;
      else if (japanese) worth += acts || (acting.before === person && !isTag) ? 6 : 0;
      else if (acting.before === person) worth += person.kind === "creature" && !acting.utters ? 0 : 3;
      if (acting.after === person && !deed)
        worth += acting.alone ? 3 : acting.says && calls.size > 0 ? 5 : 0.8;
      if (acting.enters === person) worth += 5;
      if (person.age === "child" && ofChild) worth -= 2;
      if (isNew) worth += isRole(person.name) && seen(person, index) > -3 ? 5 : -6;
      if (CALLS_PARENT.test(unit.text))
        worth += isYoung(person) || isTeller(person) ? 1.5 : children ? -4 : -1.5;
      if (calls.size > 0 && !calls.has(at) && isStranger(person) && callsByName(unit, roll)) worth -= 4;
      if (relative === person || callsAsKin(unit.text, person)) worth += 5;
      return worth + pronounWorth(clue, person);
    });
  };
}

const lineBefore = (units: Story["units"], index: number): number =>
  units.slice(0, index).findLastIndex(({ kind }) => kind === "speech");

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

/** 健太くんを連れてきました: nobody speaks so of themselves. */
const isRespected = ({ text }: StoryUnit, person: Person, roll: Roll): boolean =>
  roll
    .mentions(text)
    .some(
      ({ person: one, at, end }) =>
        one === person &&
        !isRole(text.slice(at, end)) &&
        /(?:さん|くん|君|様|さま|先生|先輩)$/u.test(text.slice(at, end)),
    );

const KIN =
  /(?:ばあ|じい|[父母兄姉])(?:ちゃん|さん|様)|\b(?:grandma|grandpa|granny|mum|mom|mama|dad|papa|auntie)\b/iu;

/** 「お母さん！」, "Dad!": of a child before anybody else. */
const CALLS_PARENT =
  /(?:^|[、。！？!?…　])(?:(?:お?[父母]|とう|かあ)(?:さん|ちゃん)|パパ|ママ|お(?:とう|っとう|とっつぁん|っかあ|っかさん|とん|かん)|[父母]上)(?=[もは]、|[、。！？!?…]|$)|(?:^|[,.!?] )(?:mum|mom|mummy|mommy|mama|dad|daddy|papa)(?=[,.!?]|$)/iu;
const isTeller = ({ name }: Person): boolean => SELVES.test(name);
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
