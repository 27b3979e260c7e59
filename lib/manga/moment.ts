// What can be seen of one moment, as facts: who does what with what, and what else is there. A reader finds them in the text, a director
// hands them on to the panels that show them, and an artist draws them. Nothing that is seen is in prose alone.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { GuessSchema, OpenWordSchema } from "./staging.ts";

/** Something in a hand, on a shoulder or before whoever pushes it. */
export const HeldSchema = z.object({
  what: OpenWordSchema,
  /** How they have it, where it is not simply in the hand: `over the head`, `before the eye`, `on the back`, `over the shoulder`,
   * `round the shoulders`, `gripped`, `pushed`, `together` (with somebody else who has it too), `kept` (from before). */
  how: OpenWordSchema.optional(),
});
export type Held = z.infer<typeof HeldSchema>;

/** What somebody does and feels in a moment. Absent fields are not told. */
export const ActingSchema = z.object({
  character: CharacterIdSchema,
  /** Id of one of their outfits; absent: the one of the scene. */
  outfit: z.string().optional(),
  /** What they do: `stand`, `walk`, `read`, `sharpens a scythe`. */
  doing: OpenWordSchema,
  /** How the body is meanwhile, where `doing` leaves it open: `astride`, `curled up`, `on a ladder`, `afloat`. */
  posture: OpenWordSchema.optional(),
  /** What the face shows: `calm`, `worried`, `proud of the cake`. */
  feeling: OpenWordSchema,
  /** What the face does besides: `yawns`, `eyes shut`, `one eye open`, `breath seen`. */
  face: z.array(OpenWordSchema).max(4).optional(),
  /** Where they look: `up`, `back`, `away`, or the id of somebody. */
  gaze: OpenWordSchema.optional(),
  /** At most two things for two hands, and what is worn or pushed. */
  hands: z.array(HeldSchema).max(4),
  /** Where they are in the place: `at a table`, `in a doorway`, `on a wall`. */
  where: z.array(OpenWordSchema).max(4).optional(),
  /** What whoever sits has under them: `barrel`, `swing`, `wheelchair`. */
  seat: OpenWordSchema.optional(),
  /** What they ride: a kind of animal or vehicle, or the id of somebody. */
  mount: OpenWordSchema.optional(),
  /** Who has them on the back or in the arms. */
  carriedBy: CharacterIdSchema.optional(),
  /** The animal, or the id of somebody, whom they lead by hand or rope. */
  leads: OpenWordSchema.optional(),
  /** Whom it is done to, where it is done to somebody: an id. */
  to: CharacterIdSchema.optional(),
  /** What of their outfit they have lost by now: `sword`. */
  without: z.array(OpenWordSchema).max(4).optional(),
});
export type Acting = z.infer<typeof ActingSchema>;

/** A thing, an animal that is nobody of the cast, a crowd, smoke: whatever is seen besides people of the cast. */
export const ThingSchema = z.object({
  what: OpenWordSchema,
  /** How many, where it is more than one and told. */
  count: z.int().min(2).max(99).optional(),
  /** Where: `on the sill`, `on the wall`, `in a cage`, `under a shoe`. */
  where: OpenWordSchema.optional(),
  /** What it does, or what is done with it: `flies`, `lies`, `rings`, `thrown`, `slides open`. */
  how: OpenWordSchema.optional(),
  /** What it is like: `cracked`, `huge`, `empty`. */
  state: OpenWordSchema.optional(),
  /** Is seen only in a look from near. */
  near: z.literal(true).optional(),
  /** Whose it is. */
  whose: CharacterIdSchema.optional(),
});
export type Thing = z.infer<typeof ThingSchema>;

/** The facts that beats and pictures share, besides who is there. */
export const MOMENT = {
  things: z.array(ThingSchema).max(16),
  /** What is underfoot, where it is not what the place has anyway: `snow`, `mud`. */
  ground: OpenWordSchema.optional(),
  /** What lights it, where hour and place leave it open: `none`, `a candle`, `lit windows`, `lighthouse dark`. */
  light: OpenWordSchema.optional(),
  /** What the air is full of, in the field's terms: `speed`, `focus`, `impact`, `flash`, `gloom`, `sparkle`, `petals`, `steam`, `sweat`. */
  effects: z.array(OpenWordSchema).max(4),
  /** What happens, in one sentence: for people, and for models that read prose. No fact is in it alone. */
  action: z.string(),
  /**
   * Which of its facts are guesses. The fields then hold the best guess, and a director shows less: the place's plain view, people from
   * behind or far off, a neutral deed, balloons without a tail. Absent: everything is told.
   */
  guessed: z.array(GuessSchema).max(5).optional(),
};

/** What somebody in a picture or beat has in their hands, in words. */
export const inHandsOf = ({ hands }: Pick<Acting, "hands">): string[] => hands.map(({ what }) => what);
