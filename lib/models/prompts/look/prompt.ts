// The look: what is in a picture that an image model made. Faces and mouths for the tails of balloons, the parts that words must
// leave free, and whether letters slipped in.
import * as z from "zod";
import type { CharacterDesign } from "../../../manga/cast.ts";
import { designWords } from "../picture-words.ts";
import { DATA_RULE, type Prompt } from "../prompt.ts";

/** Thousandths of the picture, as the models are used to: ymin, xmin, ymax, xmax. */
const BoxSchema = z.array(z.int().min(0).max(1000)).length(4);

export const LookAnswerSchema = z.object({
  faces: z.array(
    z.object({
      character: z.string(),
      box: BoxSchema,
      /** y, x. */
      mouth: z.array(z.int().min(0).max(1000)).length(2),
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

export const lookPrompt = {
  compose(cast: readonly CharacterDesign[]): Prompt {
    return {
      system: `${SYSTEM}\n${DATA_RULE.en}`,
      data: { task: "look", people: cast.map((design) => ({ id: design.id, look: designWords(design) })) },
    };
  },
};
