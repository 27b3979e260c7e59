// From a request to the parameters of a session: checks the story, detects its language, fills in defaults.

import type { z } from "@hono/zod-openapi";
import { type Given, isNothing, unknownLine } from "../manga/given.ts";
import { defaultDirection, type Language } from "../manga/language.ts";
import { isHostedId, type ModelIds } from "../manga/model-ids.ts";
import { tooMuchSpeech } from "../manga/story-pages.ts";
import type { Tier } from "../manga/tier.ts";
import { parseHostedId, readinessOf, takesReferences } from "../models/hosted/settings.ts";
import { isSmall, smallDirection, writingServer } from "../models/own-models.ts";
import type { StoryReader, StorySize } from "../models/story-reader.ts";
import { artistOfTier, requireSlow, TierError } from "../models/tiers.ts";
import { today } from "../models/today.ts";
import { canonicalJson } from "../pipeline/canonical-json.ts";
import type { Limits } from "../pipeline/ledger.ts";
import type { SessionParams } from "../pipeline/params.ts";
import type { ServiceLimits } from "../pipeline/service-windows.ts";
import { chosenModels } from "./chosen-models.ts";
import { type Estimate, estimateBook } from "./estimate.ts";
import { ApiProblem } from "./problems.ts";
import type { GenerateRequestSchema } from "./session-routes.ts";

const NAMES: Record<Language, string> = { ja: "Japanese", en: "English" };

export interface PlannedGeneration {
  story: StorySize;
  /** The user's corrections as canonical JSON; undefined where there are none. */
  given: string | undefined;
  /** Includes `expected` if the models cost money. */
  params: Omit<SessionParams, "storyHash" | "given">;
  estimate: Estimate;
  /** Pages that the story needs, whatever number was requested. */
  neededPages: number;
}

export interface GenerationSettings {
  /** How long a gate waits, in minutes. Default: 30. */
  reviewMinutes?: number | undefined;
  /** The session's spending limit in force, in micro-dollars. */
  limitMicros?: number | undefined;
  /** Limits of all sessions together, where there are any. */
  service?: ServiceLimits | undefined;
}

/** The most that one session may spend on a day without other spending, in micro-dollars. */
export const lowestLimit = ({ sessionMicros, dayMicros }: Limits): number =>
  Math.min(sessionMicros, dayMicros);

const lowest = (...limits: (number | undefined)[]): number | undefined => {
  const set = limits.filter((limit) => limit !== undefined);
  return set.length === 0 ? undefined : Math.min(...set);
};

/**
 * Throws `ApiProblem` (422) when the text cannot be used, or the models cannot be reached, (400) for `auto` in the cloud, and what the
 * reader throws.
 */
export async function planGeneration(
  request: z.infer<typeof GenerateRequestSchema>,
  reader: StoryReader,
  { reviewMinutes = 30, limitMicros }: GenerationSettings = {},
): Promise<PlannedGeneration> {
  const story = await usableStory(request.text, reader);
  const given = await usableGiven(request.given, story, reader);
  const told = story.language;
  const language = request.language ?? told;
  const { ids: chosen, notices } = await chosenModels(request.models);
  const { tier, slow } = request;
  const models = withTier(chosen, { tier, slow });
  refuseTranslation({ told, language, reader: models.reader });
  refuseUnreachable(models);
  refuseSmallDirection(models);
  refuseStrips(request.style, models);
  const { title, pages, style, artDirection, colorMode, genre, seed, review, formats, budgetMicros } =
    request;
  // The offline reader drops no spoken line and adds pages for the rest.
  const isWhole = !isHostedId(models.reader);
  const usual = isWhole ? story.fullPages : story.pages;
  const neededPages = usual[style === "yonkoma" ? style : "manga"];
  const made = estimateBook({
    pages: pages ?? neededPages,
    models,
    ...{ tier, slow, isPrinted: request.formats.includes("print-pdf") },
    limitMicros: lowest(budgetMicros, limitMicros),
  });
  if (isWhole) refuseTooMuchSpeech(story, made.pages);
  const said = notices(made.pages);
  const estimate = { ...made, ...(said.length === 0 ? {} : { notices: said }) };
  const { enoughMicros } = estimate;
  return {
    ...{ story, given },
    params: {
      title,
      pages,
      language,
      ...(told === language ? {} : { storyLanguage: told }),
      direction: request.direction ?? defaultDirection(language),
      style,
      artDirection,
      ...(colorMode === "color" ? { colorMode } : {}),
      ...(request.dropPunctuation ? { dropPunctuation: true as const } : {}),
      ...(request.experimental.length > 0 ? { experimental: request.experimental } : {}),
      genre,
      seed,
      models,
      ...(takesReferences(models.artist) ? { sheets: true as const } : {}),
      coverApart: true,
      ...(tier === "standard" ? {} : { tier }),
      ...(slow ? { slow: true as const } : {}),
      review,
      reviewTimeoutMinutes: request.reviewTimeoutMinutes ?? reviewMinutes,
      formats,
      budgetMicros,
      ...(estimate.priceMicros === 0 ? {} : { expected: { pages: estimate.pages, enoughMicros } }),
    },
    ...{ estimate, neededPages },
  };
}

