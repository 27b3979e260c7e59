// From a request to the parameters of a session: the story checked, its language recognised, defaults filled in.

import type { z } from "@hono/zod-openapi";
import { defaultDirection, type Language } from "../manga/language.ts";
import { isHostedId, type ModelIds } from "../manga/model-ids.ts";
import { tooMuchSpeech } from "../manga/story-pages.ts";
import { parseHostedId, readinessOf } from "../models/hosted/settings.ts";
import { isSmall, smallDirection, writingServer } from "../models/own-models.ts";
import type { StoryReader, StorySize } from "../models/story-reader.ts";
import { today } from "../models/today.ts";
import type { Limits } from "../pipeline/ledger.ts";
import type { SessionParams } from "../pipeline/params.ts";
import { chosenModels } from "./chosen-models.ts";
import { type Estimate, estimateBook } from "./estimate.ts";
import { ApiProblem } from "./problems.ts";
import type { GenerateRequestSchema } from "./session-routes.ts";

const NAMES: Record<Language, string> = { ja: "Japanese", en: "English" };

export interface PlannedGeneration {
  story: StorySize;
  /** `expected` is among them where the models cost money. */
  params: Omit<SessionParams, "storyHash">;
  estimate: Estimate;
}

export interface GenerationSettings {
  /** How long a gate waits where the request does not say; 30 by default. */
  reviewMinutes?: number | undefined;
  /** The most that a session may spend here, in micro-dollars. */
  limitMicros?: number | undefined;
}

/** The most that one session may spend where nothing else was spent on that day, in micro-dollars. */
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
  const told = story.language;
  const language = request.language ?? told;
  const { ids: models, notices } = await chosenModels(request.models);
  refuseTranslation({ told, language, reader: models.reader });
  refuseUnreachable(models);
  refuseSmallDirection(models);
  refuseStrips(request.style, models);
  const { title, pages, style, artDirection, colorMode, genre, seed, review, formats, budgetMicros } =
    request;
  // Our own reader leaves out no spoken line, and makes pages for all the rest.
  const isWhole = !isHostedId(models.reader);
  const usual = isWhole ? story.fullPages : story.pages;
  const made = estimateBook({
    pages: pages ?? usual[style === "yonkoma" ? style : "manga"],
    models,
    limitMicros: lowest(budgetMicros, limitMicros),
  });
  if (isWhole) refuseTooMuchSpeech(story, made.pages);
  const said = notices(made.pages);
  const estimate = { ...made, ...(said.length === 0 ? {} : { notices: said }) };
  const { enoughMicros } = estimate;
  return {
    story,
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
      review,
      reviewTimeoutMinutes: request.reviewTimeoutMinutes ?? reviewMinutes,
      formats,
      budgetMicros,
      ...(estimate.priceMicros === 0 ? {} : { expected: { pages: estimate.pages, enoughMicros } }),
    },
    estimate,
  };
}

/** The plot would end with the same words: after the concept and every portrait. */
function refuseTooMuchSpeech({ fewestPages }: StorySize, pages: number): void {
  const detail = tooMuchSpeech(fewestPages, pages);
  if (detail !== undefined)
    throw new ApiProblem(422, "story-too-long", `pages: ${detail}`, { field: "pages" });
}

/** What cannot be asked is refused now, not after half a book. */
function refuseUnreachable(models: ModelIds): void {
  const { missing } = readinessOf(Object.values(models), today());
  if (missing.length > 0) {
    throw new ApiProblem(422, "models-unreachable", `models: ${missing.join("; ")}`, { field: "models" });
  }
}

/** A director's first question comes after the concept, every portrait and the plot. */
function refuseSmallDirection({ director }: ModelIds): void {
  const server = writingServer(parseHostedId(director)?.model ?? "");
  if (server === undefined || !isSmall(server)) return;
  throw new ApiProblem(422, "models-unreachable", `models: ${smallDirection(director)}`, { field: "models" });
}

/** Models of others are not taught to write strips yet. */
function refuseStrips(style: string, { reader, director }: ModelIds): void {
  const hosted = [reader, director].find(isHostedId);
  if (style !== "yonkoma" || hosted === undefined) return;
  const detail = `style: ${hosted} does not write yonkoma; choose models that begin with offline/code, or another style`;
  throw new ApiProblem(422, "style-unsupported", detail, { field: "style" });
}

async function usableStory(raw: string, reader: StoryReader): Promise<StorySize> {
  const survey = await reader.survey(raw);
  if (survey.kind === "usable") return survey;
  if (survey.kind === "unusable") {
    throw new ApiProblem(422, "story-unusable", `text: ${survey.reason}`, { field: "text" });
  }
  const detail = "text: the story is neither Japanese nor English";
  throw new ApiProblem(422, "language-unsupported", detail, { field: "text" });
}

/** The offline models do not translate: a book is made in its story's own language. */
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
