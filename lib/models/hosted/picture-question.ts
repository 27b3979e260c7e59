// The question that asks a hosted model for a picture: the prompt of a telling, the portraits that the model takes as references, the
// aspect ratio that is nearest to the picture's own.
import type { Character } from "../../manga/cast.ts";
import type { DrawRequest } from "../artist.ts";
import { catalogModel } from "../catalog.ts";
import { type Shown, usually } from "../prompts/design-words.ts";
import { freeWords } from "../prompts/free-words.ts";
import { panelPrompt } from "../prompts/panel/prompt.ts";
import { portraitPrompt } from "../prompts/portrait/prompt.ts";
import type { Part, Question } from "./model.ts";
import type { Telling } from "./picture-outcomes.ts";
import { nearestRatio } from "./shape.ts";

const SIZE = "1K";
/** People whose likeness the models keep, whatever the catalog says: https://ai.google.dev/gemini-api/docs/image-generation */
const MOST_PEOPLE = 4;
const MOST_SEED = 2 ** 31;

/** Throws a RangeError for a model that makes no pictures. */
function imagesOf(model: string) {
  const { images } = catalogModel(model);
  if (images === undefined) throw new RangeError(`${model} makes no images`);
  return images;
}

/** `4:3`: of those that the model makes, the nearest to the picture's own. */
export function ratioFor(model: string, { width, height }: DrawRequest): string {
  return nearestRatio(width, height, imagesOf(model).aspectRatios);
}

/** Whether a picture can be sent back to the model with an instruction. */
export const takesPictures = (model: string) => imagesOf(model).references.things > 0;

/** Who is in a picture as it is told, the most important first. */
export function shownIn(request: DrawRequest, telling: Telling): Shown[] {
  if (request.kind === "portrait") return [usually(request.design)];
  if (telling === "scenery") return [];
  const people = panelPrompt.people(request);
  return telling === "gentle" ? people.slice(0, 1) : people;
}

/** `seed` is added to the request's. */
export function pictureQuestion(
  model: string,
  request: DrawRequest,
  { telling, seed }: { telling: Telling; seed: number },
): Question {
  const most = Math.min(imagesOf(model).references.people, MOST_PEOPLE);
  const references =
    request.kind === "portrait"
      ? []
      : shownIn(request, telling)
          .flatMap(({ design }) => {
            const portrait = request.portraits.get(design.id);
            return portrait === undefined ? [] : [{ design, portrait }];
          })
          .slice(0, most);
  const labelled = references.flatMap(({ design, portrait }, index): Part[] => {
    const name = telling === "moment" ? freeWords(design.name) : "the person";
    return [{ text: `Reference picture ${index + 1}: ${name}` }, portrait];
  });
  const prompt = promptOf(
    request,
    telling,
    references.map(({ design }) => design),
  );
  return questionOf(model, request, { parts: [...labelled, { text: prompt }], seed });
}

/** Sends a picture back with one instruction, so that all else stays as it is. */
export function unletteringQuestion(
  model: string,
  request: DrawRequest,
  { picture, seed }: { picture: { bytes: Uint8Array; contentType: string }; seed: number },
): Question {
  const { bytes, contentType } = picture;
  const parts: Part[] = [{ text: "The picture:" }, { bytes, contentType }, { text: UNLETTERING }];
  return questionOf(model, request, { parts, seed });
}

const UNLETTERING =
  "Take the lettering away: fill the place of every letter, number, balloon and sound effect with the drawing around it, and leave signs and pages blank. Keep all else exactly as it is: people, faces, things, lines, tones and framing.";

function promptOf(request: DrawRequest, telling: Telling, references: readonly Character[]): string {
  if (request.kind === "portrait") return portraitPrompt.compose(request, { gentle: telling !== "moment" });
  switch (telling) {
    case "moment":
      return panelPrompt.moment(request, references);
    case "gentle":
      return panelPrompt.gentle(request, references);
    case "scenery":
      return panelPrompt.scenery(request);
  }
}

function questionOf(
  model: string,
  request: DrawRequest,
  { parts, seed }: { parts: readonly Part[]; seed: number },
): Question {
  return {
    task: "picture",
    of: request.kind,
    turns: [{ role: "user", parts }],
    wanted: { kind: "image", aspectRatio: ratioFor(model, request), size: SIZE },
    seed: (request.seed + seed) % MOST_SEED,
  };
}
