// Refusals of well-formed requests by a model, an API version or a service.
import type { Offer } from "./account.ts";
import { jsonSchemaOf } from "./answers.ts";
import { GoogleError, invalid, unknownFields } from "./google-error.ts";
import type { Route } from "./routes.ts";
import { overBudget } from "./schema-budget.ts";
import type { GenerateContent, JsonSchema } from "./wire.ts";

/** Throws Google's 400 or 403. */
export function checkRequest(request: GenerateContent, offer: Offer, route: Route): void {
  checkVersion(request, route);
  checkTurns(request, route);
  checkLimits(request, offer);
  checkThinking(request, offer);
  checkOutput(request, offer);
  checkPictures(request, offer);
}

/** The response schema of a request as JSON Schema. */
export function schemaOf({ generationConfig = {} }: GenerateContent): JsonSchema | undefined {
  const { responseJsonSchema, responseSchema } = generationConfig;
  return responseJsonSchema ?? (responseSchema && jsonSchemaOf(responseSchema));
}

/**
 * The Gemini API's `v1` lacks fields of `v1beta`: caches are a resource of `v1beta` (https://ai.google.dev/api/caching), and speech is
 * a feature of it alone (googleapis/go-genai v1.78.0).
 */
function checkVersion({ generationConfig, cachedContent }: GenerateContent, route: Route): void {
  const isStable = route.service === "gemini" && route.version === "v1";
  if (cachedContent !== undefined) {
    if (isStable) throw unknownFields(["cachedContent"], []);
    throw new GoogleError("PERMISSION_DENIED", "CachedContent not found (or permission denied)");
  }
  if (generationConfig?.speechConfig !== undefined) {
    if (isStable) throw unknownFields(["speechConfig"], ["generationConfig"]);
    throw invalid("Model does not support the requested response modalities: audio");
  }
}

function checkTurns({ contents }: GenerateContent, { service }: Route): void {
  if (service === "vertex" && contents.some(({ role }) => role === undefined)) {
    throw invalid("Please use a valid role: user, model.");
  }
  if (contents.at(-1)?.role === "model") throw invalid("The last content must be the user's.");
}

function checkLimits({ generationConfig, serviceTier }: GenerateContent, offer: Offer): void {
  const most = generationConfig?.maxOutputTokens;
  if (most !== undefined && most > offer.limits.output) {
    throw invalid(
      `Unable to submit request because it has a maxOutputTokens value of ${most} but the supported range is from 1 (inclusive) to ${offer.limits.output + 1} (exclusive). Update the value and try again.`,
    );
  }
  if (serviceTier === "flex" && offer.flexShare === undefined) {
    throw invalid(`Service tier flex is not supported for ${offer.id}.`);
  }
}

function checkThinking({ generationConfig }: GenerateContent, { thinkingLevels }: Offer): void {
  const level = generationConfig?.thinkingConfig?.thinkingLevel;
  if (level === undefined) return;
  if (thinkingLevels.length === 0) throw invalid("Thinking level is not supported for this model.");
  if (!thinkingLevels.includes(level)) {
    throw invalid(
      `Thinking level ${level} is not supported for this model. Please retry with other thinking level.`,
    );
  }
}

function checkOutput(request: GenerateContent, offer: Offer): void {
  const { responseSchema, responseJsonSchema, responseMimeType, responseModalities } =
    request.generationConfig ?? {};
  if (responseSchema !== undefined && responseJsonSchema !== undefined) {
    throw invalid("responseSchema and responseJsonSchema exclude each other.");
  }
  const schema = schemaOf(request);
  if (!offer.takesSchema && (schema !== undefined || responseMimeType === "application/json")) {
    throw invalid("JSON mode is not enabled for this model");
  }
  if (schema !== undefined) {
    if (responseMimeType !== "application/json") {
      throw invalid("A response schema needs responseMimeType application/json.");
    }
    const refusal = overBudget(schema);
    if (refusal !== undefined) throw refusal;
  }
  const modalities = responseModalities ?? (offer.kind === "image" ? ["TEXT", "IMAGE"] : ["TEXT"]);
  if (modalities.includes("IMAGE") !== (offer.kind === "image")) {
    throw invalid(`${offer.id} does not support the requested response modalities.`);
  }
}

function checkPictures({ generationConfig, contents }: GenerateContent, { id, images }: Offer): void {
  const config = generationConfig?.imageConfig;
  if (images === undefined) {
    if (config !== undefined) throw invalid(`${id} does not support imageConfig.`);
    return;
  }
  const { aspectRatio, imageSize } = config ?? {};
  if (aspectRatio !== undefined && !images.aspectRatios.includes(aspectRatio)) {
    throw invalid(`aspect_ratio must be one of ${images.aspectRatios.map((one) => `'${one}'`).join(", ")}.`);
  }
  if (imageSize !== undefined && images.tokens[imageSize] === undefined) {
    throw invalid(`${id} does not make images of size ${imageSize}.`);
  }
  const given = contents.flatMap(({ parts }) => parts).filter(({ inlineData }) => inlineData !== undefined);
  if (given.length > images.references) {
    throw invalid(`${id} takes at most ${images.references} images in a prompt, not ${given.length}.`);
  }
}
