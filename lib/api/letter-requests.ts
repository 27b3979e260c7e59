// Edits of lettering as requests state them. `LetterEdit` is what they become; lengths are in units of 0.1 mm, sizes in points.
import { z } from "@hono/zod-openapi";
import { CharacterIdSchema } from "../manga/concept.ts";
import { PlaceOnPageSchema, SoundSetSchema, TextSetSchema } from "../manga/hand-lettering.ts";
import { type LetterEdit, LONGEST_SOUND, MOST_WORDS } from "../manga/letter-edits.ts";
import { SoundSchema, VoiceSchema } from "../manga/plot.ts";
import { WordSchema } from "../manga/storyboard.ts";
import { PanelId } from "./route-parts.ts";

const id = (letters: string) =>
  z
    .string()
    .max(16)
    .regex(new RegExp(`^k\\d+/[${letters}]\\d+$`));

const words = z.string().trim().min(1).max(500);
const speaker = CharacterIdSchema.max(12).nullable();
const ruby = z.strictObject({
  at: z.int().min(0).max(500),
  length: z.int().min(1).max(500),
  text: z.string().trim().min(1).max(60),
});
const byLettering = "null: decided by the lettering.";
const { tail, emphasis, ...choices } = TextSetSchema.shape;
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable();

const TextFields = z
  .strictObject({
    text: words.optional(),
    as: WordSchema.shape.kind.optional(),
    voice: VoiceSchema.optional(),
    speaker: speaker.optional(),
    ruby: z.array(ruby).max(40).optional().describe("All readings of the text."),
    at: orNull(PlaceOnPageSchema).optional().describe(`The middle of the text on the page; ${byLettering}`),
    shape: orNull(choices.shape.unwrap()).optional(),
    font: orNull(choices.font.unwrap()).optional(),
    size: orNull(choices.size.unwrap())
      .optional()
      .describe("Of its letters, in points; kept even where the text does not fit."),
    weight: orNull(choices.weight.unwrap()).optional(),
    width: orNull(choices.width.unwrap())
      .optional()
      .describe("Of the balloon; it is never smaller than its letters."),
    height: orNull(choices.height.unwrap()).optional(),
    tail: orNull(tail.unwrap())
      .optional()
      .describe(`The tip of the tail on the page, or \`none\`; ${byLettering}`),
    join: orNull(choices.join.unwrap())
      .optional()
      .describe("Whether the balloon is joined to that of the text before it."),
    emphasis: orNull(emphasis.unwrap()).optional().describe("Characters with emphasis marks."),
  })
  .refine((fields) => Object.keys(fields).length > 0, "at least one field is needed");

const sound = SoundSetSchema.shape;
const SoundFields = z
  .strictObject({
    text: SoundSchema.shape.text.optional(),
    loudness: SoundSchema.shape.loudness.optional(),
    hard: SoundSchema.shape.hard.optional(),
    at: orNull(sound.at.unwrap())
      .optional()
      .describe(`The middle of its letters on the page; ${byLettering}`),
    angle: orNull(sound.angle.unwrap()).optional().describe("Degrees clockwise."),
    size: orNull(sound.size.unwrap()).optional(),
    font: orNull(sound.font.unwrap()).optional(),
    weight: orNull(sound.weight.unwrap()).optional(),
    vertical: orNull(sound.vertical.unwrap()).optional(),
  })
  .refine((fields) => Object.keys(fields).length > 0, "at least one field is needed");

const StyleFields = z
  .strictObject({
    font: orNull(choices.font.unwrap()).optional(),
    size: orNull(choices.size.unwrap()).optional(),
    weight: orNull(choices.weight.unwrap()).optional(),
  })
  .refine((fields) => Object.keys(fields).length > 0, "at least one field is needed");

const LetterEditSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("text"), text: id("w"), change: TextFields }),
    z.strictObject({ kind: z.literal("sound"), sound: id("s"), change: SoundFields }),
    z
      .strictObject({
        kind: z.literal("add"),
        panel: PanelId,
        as: z.enum([...WordSchema.shape.kind.options, "sound"]),
        text: words,
        voice: VoiceSchema.optional(),
        speaker: speaker.optional(),
        at: PlaceOnPageSchema.optional(),
        after: z
          .string()
          .max(8)
          .regex(/^w\d+$/)
          .optional(),
      })
      .refine(({ as, text }) => as !== "sound" || text.length <= LONGEST_SOUND, {
        path: ["text"],
        message: `a sound has at most ${LONGEST_SOUND} characters`,
      }),
    z.strictObject({
      kind: z.literal("style"),
      of: z
        .string()
        .max(12)
        .regex(/^(book|c\d+)$/)
        .describe("All lines of a person, by the person's id, or of the `book`. A line's own choice wins."),
      change: StyleFields,
    }),
    z.strictObject({ kind: z.literal("delete"), text: id("ws") }),
    z.strictObject({
      kind: z.literal("order"),
      panel: PanelId,
      texts: z
        .array(
          z
            .string()
            .max(8)
            .regex(/^w\d+$/),
        )
        .min(1)
        .max(MOST_WORDS.texts * 4),
    }),
  ])
  .openapi("LetterEdit") satisfies z.ZodType<LetterEdit>;

/** More than a person makes before they look at the page. */
const MOST_EDITS = 100;

export const LetterEdits = z
  .array(LetterEditSchema)
  .min(1)
  .max(MOST_EDITS)
  .describe("All or none, each on the page that the one before left. No picture is made for them.");
