// The question about a finished picture: faces and mouths for the tails of balloons, areas that words must keep clear, and possible faults:
// too many heads, a person unlike their sheet, hands, writing, a frame, an area for words that is not empty.
import * as z from "zod";
import type { TextQuestion } from "../../hosted/text-question.ts";
import { designWords, type Shown } from "../design-words.ts";
import { DATA_RULE } from "../prompt.ts";

/** Coordinates in thousandths of the picture, as the models are trained: ymin, xmin, ymax, xmax. */
const ThousandthSchema = z.int().min(0).max(1000);
const BoxSchema = z.array(ThousandthSchema).length(4);

/** Observations come before conclusions, because models write in this order. */
export const InspectionAnswerSchema = z.object({
  faces: z.array(
    z.object({
      character: z.string().min(1),
      box: BoxSchema,
      /** Order: y, x. */
      mouth: z.array(ThousandthSchema).length(2),
      /** Likeness to the character's reference: 2 the same, 1 similar, 0 another person. */
      likeness: z.int().min(0).max(2).describe("0 (somebody else) to 2 (the same)"),
      badHands: z.boolean(),
    }),
  ),
  heads: z.int().min(0),
  keep: z.array(z.object({ box: BoxSchema })).max(6),
  letters: z.boolean(),
  /** Empty if there is no writing. */
  lettersWhere: z.string(),
  border: z.boolean(),
  zoneClear: z.boolean(),
});
export type InspectionAnswer = z.infer<typeof InspectionAnswerSchema>;

const SYSTEM = `You look at one picture, the first, and say what is where. Boxes are [ymin, xmin, ymax, xmax] in thousandths of its height and width; mouth is [y, x]. Pictures after it are references: how somebody should look.
- faces: for each of people that you can recognise, with its id, the box of the face (of the head, from behind) and the middle of the mouth. likeness: 2 for the person of their reference in face, hair and clothes, 1 if some of it differs, 0 for somebody else; 2 where people names no reference. badHands: true if a hand of theirs has too many, too few or fused fingers. Leave out who is not to be seen.
- heads: how many people, and beings that people names, show their head in the picture, from behind too. Those on posters, statues and a crowd far away do not count.
- keep: up to six boxes of what the picture is about and must not be covered: hands, held things, what is looked at.
- letters: true if there is any writing in the picture: letters, numbers, balloons with text, sound effects. lettersWhere: where it is, as upper left; empty if there is none.
- border: true if a frame is drawn along the edges of the picture.
- zoneClear: true if the part that zone names is plain and nearly empty, or no zone is named.`;

/** The subject of the question. */
export interface InspectionSubject {
  picture: { bytes: Uint8Array; contentType: string };
  /** Characters who may be in the picture. */
  people: readonly Shown[];
  /** Sheets of some of these characters. */
  sheets: readonly { of: string; bytes: Uint8Array; contentType: string }[];
  /** The area that words will cover; empty if none will. */
  zone: string;
}

export function inspectionQuestion({
  picture: { bytes, contentType },
  people,
  sheets,
  zone,
}: InspectionSubject): TextQuestion<InspectionAnswer, InspectionAnswer> {
  return {
    ...{ name: "the look at a picture", task: "look", language: "en", seed: 0 },
    // Only one try: without an answer the picture is accepted uninspected.
    ...{ answer: InspectionAnswerSchema, maxOutputTokens: 2_048, tries: 1 },
    prompt: {
      system: `${SYSTEM}\n${DATA_RULE.en}`,
      data: {
        task: "look",
        people: people.map((shown) => {
          const at = sheets.findIndex(({ of }) => of === shown.design.id);
          const reference = at < 0 ? {} : { reference: at + 1 };
          return { id: shown.design.id, ...reference, look: designWords(shown) };
        }),
        ...(zone !== "" && { zone }),
      },
      pictures: [
        { bytes, contentType },
        ...sheets.map((sheet, index) => ({
          ...{ label: `Reference ${index + 1}:`, bytes: sheet.bytes, contentType: sheet.contentType },
        })),
      ],
    },
    complete: (output) => ({ kind: "whole", output }),
  };
}
