// The fields about visible things in questions on beats and panels, and the conversion of an answer to `Thing`s.
import * as z from "zod";
import type { Thing } from "../../manga/moment.ts";
import type { RepairCounter } from "../hosted/text-question.ts";
import { openWord } from "./open-words.ts";

export const ThingAnswerSchema = z.object({
  what: z.string().describe("English noun"),
  where: z.string().describe("where: on the sill; empty if not told"),
  how: z.string().describe("what it does or is done with it: flies, slides open; empty if nothing"),
  state: z.string().describe("what it is like: cracked, huge, with a red saddle; empty if not told"),
  count: z.number().describe("how many"),
});
export type ThingAnswer = z.infer<typeof ThingAnswerSchema>;

/** The limit of `ThingSchema`. */
const MOST_OF_ONE = 99;

/** Things in the answer's words, at most `most`. */
export function thingsOf(told: readonly ThingAnswer[], most: number, repairs: RepairCounter): Thing[] {
  const things = told.flatMap(({ count, ...words }): Thing[] => {
    const [what, where, how, state] = [words.what, words.where, words.how, words.state].map(openWord);
    if (what === undefined) return [];
    const number = Math.round(Number.isFinite(count) ? count : 1);
    return [
      {
        what: what.replace(/^(?:an?|the) (?=\S)/iu, ""),
        ...(number >= 2 && { count: Math.min(MOST_OF_ONE, number) }),
        ...(where !== undefined && { where }),
        ...(how !== undefined && { how }),
        ...(state !== undefined && { state }),
      },
    ];
  });
  if (things.length < told.length) repairs.count("empty strings");
  if (things.length > most) repairs.count("more items than asked");
  return things.slice(0, most);
}

/** A thing in the answer's form. */
export const thingAnswer = ({ what, where = "", how = "", state = "", count = 1 }: Thing): ThingAnswer => ({
  ...{ what, where, how, state, count },
});
