// What a line has somebody do to whose face it is said: "You're holding the handlebars wrong." They are in its picture, and do it.

import { firstCue } from "../words/cues.ts";
import { feltIn } from "./acting.ts";
import type { Draft, Memory } from "./draft.ts";
import { OUTCOMES } from "./grip-words.ts";
import { gripsIn, heldBy } from "./grips.ts";
import type { Lexicon } from "./lexicon.ts";
import { findThings } from "./thing-cues.ts";

type Someone = Draft["people"][number];

const DOING =
  /(?<!\b(?:[Ii]f|[Ww]hen|[Ww]hile|[Uu]nless|[Uu]ntil|that|think|thought|know|knew|like|say|said|where|what) )\b(?:[Yy]ou['’]re|[Yy]ou are|[Aa]re you) (?:just |still |really )?(?<words>[a-z]+ing\b[^.!?;]*)/u;

/** Poses in which somebody may be while another speaks of it. */
const SEEN = /^(?:sit|kneel|crouch|lie|hold|carry|hands-on-face|point)$/u;

type Told = Omit<Someone, "character" | "expression"> &
  Partial<Pick<Someone, "expression">> & { words: string; props: Draft["props"] };

/** What the line has its hearer do; nothing where the words give no body anything to do. */
export function toldToFace(line: string, lexicon: Lexicon): Told | undefined {
  const words = DOING.exec(line)?.groups?.words;
  if (words === undefined) return undefined;
  const grip = heldBy(gripsIn(words, lexicon));
  const posed = firstCue(words, lexicon.poses);
  const pose = posed !== undefined && SEEN.test(posed) ? posed : grip && OUTCOMES[grip.deed].pose;
  const expression = feltIn(words, lexicon);
  if (pose === undefined && expression === undefined) return undefined;
  return {
    ...{ words, pose: pose ?? "stand" },
    ...(expression ? { expression } : {}),
    ...(grip ? { holds: grip.thing } : {}),
    props: findThings(words, lexicon).map(({ value }) => value),
  };
}

/** A talk with the one whom a line of it is said to, who does what it says and has it before them. */
export function withHearer(beat: Draft, { recent, seen }: Memory, lexicon: Lexicon): Draft {
  const speakers = new Set(beat.lines.flatMap(({ speaker }) => speaker ?? []));
  const told = beat.lines.flatMap(({ text }) => toldToFace(text, lexicon) ?? [])[0];
  if (!told || speakers.size !== 1) return beat;
  const others = beat.people.filter(({ character }) => !speakers.has(character));
  const last = recent.findLast((person) => seen.has(person) && !speakers.has(person.id));
  const there = others.length > 0 ? others[0] : last && { character: last.id, expression: "calm" as const };
  if (!there || others.length > 1) return beat;
  const { words, props, ...acts } = told;
  const hearer = { ...there, ...acts };
  return {
    ...beat,
    people: [...beat.people.filter(({ character }) => character !== hearer.character), hearer],
    props: [...new Set([...beat.props, ...props])],
    action: `${beat.action} (${words})`,
  };
}
