// From a request to the parameters of a session: the story checked, its language recognised, defaults filled in.

import type { z } from "@hono/zod-openapi";
import { normalizeStory, StoryUnusableError } from "../manga/decode-story.ts";
import { detectLanguage } from "../manga/detect-language.ts";
import { defaultDirection, type Language } from "../manga/language.ts";
import { segmentStory } from "../manga/segment.ts";
import { parseHostedId, readinessOf } from "../models/hosted/settings.ts";
import { MODEL_SETS, type ModelSet } from "../models/model-sets.ts";
import { today } from "../models/today.ts";
import type { SessionParams } from "../pipeline/params.ts";
import { type Estimate, estimateBook } from "./estimate.ts";
import { ApiProblem } from "./problems.ts";
import type { GenerateRequestSchema } from "./session-routes.ts";

const NAMES: Record<Language, string> = { ja: "Japanese", en: "English" };

/** Throws `ApiProblem` (422) when the text cannot be used, or the models cannot be reached. */
export function planGeneration(
  request: z.infer<typeof GenerateRequestSchema>,
  { reviewMinutes = 30 }: { reviewMinutes?: number | undefined } = {},
): {
  text: string;
  params: Omit<SessionParams, "storyHash">;
  estimate: Estimate;
} {
  const text = usableText(request.text);
  const told = languageOf(text);
  const language = request.language ?? told;
  refuseTranslation({ told, language, models: request.models });
  refuseEmpty(text, told);
  refuseUnreachable(request.models);
  refuseStrips(request);
  const { title, pages, style, colorMode, genre, seed, review, formats, models, budgetMicros } = request;
  return {
    text,
    params: {
      title,
      pages,
      language,
      ...(told === language ? {} : { storyLanguage: told }),
      direction: request.direction ?? defaultDirection(language),
      style,
      ...(colorMode === "color" ? { colorMode } : {}),
      ...(request.dropPunctuation ? { dropPunctuation: true as const } : {}),
      ...(request.experimental.length > 0 ? { experimental: request.experimental } : {}),
      genre,
      seed,
      models: MODEL_SETS[models],
      review,
      reviewTimeoutMinutes: request.reviewTimeoutMinutes ?? reviewMinutes,
      formats,
      budgetMicros,
    },
    estimate: estimateBook(text, { language: told, pages, models }),
  };
}

/** What cannot be asked is refused now, not after half a book. */
function refuseUnreachable(models: ModelSet): void {
  const { writer, artist } = MODEL_SETS[models];
  const { missing } = readinessOf([writer, artist], today());
  if (missing.length > 0) {
    throw new ApiProblem(422, "models-unreachable", `models: ${missing.join("; ")}`, { field: "models" });
  }
}

/** Models of others are not taught to write strips yet. */
function refuseStrips({ style, models }: z.infer<typeof GenerateRequestSchema>): void {
  const { writer } = MODEL_SETS[models];
  if (style !== "yonkoma" || parseHostedId(writer) === undefined) return;
  const detail = `style: ${writer} does not write yonkoma; choose models that begin with offline, or another style`;
  throw new ApiProblem(422, "style-unsupported", detail, { field: "style" });
}

function usableText(raw: string): string {
  try {
    return normalizeStory(raw);
  } catch (error) {
    if (error instanceof StoryUnusableError) {
      throw new ApiProblem(422, "story-unusable", `text: ${error.message}`, { field: "text" });
    }
    throw error;
  }
}

/** A text may be long enough and still hold nothing to tell: rules, notes, separators. */
function refuseEmpty(text: string, language: Language): void {
  try {
    segmentStory(text, language);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ApiProblem(422, "story-unusable", `text: ${error.message}`, { field: "text" });
  }
}

/** The language that the story is written in. */
function languageOf(text: string): Language {
  const found = detectLanguage(text);
  if (found === "other") {
    throw new ApiProblem(422, "language-unsupported", "text: the story is neither Japanese nor English", {
      field: "text",
    });
  }
  return found;
}

/** The offline models do not translate: a book is made in its story's own language. */
function refuseTranslation({
  told,
  language,
  models,
}: {
  told: Language;
  language: Language;
  models: ModelSet;
}): void {
  if (told === language || parseHostedId(MODEL_SETS[models].writer) !== undefined) return;
  throw new ApiProblem(
    422,
    "language-mismatch",
    `language: the story is ${NAMES[told]}, not ${NAMES[language]}; the offline models do not translate`,
    { field: "language" },
  );
}
