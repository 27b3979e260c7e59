// The look: what is in a picture that an image model made. Faces and mouths for the tails of balloons, the parts that words must
// leave free, and whether letters slipped in.
import * as z from "zod";
import type { TextQuestion } from "../../hosted/text-question.ts";
import { designWords, type Shown } from "../design-words.ts";
import { DATA_RULE } from "../prompt.ts";

/** Thousandths of the picture, as the models are used to: ymin, xmin, ymax, xmax. */
const ThousandthSchema = z.int().min(0).max(1000);
const BoxSchema = z.array(ThousandthSchema).length(4);

export const LookAnswerSchema = z.object({
  faces: z.array(
    z.object({
      character: z.string().min(1),
      box: BoxSchema,
      /** y, x. */
      mouth: z.array(ThousandthSchema).length(2),
    }),
  ),
  keep: z.array(z.object({ box: BoxSchema })).max(6),
  letters: z.boolean(),
});
export type LookAnswer = z.infer<typeof LookAnswerSchema>;

const SYSTEM = `You look at one picture and say what is where. Boxes are [ymin, xmin, ymax, xmax] in thousandths of its height and width; mouth is [y, x].
- faces: for each of people that you can recognise, the box of the face and the middle of the mouth, with its id. Leave out who is not to be seen.
- keep: up to six boxes of what the picture is about and must not be covered: hands, held things, what is looked at.
- letters: true if there is any writing in the picture: letters, numbers, balloons with text, sound effects.`;

export function lookQuestion(
  picture: { bytes: Uint8Array; contentType: string },
  people: readonly Shown[],
): TextQuestion<LookAnswer, LookAnswer> {
  const { bytes, contentType } = picture;
  return {
    ...{ name: "the look at a picture", task: "look", language: "en", seed: 0 },
    ...{ answer: LookAnswerSchema, maxOutputTokens: 2_048 },
    prompt: {
      system: `${SYSTEM}\n${DATA_RULE.en}`,
      data: {
        task: "look",
        people: people.map((shown) => ({ id: shown.design.id, look: designWords(shown) })),
      },
      pictures: [{ bytes, contentType }],
    },
    complete: (output) => ({ kind: "whole", output }),
  };
}
