// The visible facts of one moment: who does what with what, and what else is there. A reader finds them in the text, a director passes them
// to the panels that show them, and an artist draws them. No visible fact is in prose alone.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { GuessSchema, OpenWordSchema } from "./staging.ts";

/** A thing in a hand, on a shoulder, or pushed. */
export const HeldSchema = z.object({
  what: OpenWordSchema,
  /**
   * How it is held, unless simply in the hand: `over the head`, `before the eye`, `on the back`, `over the shoulder`, `round the
   * shoulders`, `gripped`, `pushed`, `together` (held with another character), `kept` (from an earlier moment).
   */
  how: OpenWordSchema.optional(),
});
export type Held = z.infer<typeof HeldSchema>;

/** What a character does and feels in a moment. An absent field is not told by the story. */
export const ActingSchema = z.object({
  character: CharacterIdSchema,
  /** Id of one of the character's outfits; absent: the scene's outfit. */
  outfit: z.string().optional(),
  /** The deed: `stand`, `walk`, `read`, `sharpens a scythe`. */
  doing: OpenWordSchema,
  /** Body posture where `doing` does not imply it: `astride`, `curled up`, `on a ladder`, `afloat`. */
  posture: OpenWordSchema.optional(),
  /** Facial expression: `calm`, `worried`, `proud of the cake`. */
  feeling: OpenWordSchema,
  /** Further states of the face: `yawns`, `eyes shut`, `one eye open`, `breath seen`. */
  face: z.array(OpenWordSchema).max(4).optional(),
  /** Direction of the gaze: `up`, `back`, `away`, or a character's id. */
  gaze: OpenWordSchema.optional(),
  /** At most two things for two hands, and things worn or pushed. */
  hands: z.array(HeldSchema).max(4),
  /** Position in the place: `at a table`, `in a doorway`, `on a wall`. */
  where: z.array(OpenWordSchema).max(4).optional(),
  /** What a sitting character sits on: `barrel`, `swing`, `wheelchair`. */
  seat: OpenWordSchema.optional(),
  /** What the character rides: a kind of animal or vehicle, or a character's id. */
  mount: OpenWordSchema.optional(),
  /** The character who carries this one on the back or in the arms. */
  carriedBy: CharacterIdSchema.optional(),
  /** What the character leads by hand or rope: an animal, or a character's id. */
  leads: OpenWordSchema.optional(),
  /** The character to whom the deed is done. */
  to: CharacterIdSchema.optional(),
  /** Parts of the outfit that the character has lost: `sword`. */
  without: z.array(OpenWordSchema).max(4).optional(),
});
export type Acting = z.infer<typeof ActingSchema>;

/** Anything visible besides the cast: a thing, an animal outside the cast, a crowd, smoke. */
export const ThingSchema = z.object({
  what: OpenWordSchema,
  /** How many, where the text tells of more than one. */
  count: z.int().min(2).max(99).optional(),
  /** Where: `on the sill`, `on the wall`, `in a cage`, `under a shoe`. */
  where: OpenWordSchema.optional(),
  /** What it does, or what is done with it: `flies`, `lies`, `rings`, `thrown`, `slides open`. */
  how: OpenWordSchema.optional(),
  /** Its condition: `cracked`, `huge`, `empty`. */
  state: OpenWordSchema.optional(),
  /** Shown in close shots only. */
  near: z.literal(true).optional(),
  /** Id of its owner. */
  whose: CharacterIdSchema.optional(),
});
export type Thing = z.infer<typeof ThingSchema>;

/** The facts that beats and pictures share, without the characters. */
export const MOMENT = {
  things: z.array(ThingSchema).max(16),
  /** The ground, where it differs from what the place usually has: `snow`, `mud`. */
  ground: OpenWordSchema.optional(),
  /** The light, where hour and place do not imply it: `none`, `a candle`, `lit windows`, `lighthouse dark`. */
  light: OpenWordSchema.optional(),
  /** Effects, by their usual names: `speed`, `focus`, `impact`, `flash`, `gloom`, `sparkle`, `petals`, `steam`, `sweat`. */
  effects: z.array(OpenWordSchema).max(4),
  /** What happens, in one sentence, for people and for models that read prose. It states no fact that the other fields lack. */
  action: z.string(),
  /**
   * Which facts are guesses. The fields then hold the best guess, and a director shows less: a plain view of the place, characters from
   * behind or far away, a neutral deed, balloons without tails. Absent: the text states everything.
   */
  guessed: z.array(GuessSchema).max(5).optional(),
};

/** The things in a character's hands, in words. */
export const inHandsOf = ({ hands }: Pick<Acting, "hands">): string[] => hands.map(({ what }) => what);
