// The question that asks a hosted model for a picture: the reference pictures that the model takes, each after a label of its own, then the
// prompt of a telling; the aspect ratio that is nearest to the picture's own, and its size.
import type { DrawRequest, Sent } from "../artist.ts";
import { catalogModel } from "../catalog.ts";
import type { ImageSize } from "../catalog-schema.ts";
import { type Shown, usually } from "../prompts/design-words.ts";
import { panelPrompt } from "../prompts/panel/prompt.ts";
import { referenceLabel } from "../prompts/references.ts";
import { placePrompt, platePrompt, portraitPrompt, sheetPrompt } from "../prompts/sheet/prompt.ts";
import type { Part, Question } from "./model.ts";
import type { Telling } from "./picture-outcomes.ts";
import { nearestRatio } from "./shape.ts";

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

/** How many pictures a model takes along with a question; undefined where it takes none. */
export function referencesOf(model: string): { people: number; things: number } | undefined {
  const { people, things } = imagesOf(model).references;
  return people + things === 0 ? undefined : { people: Math.min(people, MOST_PEOPLE), things };
}

/** Of the pictures that go along, those that the model takes, in their order. */
export function takenBy(model: string, references: readonly Sent[]): Sent[] {
  const left = { ...(referencesOf(model) ?? { people: 0, things: 0 }) };
  return references.filter(({ role }) => {
    const kind = role === "person" ? "people" : "things";
    left[kind] -= 1;
    return left[kind] >= 0;
  });
}

/** Who is in a picture as it is told, the most important first. */
export function shownIn(request: DrawRequest, telling: Telling): Shown[] {
  switch (request.kind) {
    case "portrait":
      return [usually(request.design)];
    case "panel": {
      if (telling === "scenery") return [];
      const people = panelPrompt.people(request);
      return telling === "gentle" ? people.slice(0, 1) : people;
    }
    // Nobody's balloon has a tail in these.
    case "sheet":
    case "place":
    case "plate":
      return [];
  }
}

/** `seed` is added to the request's. */
export function pictureQuestion(
  model: string,
  request: DrawRequest,
  { telling, seed }: { telling: Telling; seed: number },
): Question {
  const sent = takenBy(model, sentFor(request, telling));
  const labelled = sent.flatMap(({ bytes, contentType, role }, index): Part[] => [
    { text: referenceLabel({ role }, index + 1) },
    { bytes, contentType },
  ]);
  return questionOf(model, request, {
    parts: [...labelled, { text: promptOf(request, telling, sent) }],
    seed,
  });
}

/** The pictures of those who are in a picture as it is told, and all that is nobody's. */
function sentFor(request: DrawRequest, telling: Telling): readonly Sent[] {
  if (request.kind === "portrait" || request.kind === "plate") return [];
  if (request.kind !== "panel") return request.references;
  const shown = new Set(shownIn(request, telling).map(({ design }) => design.id));
  return request.references.filter(({ role, of = "" }) =>
    role === "person" ? shown.has(of) : telling === "moment" || role === "style",
  );
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

function promptOf(request: DrawRequest, telling: Telling, sent: readonly Sent[]): string {
  const gentle = telling !== "moment";
  switch (request.kind) {
    case "portrait":
      return portraitPrompt(request, { gentle });
    case "sheet":
      return sheetPrompt({ ...request, references: sent }, { gentle });
    case "place":
      return placePrompt({ ...request, references: sent });
    case "plate":
      return platePrompt(request);
    case "panel":
      return panelPrompt[telling](request, sent);
  }
}

/** Pictures that are mostly seen small have the smallest size that every model makes. */
function sizeOf(model: string, request: DrawRequest): ImageSize {
  const isLarge = request.kind === "panel" && request.large === true && request.draft !== true;
  return isLarge && imagesOf(model).sizes["2K"] !== undefined ? "2K" : "1K";
}

function questionOf(
  model: string,
  request: DrawRequest,
  { parts, seed }: { parts: readonly Part[]; seed: number },
): Question {
  return {
    task: "picture",
    of: request.kind === "portrait" || request.kind === "sheet" ? "portrait" : "panel",
    turns: [{ role: "user", parts }],
    wanted: { kind: "image", aspectRatio: ratioFor(model, request), size: sizeOf(model, request) },
    seed: (request.seed + seed) % MOST_SEED,
  };
}
