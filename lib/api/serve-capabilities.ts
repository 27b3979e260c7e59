// Serves the service's capabilities (models with prices, languages, styles, formats, limits), and the secret with which webhook receivers
// verify signatures.

import { z } from "@hono/zod-openapi";
import { DEFAULT_FORMATS, ExportFormatSchema } from "../manga/export-formats.ts";
import { DirectionSchema, LanguageSchema } from "../manga/language.ts";
import type { ModelIds } from "../manga/model-ids.ts";
import { STORY_LIMITS } from "../manga/story.ts";
import { StyleSchema } from "../manga/style.ts";
import { STYLE_PRESETS, STYLES } from "../manga/style-presets.ts";
import { TIERS, type Tier, TierSchema } from "../manga/tier.ts";
import { AUTO, autoModels } from "../models/auto-models.ts";
import { CATALOG } from "../models/catalog.ts";
import { parseHostedId, readinessOf } from "../models/hosted/settings.ts";
import { isCloud } from "../models/local-models.ts";
import {
  LISTED_SETS,
  MODEL_PARTS,
  type ModelSet,
  modelIds,
  modelSetName,
  parseModels,
} from "../models/model-sets.ts";
import { artistOfTier, slowShareOf, TierError } from "../models/tiers.ts";
import { today } from "../models/today.ts";
import { PHASES, PhaseSchema } from "../pipeline/step-id.ts";
import { keyNotice } from "./chosen-models.ts";
import { estimateBook } from "./estimate.ts";
import type { Api } from "./identity.ts";
import { REQUESTS, SIGN_INS } from "./limit-rules.ts";
import { RUNNING_SESSIONS } from "./limits.ts";
import { apiRoute, FOR_EVERYBODY, json } from "./route-parts.ts";
import { GenerateRequestSchema } from "./session-routes.ts";
import { SIGNATURE_HEADER, type WebhookSecrets } from "./webhook-secrets.ts";

const ModelsSchema = z.object({
  /** Value for `models` of a request. */
  name: z.string(),
  /** The same as parts: `gemini/code+offline`. */
  parts: z.string(),
  /** Ids, as in a session's parameters. */
  reader: z.string(),
  director: z.string(),
  artist: z.string(),
  /** Former name of `reader`, kept for older clients. */
  writer: z.string(),
  /** Whether this deployment can use them; `missing` names the missing settings. */
  available: z.boolean(),
  missing: z.array(z.string()),
  /** Only with `auto`, which local services offer: the program, model and address that a story is sent to, and what is not used. */
  notices: z.array(z.string()).optional(),
  /** Approximate cost of a book and of each page, in micro-dollars. */
  bookMicros: z.int().nonnegative(),
  pageMicros: z.int().nonnegative(),
  /** The price tiers for which the artist has a model. */
  tiers: z.array(TierSchema),
  /** Whether its vendor has a half-price mode. */
  slow: z.boolean(),
  /** List prices of the hosted models of the set. */
  prices: z.array(
    z.object({
      model: z.string(),
      /** Micro-dollars for a million tokens. An image is priced in tokens or by the piece. */
      inputMicros: z.int().nonnegative(),
      outputMicros: z.int().nonnegative(),
      imageOutputMicros: z.int().nonnegative(),
      /** The last day on which this price holds. */
      until: z.iso.date().optional(),
    }),
  ),
});

/** A valid part of a name `WORDS[/DIRECTION]+PICTURES`. */
const PartSchema = z.object({
  name: z.string(),
  id: z.string(),
  available: z.boolean(),
  missing: z.array(z.string()),
});

const CapabilitiesSchema = z
  .object({
    phases: z.array(z.object({ number: z.int().positive(), name: PhaseSchema })),
    models: z.array(ModelsSchema),
    /** Parts that can be combined freely. */
    modelParts: z.object({
      words: z.array(PartSchema),
      direction: z.array(PartSchema),
      pictures: z.array(PartSchema),
    }),
    languages: z.array(LanguageSchema),
    directions: z.array(DirectionSchema),
    styles: z.array(z.string()),
    /** The style presets, with the words that artists get. */
    presets: z.array(StyleSchema),
    colorModes: z.array(z.string()),
    formats: z.array(ExportFormatSchema),
    defaultFormats: z.array(ExportFormatSchema),
    limits: z.object({
      storyCharacters: z.object({ min: z.int(), max: z.int() }),
      pages: z.object({ min: z.int(), max: z.int() }),
      reviewTimeoutMinutes: z.object({ min: z.int(), max: z.int() }),
      feedbackCharacters: z.int(),
      requestsPerMinute: z.int(),
      signInsPerMinute: z.int(),
      runningSessions: z.int(),
    }),
  })
  .openapi("Capabilities");

const capabilitiesRoute = apiRoute({
  method: "get",
  path: "/api/v1/capabilities",
  security: FOR_EVERYBODY,
  responses: { 200: json(CapabilitiesSchema, "The capabilities of this service.") },
});

const webhookSecretRoute = apiRoute({
  method: "get",
  path: "/api/v1/webhooks/secret",
  responses: {
    200: json(
      z
        .object({
          secret: z.string(),
          /** The header's format is `{header}: t={seconds},v1={hex}`. `v1` is this algorithm over `{t}.{body}`. */
          header: z.string(),
          algorithm: z.literal("HMAC-SHA256"),
        })
        .openapi("WebhookSecret"),
      "The secret with which your receivers verify signatures.",
    ),
  },
});

