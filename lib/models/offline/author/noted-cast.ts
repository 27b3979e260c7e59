// What a writer's own notes on the cast tell of somebody: that they are somebody, how old, woman or man, what kind of being.

import type { CastNote, Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { findCues, firstCue } from "../words/cues.ts";
import { ageIn } from "./ages.ts";
import type { Candidate, Roster } from "./evidence.ts";
import type { Lexicon } from "./lexicon.ts";

/** Enough to be taken for a person whatever else the text says. */
const SURE = 8;

/** Puts those of the list who occur in the text on the roster. */
export function noteCast(roster: Roster, { units, cast }: Story, lexicon: Lexicon): void {
  for (const note of cast ?? []) {
    const first = units.findIndex(({ text, label }) => text.includes(note.name) || label === note.name);
    if (first >= 0)
      roster.note(note.name, first, { type: "name", score: SURE, mentions: 1, ...traitsOf(note, lexicon) });
  }
}

/** The notes on somebody, in the writer's words. */
export function notesOn({ cast }: Story, names: readonly string[]): string {
  return (cast ?? [])
    .filter(({ name }) => names.includes(name))
    .map(({ notes }) => notes)
    .join(" ");
}

/** What the notes on somebody tell of them; it holds whatever else the text seems to say. */
export function notedTraits(
  { cast }: Story,
  names: readonly string[],
  lexicon: Lexicon,
): Pick<Candidate, "kind" | "age" | "gender"> {
  const notes = (cast ?? []).filter(({ name }) => names.includes(name));
  return Object.assign({}, ...notes.map((note) => traitsOf(note, lexicon)));
}

function traitsOf({ notes }: CastNote, lexicon: Lexicon): Pick<Candidate, "kind" | "age" | "gender"> {
  const age = ageIn(notes) ?? firstCue(notes, lexicon.ages);
  const gender = genderIn(notes);
  const kind = kindIn(notes, lexicon);
  return { ...(age ? { age } : {}), ...(gender ? { gender } : {}), ...(kind ? { kind } : {}) };
}

function genderIn(notes: string): Person["gender"] | undefined {
  if (
    /少女|女(?:の子|性|子)|[娘母姉妹妻]|\b(?:girl|woman|female|she|her|daughter|mother|sister)\b/iu.test(
      notes,
    )
  )
    return "female";
  if (/少年|男(?:の子|性|子)|[父兄弟夫]|侍|\b(?:boy|man|male|he|his|son|father|brother)\b/iu.test(notes))
    return "male";
  return undefined;
}

/** A note that begins with what somebody is: `a black cat`, 黒猫。; one who likes cats is none. */
function kindIn(notes: string, lexicon: Lexicon): Person["kind"] | undefined {
  const first = notes.split(/[、。,.;]/u).find((clause) => !/\d|歳/u.test(clause)) ?? "";
  const cue = findCues(first, lexicon.kinds).at(-1);
  return cue && cue.at + cue.text.length === first.trim().length ? cue.value : undefined;
}
