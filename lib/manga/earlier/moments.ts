// What beats and pictures of the closed form showed. Listed names become words; what was said beside them in prose stays prose: it is
// taken as it is where a field has room for it, and else joins the sentence that says what happens. No fact is read out of it.
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

/** Members that beats and pictures share. */
export const EARLIER_MOMENT = {
  props: z.array(z.string()),
  things: z.string().optional(),
  effects: z.array(z.string()),
  action: z.string(),
};

/** Somebody as they act, and the prose that no field has room for. */
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

/** Things of a moment, and its sentence with all prose that no field has room for. */
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
