// The question that asks a hosted model for a picture: the reference pictures that the model takes, each after a label of its own, then the
// prompt of a telling; the aspect ratio that is nearest to the picture's own, and its size.
import type { Character } from "../../manga/cast.ts";
import type { DrawRequest, PanelRequest, Sent } from "../artist.ts";
import { catalogModel } from "../catalog.ts";
import type { ImageSize } from "../catalog-schema.ts";
import { beingWords, type Shown, usually } from "../prompts/design-words.ts";
import { panelPrompt } from "../prompts/panel/prompt.ts";
import { must, paragraph } from "../prompts/paragraph.ts";
import { referenceLabel, referredTo } from "../prompts/references.ts";
import { placePrompt, platePrompt, portraitPrompt, sheetPrompt } from "../prompts/sheet/prompt.ts";
import type { Part, Question } from "./model.ts";
import { type Fault, instructionFor, wordsFor } from "./picture-faults.ts";
import type { Telling } from "./picture-outcomes.ts";
import { nearestRatio, type Picture } from "./shape.ts";

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

/** The design of somebody in a picture. */
function designOf(request: DrawRequest, id: string): Character | undefined {
  if (request.kind === "panel") return request.cast.find((one) => one.id === id);
  return request.kind === "portrait" || request.kind === "sheet" ? request.design : undefined;
}

interface Asked {
  telling: Telling;
  /** Added to the request's. */
  seed: number;
  /** What was wrong with the picture that this one is for. */
  faults?: readonly Fault[];
}

export function pictureQuestion(
  model: string,
  request: DrawRequest,
  { telling, seed, faults = [] }: Asked,
): Question {
  const sent = takenBy(model, sentFor(request, telling));
  const labelled = sent.flatMap(({ bytes, contentType, role }, index): Part[] => [
    { text: referenceLabel({ role }, index + 1) },
    { bytes, contentType },
  ]);
  return questionOf(model, request, {
    parts: [...labelled, { text: promptOf(request, { telling, sent, faults }) }],
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

/** Sends a picture back with one instruction, so that all else stays as it is; with somebody's sheet, where it is about them. */
export function editQuestion(
  model: string,
  request: DrawRequest,
  { picture, fault, seed }: { picture: Picture; fault: Fault; seed: number },
): Question {
  const { bytes, contentType } = picture;
  const about = "character" in fault ? fault.character : undefined;
  const references = request.kind === "panel" ? request.references : [];
  const sheets = takenBy(
    model,
    references.filter(({ role, of }) => role === "person" && of !== undefined && of === about),
  ).slice(0, 1);
  const instruction = instructionFor(fault, (id) => calledIn(request, sheets, id));
  const parts: Part[] = [
    ...[{ text: "The picture:" }, { bytes, contentType }],
    ...sheets.flatMap((sheet): Part[] => [
      { text: referenceLabel(sheet, 1) },
      { bytes: sheet.bytes, contentType: sheet.contentType },
    ]),
    { text: instruction },
  ];
  return questionOf(model, request, { parts, seed });
}

/** Somebody, by the number of their reference or by what they are: never by name. */
function calledIn(request: DrawRequest, sent: readonly Sent[], id: string): string {
  const design = designOf(request, id);
  if (design === undefined) return "the person";
  return referredTo(sent, design) ?? `the ${beingWords(design)}`;
}

interface Told {
  telling: Telling;
  sent: readonly Sent[];
  faults: readonly Fault[];
}

function promptOf(request: DrawRequest, { telling, sent, faults }: Told): string {
  const instead = wordsFor(faults, (id) => calledIn(request, sent, id));
  if (request.kind === "panel") return panelPrompt[telling](request, sent, instead);
  const prompt = plainPromptOf(request, { gentle: telling !== "moment", sent });
  return instead === "" ? prompt : `${prompt} ${paragraph([[must(instead)]])}`;
}

function plainPromptOf(
  request: Exclude<DrawRequest, PanelRequest>,
  { gentle, sent }: { gentle: boolean; sent: readonly Sent[] },
): string {
  switch (request.kind) {
    case "portrait":
      return portraitPrompt(request, { gentle });
    case "sheet":
      return sheetPrompt({ ...request, references: sent }, { gentle });
    case "place":
      return placePrompt({ ...request, references: sent });
    case "plate":
      return platePrompt(request);
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
