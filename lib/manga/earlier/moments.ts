// Upgrades moments of the closed form. Listed names become words. Prose beside them is kept word for word in a field that has room for it,
// or else added to the sentence that says what happens. No fact is derived from prose.
import * as z from "zod";
import type { Acting, Held, Thing } from "../moment.ts";
import { OpenWordSchema } from "../staging.ts";

export const EarlierActingSchema = z.looseObject({
  character: z.string(),
  pose: z.string(),
  expression: z.string(),
  holds: z.string().nullish(),
  alsoHolds: z.string().optional(),
  unarmed: z.boolean().optional(),
  words: z.string().optional(),
});

/** Fields that beats and pictures share. */
export const EARLIER_MOMENT = {
  props: z.array(z.string()),
  things: z.string().optional(),
  effects: z.array(z.string()),
  action: z.string(),
};

/** A character's acting, and the prose for which no field has room. */
export function upgradeActing({
  character,
  pose,
  expression,
  holds,
  alsoHolds,
  unarmed,
  words,
}: z.infer<typeof EarlierActingSchema>): { acting: Acting; prose: string[] } {
  const said = words === undefined ? pose : pose === "stand" ? words : `${pose}, ${words}`;
  const fits = isWord(said);
  const hands: Held[] = [holds, alsoHolds].flatMap((what) => (what ? [{ what }] : []));
  const acting = {
    ...{ character, doing: fits ? said : pose, feeling: expression, hands },
    ...(unarmed === true && { without: ["sword"] }),
  };
  return { acting, prose: fits || words === undefined ? [] : [words] };
}

/** The things of a moment, and its sentence with all prose for which no field has room. */
export function upgradeMoment(
  { props, things: said, action }: { props: string[]; things?: string | undefined; action: string },
  prose: readonly string[],
): { things: Thing[]; action: string } {
  const isThing = said !== undefined && isWord(said);
  const things = [...props, ...(isThing ? [said] : [])].slice(0, 16).map((what) => ({ what }));
  const told = [action, ...prose, ...(said === undefined || isThing ? [] : [said])];
  return { things, action: told.filter((sentence) => sentence !== "").join(" ") };
}

const isWord = (text: string): boolean => OpenWordSchema.safeParse(text).success;