export function serveCapabilities(app: Api, { webhooks }: { webhooks: WebhookSecrets }): void {
  const auto = recentAuto();
  app.openapi(capabilitiesRoute, async (context) => context.json(capabilities(await auto()), 200));
  app.openapi(webhookSecretRoute, (context) => {
    const secret = webhooks.secretOf(context.get("ownerId"));
    return context.json({ secret, header: SIGNATURE_HEADER, algorithm: "HMAC-SHA256" as const }, 200);
  });
}

function capabilities(auto: ModelsOffered | undefined): z.infer<typeof CapabilitiesSchema> {
  return {
    phases: PHASES.map((name, index) => ({ number: index + 1, name })),
    models: [...LISTED_SETS.map(setOf), ...(auto === undefined ? [] : [auto])],
    modelParts: {
      words: MODEL_PARTS.words.map((words) => partOf(words, modelIds({ ...FREE, words }).reader)),
      direction: MODEL_PARTS.direction.map((direction) =>
        partOf(direction, modelIds({ ...FREE, direction }).director),
      ),
      pictures: MODEL_PARTS.pictures.map((pictures) =>
        partOf(pictures, modelIds({ ...FREE, pictures }).artist),
      ),
    },
    languages: LanguageSchema.options,
    directions: DirectionSchema.options,
    styles: [...STYLES],
    presets: [...STYLE_PRESETS],
    colorModes: GenerateRequestSchema.shape.colorMode.unwrap().options,
    formats: ExportFormatSchema.options,
    defaultFormats: [...DEFAULT_FORMATS],
    limits: {
      storyCharacters: { min: STORY_LIMITS.min, max: STORY_LIMITS.max },
      pages: { min: 1, max: 100 },
      reviewTimeoutMinutes: { min: 1, max: 1440 },
      feedbackCharacters: 2000,
      requestsPerMinute: REQUESTS.limit,
      signInsPerMinute: SIGN_INS.limit,
      runningSessions: RUNNING_SESSIONS,
    },
  };
}

/** The other parts of a set, when the price or the readiness of one part is looked up. */
const FREE: ModelSet = { words: "offline", direction: "code", pictures: "offline" };

function partOf(name: string, id: string): z.infer<typeof PartSchema> {
  const { missing } = readinessOf([id], today());
  return { name, id, available: missing.length === 0, missing };
}

type ModelsOffered = z.infer<typeof ModelsSchema>;

function setOf(name: string): ModelsOffered {
  const set = parseModels(name);
  return modelsOf(name, modelIds(set), modelSetName(set));
}

function modelsOf(name: string, ids: ModelIds, parts: string): ModelsOffered {
  const { missing } = readinessOf(Object.values(ids), today());
  const priceOfPages = (pages: number) => estimateBook({ pages, models: ids }).priceMicros;
  const pageMicros = priceOfPages(2) - priceOfPages(1);
  return {
    ...{ name, parts, ...ids, writer: ids.reader, missing, pageMicros },
    available: missing.length === 0,
    bookMicros: Math.max(0, priceOfPages(1) - pageMicros),
    tiers: TIERS.filter((tier) => hasTier(ids.artist, tier)),
    slow: Object.values(ids).some((id) => slowShareOf(id, today()) !== undefined),
    prices: [...new Set(Object.values(ids))].flatMap(pricesOf),
  };
}

function hasTier(artist: string, tier: Tier): boolean {
  try {
    artistOfTier(artist, tier, { today: today() });
    return true;
  } catch (error) {
    if (error instanceof TierError) return false;
    throw error;
  }
}

/** Time for which one detection of local servers is reused. */
const REUSE_MS = 5_000;
/** Pages of the book whose price is stated in the notice about an unused key. */
const USUAL_PAGES = 8;

/** What `auto` currently resolves to; undefined in the cloud. */
function recentAuto(): () => Promise<ModelsOffered | undefined> {
  let detected: { at: number; found: Promise<ModelsOffered | undefined> } | undefined;
  return () => {
    const now = performance.now();
    if (detected === undefined || now - detected.at > REUSE_MS) detected = { at: now, found: autoOffered() };
    return detected.found;
  };
}

async function autoOffered(): Promise<ModelsOffered | undefined> {
  if (isCloud()) return undefined;
  try {
    const { ids, parts, summary } = await autoModels();
    return { ...modelsOf(AUTO, ids, parts), notices: [summary, ...keyNotice(USUAL_PAGES)] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const offline = parseModels("offline");
    const offered = modelsOf(AUTO, modelIds(offline), modelSetName(offline));
    return { ...offered, available: false, missing: [error.message] };
  }
}

function pricesOf(id: string): z.infer<typeof ModelsSchema>["prices"] {
  const model = CATALOG.find((known) => known.id === parseHostedId(id)?.model);
  const rates = model?.rates.find(({ until }) => until === undefined || today() <= until);
  if (model === undefined || rates === undefined) return [];
  const { input, output, imageOutput, until } = rates;
  const prices = { inputMicros: input, outputMicros: output, imageOutputMicros: imageOutput };
  return [{ model: model.id, ...prices, ...(until === undefined ? {} : { until }) }];
}