/** The plot phase would fail with the same message, but only after the concept and every portrait. */
function refuseTooMuchSpeech({ fewestPages }: StorySize, pages: number): void {
  const detail = tooMuchSpeech(fewestPages, pages);
  if (detail !== undefined)
    throw new ApiProblem(422, "story-too-long", `pages: ${detail}`, { field: "pages" });
}

/** The models with the tier's artist. Throws `ApiProblem` (422) for a tier or a lane that they do not have. */
function withTier(models: ModelIds, { tier, slow }: { tier: Tier; slow: boolean }): ModelIds {
  try {
    const artist = artistOfTier(models.artist, tier, { today: today() });
    if (slow) requireSlow([...Object.values(models), artist], today());
    return { ...models, artist };
  } catch (error) {
    throw problemOfTier(error);
  }
}

/** Converts a `TierError` to a 422 problem with its message; returns any other error unchanged. */
export function problemOfTier(error: unknown): unknown {
  if (!(error instanceof TierError)) return error;
  const { field, message } = error;
  return new ApiProblem(422, `${field}-unsupported`, `${field}: ${message}`, { field });
}

/** Unreachable models are refused before the start, not after half a book. */
function refuseUnreachable(models: ModelIds): void {
  const { missing } = readinessOf(Object.values(models), today());
  if (missing.length > 0) {
    throw new ApiProblem(422, "models-unreachable", `models: ${missing.join("; ")}`, { field: "models" });
  }
}

/** The director is first called after the concept, every portrait and the plot. */
function refuseSmallDirection({ director }: ModelIds): void {
  const server = writingServer(parseHostedId(director)?.model ?? "");
  if (server === undefined || !isSmall(server)) return;
  throw new ApiProblem(422, "models-unreachable", `models: ${smallDirection(director)}`, { field: "models" });
}

/** Hosted models have no prompts for 4-koma strips yet. */
function refuseStrips(style: string, { reader, director }: ModelIds): void {
  const hosted = [reader, director].find(isHostedId);
  if (style !== "yonkoma" || hosted === undefined) return;
  const detail = `style: ${hosted} does not write yonkoma; choose models that begin with offline/code, or another style`;
  throw new ApiProblem(422, "style-unsupported", detail, { field: "style" });
}

/** Throws `ApiProblem` (422) for a text that cannot become a book, and what the reader throws. */
export async function usableStory(raw: string, reader: StoryReader): Promise<StorySize> {
  const survey = await reader.survey(raw);
  if (survey.kind === "usable") return survey;
  if (survey.kind === "unusable") {
    throw new ApiProblem(422, "story-unusable", `text: ${survey.reason}`, { field: "text" });
  }
  const detail = "text: the story is neither Japanese nor English";
  throw new ApiProblem(422, "language-unsupported", detail, { field: "text" });
}

/** Checks that the corrected lines are lines of the story. */
async function usableGiven(
  given: Given | undefined,
  { text, language }: StorySize,
  reader: StoryReader,
): Promise<string | undefined> {
  if (given === undefined || isNothing(given)) return undefined;
  if (given.speakers.length > 0) {
    const { units } = await reader.segment({ text, language, renames: [] });
    const unknown = unknownLine(given, units);
    const detail = `given.speakers: ${unknown} is no spoken line of this story; read it again (POST /api/v1/manga/reading) and take the ids from there`;
    if (unknown !== undefined)
      throw new ApiProblem(422, "invalid-request", detail, { field: "given.speakers" });
  }
  return canonicalJson(given);
}

/** The offline models do not translate, so the book's language must be the story's. */
function refuseTranslation({
  told,
  language,
  reader,
}: {
  told: Language;
  language: Language;
  reader: string;
}): void {
  if (told === language || isHostedId(reader)) return;
  throw new ApiProblem(
    422,
    "language-mismatch",
    `language: the story is ${NAMES[told]}, not ${NAMES[language]}; the offline models do not translate`,
    { field: "language" },
  );
}
