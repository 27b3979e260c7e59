// The fields about a visible character in questions on beats and panels, and the conversion of an answer to an `Acting`: in the answer's
// words, with ids instead of names.
import * as z from "zod";
import type { Person } from "../../manga/concept.ts";
import type { Acting } from "../../manga/moment.ts";
import type { RepairCounter } from "../hosted/text-question.ts";
import { exactPerson, type FindPerson, personFinder } from "./named-people.ts";
import { openWord, parseHands, wordsIn } from "./open-words.ts";

/** Required in questions on beats and panels; an empty text means "not told". */
export const ACTING = {
  who: z.string().describe("id"),
  doing: z.string().describe("what they do, a few English words: reads a letter"),
  feeling: z.string().describe("what their face shows, one to three English words"),
  gaze: z.string().describe("where they look: up, away, back, or an id; empty if not told"),
  hands: z
    .string()
    .describe(
      "things in their hands, English nouns parted by semicolons, in brackets how, unless simply held: umbrella (over the head); cart (pushed); empty if none",
    ),
};

/** Optional fields in questions on beats. An absent field means "not told". */
export const ACTING_FACTS = {
  where: z.string().describe("where in the place: at a table, in a doorway; empty if not told"),
  posture: z.string().optional().describe("the body, if doing leaves it open: kneeling, astride, curled up"),
  face: z.string().optional().describe("what the face does: yawns, eyes shut"),
  seat: z.string().optional().describe("what they sit on"),
  mount: z.string().optional().describe("what they ride: an English noun or an id"),
  carriedBy: z.string().optional().describe("id of who carries them"),
  leads: z.string().optional().describe("whom they lead by hand or rope: an English noun or an id"),
  to: z.string().optional().describe("id of whom they do it to"),
  without: z.string().optional().describe("what of their clothes or gear they have lost by now"),
};

const ActingAnswerSchema = z.object({ ...ACTING, ...ACTING_FACTS }).partial({ where: true });
export type ActingAnswer = z.infer<typeof ActingAnswerSchema>;

/** Default deed and feeling where nothing is told. */
const DEFAULT_ACTING = { doing: "stand", feeling: "calm" } as const;
const MOST = { face: 4, where: 4, without: 4 } as const;

/** Looks up ids of characters by the names in answers. */
export interface PeopleLookup {
  /** For fields that must name a character: counts a repair where they do not. */
  find: FindPerson;
  /** The id of a character whose id or name is exactly the text; undefined for any other text. */
  exact(told: string): string | undefined;
  repairs: RepairCounter;
}

export const peopleLookup = (people: readonly Person[], repairs: RepairCounter): PeopleLookup => ({
  ...{ find: personFinder(people), exact: exactPerson(people), repairs },
});

/** Undefined where `who` is not a known character. */
export function actingOf(told: ActingAnswer, { find, exact, repairs }: PeopleLookup): Acting | undefined {
  const character = find(told.who, repairs);
  if (character === undefined) return undefined;
  /** The id of a character, or the text for anything else. A character cannot look at, ride or lead themselves. */
  const idOrWord = (text: string | undefined) => {
    const word = openWord(text);
    const id = word === undefined ? undefined : exact(word);
    return id === character ? undefined : (id ?? word);
  };
  const idOf = (text: string | undefined) => {
    const word = openWord(text);
    const id = word === undefined ? undefined : find(word, repairs);
    return id === character ? undefined : id;
  };
  const [gaze, mount, leads] = [told.gaze, told.mount, told.leads].map(idOrWord);
  const [carriedBy, to] = [told.carriedBy, told.to].map(idOf);
  const [posture, seat] = [told.posture, told.seat].map(openWord);
  const [face, where, without] = (["face", "where", "without"] as const).map((key) =>
    wordsIn(told[key], MOST[key]),
  );
  return {
    character,
    doing: openWord(told.doing) ?? DEFAULT_ACTING.doing,
    ...(posture !== undefined && { posture }),
    feeling: openWord(told.feeling) ?? DEFAULT_ACTING.feeling,
    ...(filled(face) && { face }),
    ...(gaze !== undefined && { gaze }),
    hands: parseHands(told.hands),
    ...(filled(where) && { where }),
    ...(seat !== undefined && { seat }),
    ...(mount !== undefined && { mount }),
    ...(carriedBy !== undefined && { carriedBy }),
    ...(leads !== undefined && { leads }),
    ...(to !== undefined && { to }),
    ...(filled(without) && { without }),
  };
}

const filled = (words: string[] | undefined): words is string[] => words !== undefined && words.length > 0;

/** Each character of a list once, at most `most`. */
export function actingsOf(told: readonly ActingAnswer[], most: number, known: PeopleLookup): Acting[] {
  const seen = new Map<string, Acting>();
  for (const one of told) {
    const acting = actingOf(one, known);
    if (acting === undefined) continue;
    if (seen.has(acting.character)) known.repairs.count("a person listed twice");
    else seen.set(acting.character, acting);
  }
  if (seen.size > most) known.repairs.count("more items than asked");
  return [...seen.values()].slice(0, most);
}
