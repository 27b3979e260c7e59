// Builds the question for a picture: the reference pictures that the model takes, each after its own label, then the prompt of a variant;
// the nearest aspect ratio, and the size.
import type { Character } from "../../manga/cast.ts";
import { type DrawRequest, type EditRequest, type PanelRequest, type Sent, withinLimits } from "../artist.ts";
import { catalogModel } from "../catalog.ts";
import type { ImageEdits, ImageSize } from "../catalog-schema.ts";
import { beingWords, inUsualOutfit, type Shown } from "../prompts/design-words.ts";
import { ownWords } from "../prompts/free-words.ts";
import { panelPrompt } from "../prompts/panel/prompt.ts";
import { paragraph, required } from "../prompts/paragraph.ts";
import { UNLETTERED } from "../prompts/picture-words.ts";
import { referenceLabel, referredTo } from "../prompts/references.ts";
import { placePrompt, platePrompt, portraitPrompt, sheetPrompt } from "../prompts/sheet/prompt.ts";
import type { Part, Question } from "./model.ts";
import { type Fault, instructionFor, wordsFor } from "./picture-faults.ts";
import type { PromptVariant } from "./picture-outcomes.ts";
import { nearestRatio, type Picture } from "./shape.ts";

/** The most people whose likeness the models keep, whatever the catalog allows: https://ai.google.dev/gemini-api/docs/image-generation */
const MOST_PEOPLE = 4;
const MOST_SEED = 2 ** 31;

/** Throws `RangeError` for a model that makes no images. */
function imagesOf(model: string) {
  const { images } = catalogModel(model);
  if (images === undefined) throw new RangeError(`${model} makes no images`);
  return images;
}

/** The model's aspect ratio nearest to the picture's: `4:3`. */
export function ratioFor(model: string, { width, height }: DrawRequest): string {
  return nearestRatio(width, height, imagesOf(model).aspectRatios);
}

/** Whether a picture can be sent back to the model with an instruction. */
export const takesPictures = (model: string) => imagesOf(model).references.things > 0;

/** How a model edits a part of a picture; undefined where it cannot. */
export function editsOf(model: string): ImageEdits | undefined {
  const { edits, references } = imagesOf(model);
  return edits ?? (references.things > 0 ? "picture" : undefined);
}

/** The most reference pictures of a model; undefined where it takes none. */
export function referencesOf(model: string): { people: number; things: number } | undefined {
  const { people, things } = imagesOf(model).references;
  return people + things === 0 ? undefined : { people: Math.min(people, MOST_PEOPLE), things };
}

/** The references that the model takes, in their order. */
export function acceptedReferences(model: string, references: readonly Sent[]): Sent[] {
  return withinLimits(references, referencesOf(model) ?? { people: 0, things: 0 });
}

/** The characters in a variant of a picture, the most important first. */
export function shownIn(request: DrawRequest, telling: PromptVariant): Shown[] {
  switch (request.kind) {
    case "portrait":
      return [inUsualOutfit(request.design)];
    case "panel": {
      if (telling === "scenery") return [];
      const people = panelPrompt.people(request);
      return telling === "gentle" ? people.slice(0, 1) : people;
    }
    case "edit":
      return shownIn(request.panel, telling);
    // These pictures have no balloons, so no mouths are needed.
    case "sheet":
    case "place":
    case "plate":
      return [];
  }
}

/** The design of a character in a picture. */
function designOf(request: DrawRequest, id: string): Character | undefined {
  if (request.kind === "panel") return request.cast.find((one) => one.id === id);
  return request.kind === "portrait" || request.kind === "sheet" ? request.design : undefined;
}

interface Asked {
  telling: PromptVariant;
  /** Added to the request's seed. */
  seed: number;
  /** Faults of the picture that this one replaces. */
  faults?: readonly Fault[];
}

export function pictureQuestion(
  model: string,
  request: DrawRequest,
  { telling, seed, faults = [] }: Asked,
): Question {
  if (request.kind === "edit") return editQuestion(model, request, seed);
  const sent = acceptedReferences(model, sentFor(request, telling));
  const labelled = sent.flatMap((one, index): Part[] => [
    { text: referenceLabel(one, index + 1) },
    { bytes: one.bytes, contentType: one.contentType },
  ]);
  return questionOf(model, request, {
    parts: [...labelled, { text: promptOf(request, { telling, sent, faults }) }],
    seed,
  });
}

