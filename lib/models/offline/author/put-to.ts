// Whom a line is put to: whoever the sentence beside it has somebody look at, turn to, serve or ask.

import type { StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Roll } from "./mentions.ts";

/** 健は真由に、を見て、のほうを: what follows whoever something is done to. */
const DONE_TO_JA = /^(?:の(?:ほう|方|顔|目|前|肩|隣|頭|腕|背中?|手|頬|額|袖|耳|胸)?)?[にをへ]/u;

/** Object pronouns of English and whom they can stand for. */
const OBJECT_EN =
  /\b(?:to|at|of|by|for|with|on|gave|handed|passed|asked|told|beside|towards?) (him\b|her\b(?! [a-z]))/iu;

/** The people whom the sentence right before a line, or the rest of the line's own sentence, turns to. */
export function putTo(units: readonly StoryUnit[], index: number, roll: Roll): Person[] {
  const [before, line, after] = [units[index - 1], units[index], units[index + 1]];
  if (!line) return [];
  const lead = before?.kind === "narration" && line.paragraph - before.paragraph <= 1 ? before : undefined;
  const tag = after?.kind === "narration" && after.paragraph === line.paragraph ? after : undefined;
  const asked =
    tag && lead && lead.paragraph < line.paragraph && /\?$/u.test(line.text)
      ? toldOf(units, index, roll)
      : [];
  return [
    ...asked,
    ...[lead, tag].flatMap((told) => (told ? objectsOf(told, units.slice(0, index), roll) : [])),
  ];
}

/** The only one of whom the paragraph before a question tells: it is put to them. */
function toldOf(units: readonly StoryUnit[], index: number, roll: Roll): Person[] {
  const paragraph = units[index - 1]?.paragraph;
  const told = units
    .slice(Math.max(0, index - 8), index)
    .filter((unit) => unit.kind === "narration" && unit.paragraph === paragraph)
    .flatMap(({ text }) => roll.mentions(text))
    .filter(({ subject }) => subject);
  const people = [...new Set(told.map(({ person }) => person))];
  return people.length === 1 ? people : [];
}

function objectsOf({ text }: StoryUnit, earlier: readonly StoryUnit[], roll: Roll): Person[] {
  const mentions = roll.mentions(text);
  const subject = mentions.find((one) => one.subject)?.person;
  if (!subject) return [];
  const others = mentions.filter(({ person }) => person !== subject);
  if (/\p{Script=Han}|\p{Script=Hiragana}/u.test(text))
    return others
      .filter(({ end, subject: acts }) => !acts && DONE_TO_JA.test(text.slice(end)))
      .map(({ person }) => person);
  const named = others.filter(({ subject: acts, at }) => !acts && TOWARDS_EN.test(text.slice(0, at)));
  if (named.length > 0) return named.map(({ person }) => person);
  const gender = OBJECT_EN.exec(text)?.[1]?.toLowerCase();
  if (gender === undefined) return [];
  const wanted = gender === "him" ? "male" : "female";
  const meant = earlier
    .filter(({ kind }) => kind === "narration")
    .flatMap((unit) => roll.mentions(unit.text))
    .findLast(({ person, subject: acts }) => acts && person !== subject && person.gender === wanted);
  return meant ? [meant.person] : [];
}

const TOWARDS_EN = /\b(?:to|at|towards?|gave|handed|passed|asked|told|of|beside) (?:the |her |his |my )?$/iu;
