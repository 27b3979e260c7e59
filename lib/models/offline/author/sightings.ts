// Who is there when a line is spoken: seen or heard a moment ago, or told of right after it; not who has left, who is asked for,
// who is only remembered, or who was there before another time or place began.

import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { heardOnly } from "./heard-only.ts";
import { lexiconOf } from "./lexicons.ts";
import { calledIn } from "./manners.ts";
import { memoriesIn } from "./memories.ts";
import { isMaker } from "./mentions.ts";
import { comesFrom } from "./movement.ts";
import { SELVES } from "./self-naming.ts";
import { type Place, readSetting } from "./settings.ts";
import type { Talk } from "./talk.ts";
import { isPartOf } from "./whereabouts.ts";

/** `Bea was in hospital`: whoever is told of so is not there. */
const AWAY =
  /\b(?:was|were|is|are) (?:away|gone|in hospital|in bed|abroad|at (?:home|school|work))\b|\b(?:did not|didn['’]t|never) c[ao]me\b|入院|留守|来な|いなかった|を休ん/u;

/** Whoever goes is no longer there. */
export const LEAVES =
  /退院して?(?:いった|行った)|^[^。、]*(?<![にへまを][^。、]{0,6})(?:走って|駆けて)(?:いった|行った)|出て(?:いった|行った)|去って(?:いった|行った)|帰って(?:いった|行った)|旅立った|\b(?:left(?= (?:for|without|together|alone|again)\b|[.,;]|$)|drove (?:off|away)|walked (?:off|away)|ran (?:off|away)|went home|went away)\b/iu;

/** Whoever is seen from a window does not talk with those inside. */
const AT_WINDOW =
  /窓(?:から|越しに|辺で|の外を)[^。]*(?:見|眺め|のぞ|覗)|\b(?:from|through|out of) (?:the|her|his|their) (?:[a-z]+ )?window\b/iu;

/** Whoever is asked for is not in sight. */
export const ASKED_FOR =
  /[はっ](?:て)?(?:どこ|いるか|いますか|おるか|いないの|まだか)|\bwhere(?:['’]s| is| are)\b|\bseen\b/iu;

/** How long ago somebody was seen: 0 for those who are there, less for those who are not. */
export function sightings({ story, people, known, roll }: Talk): (person: Person, index: number) => number {
  const times = new Map<Person, { index: number; weight: number }[]>(people.map((person) => [person, []]));
  const then = memoriesIn(story, lexiconOf(story.language));
  const heard = heardOnly(story, people, roll);
  const isFar = (at: number) =>
    AT_WINDOW.test(story.units[at - 1]?.text ?? "") &&
    story.units[at - 1]?.paragraph === story.units[at]?.paragraph;
  const inMemory = (at: number) => then.find(({ start, end }) => start <= at && at < end);
  /** Whoever was seen last of those who are there now, not of those who are remembered. */
  const last = (count: number, index: number) =>
    latest(
      new Map(
        [...times].map(([person, seen]) => [
          person,
          seen.filter((one) => inMemory(one.index) === inMemory(index)),
        ]),
      ),
      count,
    );
  const shown = new Set(
    story.units.flatMap(({ kind, text }) =>
      kind === "narration" ? roll.mentions(text).map(({ person }) => person) : [],
    ),
  );
  /** 三人はアイスを食べていた, before any of them has a name. */
  const comingNext = (count: number, index: number) => {
    const named = story.units
      .slice(index)
      .flatMap(({ text }) => roll.mentions(text).map(({ person }) => person));
    return [...new Set(named)].slice(0, count);
  };
  for (const [index, unit] of story.units.entries()) {
    const speaker = known.get(unit.id)?.person;
    if (speaker) times.get(speaker)?.push({ index, weight: heard.has(speaker) ? -9 : 0 });
    // 二人は川原に座っていた: those who were seen last.
    const told = unit.kind === "narration" ? roll.mentions(unit.text) : [];
    const many = unit.kind === "narration" && !told.some(({ subject }) => subject) ? manyIn(unit.text) : 0;
    const together = last(many, index);
    const more = together.length < many && together.length === 0 ? comingNext(many, index) : [];
    for (const person of [...together, ...more]) times.get(person)?.push({ index, weight: -0.5 });
    const pronoun =
      unit.kind === "narration" ? /^(he|she)\b/iu.exec(unit.text)?.[1]?.toLowerCase() : undefined;
    const other = pronoun === "he" ? "female" : "male";
    const meant = pronoun && last(people.length, index).find(({ gender }) => gender !== other);
    if (meant) times.get(meant)?.push({ index, weight: -0.3 });
    // Asked of the unit once, not for each of its mentions: a line may hold thousands.
    const isSpoken = unit.kind === "speech";
    const calledHere = new Set(isSpoken ? calledIn(unit, roll) : []);
    const isAsked = isSpoken && ASKED_FOR.test(unit.text);
    const goes = AWAY.test(unit.text) || LEAVES.test(unit.text);
    const sleeps = SLEEPS.test(unit.text);
    for (const { person, subject, end } of roll.mentions(unit.text)) {
      const away = heard.has(person) || isMaker(unit.text.slice(end)) || (goes && subject);
      const called = calledHere.has(person);
      if (isAsked && !called) {
        times.get(person)?.push({ index, weight: -9 });
        continue;
      }
      // Whom nobody has seen yet is not there for being spoken of.
      // Who is never told of is only heard, by telephone or through a door.
      const unseen = times.get(person)?.length === 0 && shown.has(person);
      if (isSpoken && (!called || unseen)) continue;
      times.get(person)?.push({
        index,
        weight: away ? -9 : (sleeps && subject) || isFar(index) ? -4 : subject || called ? 0 : -1.5,
      });
    }
  }
  const breaks = breaksIn(story);
  const isApart = (from: number, to: number) =>
    breaks.some((one) => one.weight >= LATER && one.index > from && one.index <= to);
  /** Whether at most one of them has been seen before a line. */
  const isAlone = (index: number) =>
    [...times.values()].filter((seen) => seen.some((one) => one.index < index && one.weight > -4)).length <=
    1;
  return (person, index) => {
    const all = (times.get(person) ?? []).filter((one) => inMemory(one.index) === inMemory(index));
    const before = all.filter((one) => one.index < index);
    const past = before.slice(
      Math.max(
        before.length - 3,
        before.findLastIndex(({ weight }) => weight === -9),
      ),
    );
    const worths = past.map(({ index: at, weight }) => {
      const broken = breaks.findLast((one) => one.index > at && one.index <= index)?.weight ?? 0;
      return weight - Math.min(6, Math.max(0, index - at - 6) * 0.14) - broken;
    });
    const next = all.find((one) => one.index > index);
    const heard = VOICE.test(story.units[index + 1]?.text ?? "");
    const near = next ? next.index - index - (heard ? 2 : 0) : 99;
    // Whom nobody has seen yet seldom speaks before they come.
    const late = before.length === 0 ? 2 : 0;
    // Where another time has begun, those who are told of next are those who are there.
    const isBroken = breaks.some((one) => one.weight >= LATER && one.index > index - 8 && one.index <= index);
    // 「返せよ」 / 「なにを」 before either has a name: two must be there to talk.
    const answers =
      story.language === "ja" &&
      next &&
      before.length === 0 &&
      near <= 14 &&
      !isApart(index, next.index) &&
      isAlone(index);
    if (answers) return -1 - near * 0.2;
    const soon = next
      ? next.weight -
        (near <= 2
          ? story.language === "ja" && late === 0
            ? 1.5
            : 3
          : (near <= 6 ? (isBroken ? 4 : 5.5) : 8) + late)
      : -10;
    // Whoever tells a story is in it.
    const told = SELVES.test(person.name) && !inMemory(index) ? -1.5 : -10;
    return Math.max(told, worths.at(-1) ?? -10, ...worths.slice(0, -1).map((one) => one - 0.5), soon);
  };
}

/** 子どもの声がした: of whoever is about to be seen. */
const VOICE =
  /声が(?:し|聞こえ|響|飛)|\b(?:said|asked|came) a (?:small |low |deep |soft |strange )?voice\b/iu;

/** Where another time or another place begins, and how much less those are there then who were there before. */
export function breaksIn({ units, language }: Story): { index: number; weight: number }[] {
  const lexicon = lexiconOf(language);
  const breaks: { index: number; weight: number }[] = [];
  let here: Place | undefined;
  let around = "";
  for (const [index, { kind, paragraph, text }] of units.entries()) {
    const gap = paragraph > (units[index - 1]?.paragraph ?? paragraph) + 1;
    if (kind !== "narration") {
      if (gap) breaks.push({ index, weight: LATER });
      continue;
    }
    const skip = text.search(lexicon.timeSkip);
    // 窓の外では、海が…: nobody goes there.
    if (/^(?:窓の外|外)では|^Outside(?: the windows?)?, /u.test(text)) continue;
    const there = readSetting(text, lexicon).place;
    if (gap || (skip >= 0 && skip <= 6)) breaks.push({ index, weight: LATER });
    else if (
      there &&
      here &&
      there.kind !== here.kind &&
      !TOGETHER.test(text) &&
      !comesFrom(text, there) &&
      !isWithin(there, here, around)
    )
      breaks.push({ index, weight: AWAY_FROM });
    if (there) around = text;
    here = there ?? here;
  }
  return breaks;
}

/** A pond in the garden; 広場の石段に座った。… 広場に影が落ちた: the steps are part of it. */
const isWithin = (there: Place, here: Place, around: string): boolean =>
  isPartOf(there, here) || around.includes(there.name);

const [LATER, AWAY_FROM] = [5, 2.5];

/** Those who go somewhere together are all there. */
const TOGETHER =
  /\b(?:they|we|all|both|the (?:two|three|four|five) of them)\b|[二三四五]人(?:と[^、。]{1,4})?[はがで]|ふたり[はがで]|みんな|一行/iu;

/** Whoever sleeps says nothing. */
export const SLEEPS =
  /\b(?:snored|was snoring|slept|was asleep|was sleeping|dozed|snoozed)\b|眠って|寝息|いびき|寝て[いた]/iu;

const TWO = /\b(?:they|both|the two|the pair)\b|(?:二人|ふたり)(?:と[^、。]{1,4})?(?=[はがで])/iu;
const FOUR = /\bthe (?:four|five)\b(?! (?:of )?[a-z]*s\b)|[四五]人(?=[はがで])/iu;
const THREE = /\bthe (?:three|others)\b|三人(?:と[^、。]{1,4})?(?=[はがで])|みんな(?=[はがで])/iu;

const manyIn = (text: string): number =>
  FOUR.test(text) ? 4 : THREE.test(text) ? 3 : TWO.test(text) ? 2 : 0;

/** The people who were seen last, so many of them. */
const latest = (times: ReadonlyMap<Person, readonly { index: number }[]>, many: number): Person[] => {
  const all = [...times].filter(([, seen]) => seen.length > 0);
  // Who was seen in passing is hardly one of the three of them.
  const more = all.filter(([, seen]) => seen.length > 1);
  return (more.length >= many ? more : all)
    .toSorted(([, a], [, b]) => (b.at(-1)?.index ?? 0) - (a.at(-1)?.index ?? 0))
    .slice(0, many)
    .map(([person]) => person);
};