/** The request as recorded for users; the last text is the prompt. */
export function recordedRequest(
  model: string,
  request: DrawRequest,
  take: { telling: PromptVariant; seed: number },
): { prompt: string; model: string; size: string; sent: readonly Sent[] } {
  const { turns, wanted } = pictureQuestion(model, request, take);
  const texts = turns.flatMap(({ parts }) => parts.flatMap((part) => ("text" in part ? part.text : [])));
  const sent = request.kind === "edit" ? [] : acceptedReferences(model, sentFor(request, take.telling));
  return { prompt: texts.at(-1) ?? "", model, size: wanted.kind === "image" ? wanted.size : "", sent };
}

/**
 * One instruction about a picture in the form that the model takes: a mask, a copy with the area marked, or the area in words. A model that
 * only repaints by a description also gets the description of the whole picture.
 */
function editQuestion(model: string, request: EditRequest, seed: number): Question {
  const { picture, area: { mask, clear, marked, where } = {} } = request;
  const way = editsOf(model);
  const takesMask = way === "mask" || way === "repaint";
  const room = referencesOf(model)?.things ?? 0;
  const isMarked = !takesMask && marked !== undefined && room > 1;
  const parts: Part[] = [
    ...(way === "repaint" ? [] : [{ text: "The picture to change:" }]),
    picture,
    ...(isMarked ? [{ text: "The same picture, with the area to change marked in red:" }, marked] : []),
  ];
  const area = isMarked
    ? "Change nothing outside the area that is marked in red, and draw no red there."
    : where === undefined
      ? ""
      : `Change nothing but the ${where} of the picture.`;
  const wish = ownWords(request.instruction).replace(/[.。]$/u, "");
  const text =
    way === "repaint"
      ? `${wish}. ${panelPrompt.moment(request.panel, [])}`
      : [`Change this picture: ${wish}.`, area, KEPT, `${UNLETTERED}.`].filter((one) => one !== "").join(" ");
  const question = questionOf(model, request, { parts: [...parts, { text }], seed });
  return { ...question, edit: { ...(takesMask && mask && { mask, ...(clear && { clear }) }) } };
}

const KEPT = "Keep all else exactly as it is: people, faces, things, lines, tones and framing.";

/** The references of the characters in a variant, and all references of other roles. */
function sentFor(request: DrawRequest, telling: PromptVariant): readonly Sent[] {
  if (request.kind === "portrait" || request.kind === "plate") return [];
  if (request.kind !== "panel") return request.references;
  const shown = new Set(shownIn(request, telling).map(({ design }) => design.id));
  return request.references.filter(({ role, of = "" }) =>
    role === "person" ? shown.has(of) : telling === "moment" || role === "style",
  );
}

/**
 * Sends a picture back with one instruction, so that everything else stays the same; with a character's sheet, if the fault is about them.
 */
export function repairQuestion(
  model: string,
  request: DrawRequest,
  { picture, fault, seed }: { picture: Picture; fault: Fault; seed: number },
): Question {
  const { bytes, contentType } = picture;
  const about = "character" in fault ? fault.character : undefined;
  const references = request.kind === "panel" ? request.references : [];
  const sheets = acceptedReferences(
    model,
    references.filter(({ role, of }) => role === "person" && of !== undefined && of === about),
  ).slice(0, 1);
  const instruction = instructionFor(fault, (id) => wordsForPerson(request, sheets, id));
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

/** The words for a character: the number of their reference, or what they are; never the name. */
function wordsForPerson(request: DrawRequest, sent: readonly Sent[], id: string): string {
  const design = designOf(request, id);
  if (design === undefined) return "the person";
  return referredTo(sent, design) ?? `the ${beingWords(design)}`;
}

interface Told {
  telling: PromptVariant;
  sent: readonly Sent[];
  faults: readonly Fault[];
}

function promptOf(request: DrawRequest, { telling, sent, faults }: Told): string {
  const instead = wordsFor(faults, (id) => wordsForPerson(request, sent, id));
  if (request.kind === "panel") {
    if (request.prompt !== undefined && telling === "moment") {
      return instead === ""
        ? ownWords(request.prompt)
        : `${ownWords(request.prompt)} ${paragraph([[required(instead)]])}`;
    }
    return panelPrompt[telling](request, sent, instead);
  }
  const prompt = plainPromptOf(request, { gentle: telling !== "moment", sent });
  return instead === "" ? prompt : `${prompt} ${paragraph([[required(instead)]])}`;
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
    case "edit":
      throw new RangeError("an edit has no prompt; use editQuestion");
  }
}

/** Pictures that are mostly shown small have the smallest size that every model makes. */
function sizeOf(model: string, request: DrawRequest): ImageSize {
  const panel = request.kind === "edit" ? request.panel : request;
  const isLarge = panel.kind === "panel" && panel.large === true && request.draft !== true;
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
