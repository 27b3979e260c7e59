// The table of hosted models: ids, kinds, prices, limits, and when each goes. Checked when it is loaded; nothing else names a model.
// Prices are Google's list prices (https://ai.google.dev/gemini-api/docs/pricing, read in autumn 2026), retirements are from
// https://ai.google.dev/gemini-api/docs/deprecations and Vertex AI's release notes.
import * as z from "zod";

const DateSchema = z.iso.date();

/** Micro-dollars for a million tokens. */
const RatesSchema = z.strictObject({
  /** Last day on which they hold; absent: until further notice. */
  until: DateSchema.optional(),
  input: z.int().nonnegative(),
  /** Text and thoughts. */
  output: z.int().nonnegative(),
  /** Tokens of images. */
  imageOutput: z.int().nonnegative().default(0),
});

const IMAGE_SIZES = ["512", "1K", "2K", "4K"] as const;
type ImageSize = (typeof IMAGE_SIZES)[number];

const ImagesSchema = z.strictObject({
  aspectRatios: z.array(z.string().regex(/^\d+:\d+$/)).min(1),
  /** The sizes it makes, with what one image counts: tokens of `imageOutput`, or micro-dollars where it is sold by the piece. */
  sizes: z.partialRecord(
    z.enum(IMAGE_SIZES),
    z.union([z.strictObject({ tokens: z.int() }), z.strictObject({ micros: z.int() })]),
  ),
  /** Reference images that a prompt may carry. */
  references: z.int().nonnegative(),
});

const ModelSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9.-]+$/),
  kind: z.enum(["text", "image"]),
  /** The method that it is asked by. */
  method: z.enum(["generateContent", "predict"]),
  rates: z.array(RatesSchema).min(1),
  maxOutputTokens: z.int().positive(),
  /**
   * Requests a minute that all processes together make of it, unless `MEKURI_MODEL_REQUESTS_PER_MINUTE` says another number. A new
   * project's quota is not documented by number any more and differs from project to project: these begin below it.
   */
  requestsPerMinute: z.int().positive(),
  /** How to ask for as little thinking as it can do; absent where it does none. */
  thinking: z
    .union([
      z.strictObject({ thinkingLevel: z.enum(["MINIMAL", "LOW"]) }),
      z.strictObject({ thinkingBudget: z.literal(0) }),
    ])
    .optional(),
  images: ImagesSchema.optional(),
  /** The day from which it is gone, by the service that offers it. */
  retires: z
    .strictObject({ gemini: DateSchema, vertex: DateSchema, successor: z.string() })
    .partial({ gemini: true, vertex: true })
    .optional(),
});
export type CatalogModel = z.infer<typeof ModelSchema>;

const CatalogSchema = z.array(ModelSchema).superRefine((models, context) => {
  const ids = new Set(models.map(({ id }) => id));
  if (ids.size < models.length) context.addIssue("two models have the same id");
  for (const { id, kind, images, retires } of models) {
    if ((kind === "image") !== (images !== undefined))
      context.addIssue(`${id}: images are what image models make`);
    const successor = models.find((model) => model.id === retires?.successor);
    if (retires && (successor?.kind !== kind || successor.retires)) {
      context.addIssue(`${id}: its successor must be a model of the same kind that stays`);
    }
  }
});

const GEMINI_RATIOS = [
  ...["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"],
  ...["1:4", "4:1", "1:8", "8:1"],
];
const PRO_RATIOS = GEMINI_RATIOS.slice(0, 10);
const IMAGEN_RATIOS = ["1:1", "3:4", "4:3", "9:16", "16:9"];

const MINIMAL = { thinkingLevel: "MINIMAL" };
const TEXT = { kind: "text", method: "generateContent", maxOutputTokens: 65_536, requestsPerMinute: 300 };
const ENDING_TEXT = { gemini: "2026-12-01" };
const ENDING_IMAGEN = {
  gemini: "2026-08-17",
  // Vertex AI announced "summer 2026" and no day.
  vertex: "2026-08-31",
  successor: "gemini-3.1-flash-image",
};

function imagen(id: string, micros: number): unknown {
  return {
    ...{ id, kind: "image", method: "predict", maxOutputTokens: 480, requestsPerMinute: 20 },
    retires: ENDING_IMAGEN,
    rates: [{ input: 0, output: 0 }],
    images: { aspectRatios: IMAGEN_RATIOS, sizes: { "1K": { micros }, "2K": { micros } }, references: 0 },
  };
}

export const CATALOG: readonly CatalogModel[] = CatalogSchema.parse([
  {
    ...{ ...TEXT, id: "gemini-3.8-flash", thinking: MINIMAL },
    rates: [
      { until: "2026-12-31", input: 750_000, output: 3_750_000 },
      { input: 1_500_000, output: 7_500_000 },
    ],
  },
  {
    ...{ ...TEXT, id: "gemini-3.5-flash-lite", thinking: MINIMAL },
    rates: [{ input: 300_000, output: 2_500_000 }],
  },
  {
    ...{ ...TEXT, id: "gemini-3.1-pro-preview", thinking: { thinkingLevel: "LOW" }, requestsPerMinute: 25 },
    rates: [{ input: 2_000_000, output: 12_000_000 }],
  },
  {
    ...{ ...TEXT, id: "gemini-2.5-flash", thinking: { thinkingBudget: 0 } },
    rates: [{ input: 300_000, output: 2_500_000 }],
    retires: { ...ENDING_TEXT, successor: "gemini-3.8-flash" },
  },
  {
    ...{ ...TEXT, id: "gemini-2.5-flash-lite", thinking: { thinkingBudget: 0 } },
    rates: [{ input: 100_000, output: 400_000 }],
    retires: { ...ENDING_TEXT, successor: "gemini-3.5-flash-lite" },
  },
  {
    ...{ id: "gemini-3.1-flash-image", kind: "image", method: "generateContent", maxOutputTokens: 32_768 },
    requestsPerMinute: 60,
    rates: [{ input: 500_000, output: 3_000_000, imageOutput: 60_000_000 }],
    images: {
      aspectRatios: GEMINI_RATIOS,
      sizes: {
        "512": { tokens: 747 },
        "1K": { tokens: 1_120 },
        "2K": { tokens: 1_680 },
        "4K": { tokens: 2_520 },
      },
      references: 14,
    },
  },
  {
    ...{ id: "gemini-3-pro-image", kind: "image", method: "generateContent", maxOutputTokens: 32_768 },
    requestsPerMinute: 20,
    rates: [{ input: 2_000_000, output: 12_000_000, imageOutput: 120_000_000 }],
    images: {
      aspectRatios: PRO_RATIOS,
      sizes: { "1K": { tokens: 1_120 }, "2K": { tokens: 1_120 }, "4K": { tokens: 2_000 } },
      references: 14,
    },
  },
  imagen("imagen-4.0-fast-generate-001", 20_000),
  imagen("imagen-4.0-generate-001", 40_000),
  imagen("imagen-4.0-ultra-generate-001", 60_000),
]);

/** Throws a RangeError that lists the known ids. */
export function catalogModel(id: string): CatalogModel {
  const model = CATALOG.find((candidate) => candidate.id === id);
  if (model !== undefined) return model;
  const known = CATALOG.map((candidate) => candidate.id).join(", ");
  throw new RangeError(`there is no model ${id} in the catalog; there is: ${known}`);
}

/** What one call used. `outputTokens` are of text and thoughts. */
export interface Consumption {
  inputTokens: number;
  outputTokens: number;
  imageTokens: number;
  /** Images that are sold by the piece. */
  pieces?: { size: ImageSize; count: number };
}

/** Micro-dollars of one call, rounded up. `today` as an ISO date. */
export function priceOf(model: CatalogModel, used: Consumption, today: string): number {
  const rates = model.rates.find(({ until }) => until === undefined || today <= until) ?? model.rates.at(-1);
  if (rates === undefined) throw new RangeError(`${model.id} has no rates`);
  const { inputTokens, outputTokens, imageTokens, pieces } = used;
  const tokens = inputTokens * rates.input + outputTokens * rates.output + imageTokens * rates.imageOutput;
  const piece = pieces === undefined ? undefined : model.images?.sizes[pieces.size];
  const pieceMicros = piece !== undefined && "micros" in piece ? piece.micros * (pieces?.count ?? 0) : 0;
  return Math.ceil(tokens / 1_000_000) + pieceMicros;
}

/** A model that somebody chose, and the service that they reach it by. */
export interface Choice {
  model: string;
  service: "gemini" | "vertex";
}

export interface Finding {
  model: string;
  /** `retired`: calls are expected to fail. `retiring`: it goes within 90 days. */
  kind: "unknown" | "retired" | "retiring";
  message: string;
}

const NOTICE_MS = 90 * 24 * 3_600_000;

/** What a person should know about the models that they chose; empty when all is well. */
export function findings(today: string, chosen: readonly Choice[]): Finding[] {
  return chosen.flatMap(({ model: id, service }): Finding[] => {
    const model = CATALOG.find((candidate) => candidate.id === id);
    if (model === undefined) {
      return [{ model: id, kind: "unknown", message: `${id} is not in the catalog: its price is not known` }];
    }
    const date = model.retires?.[service];
    if (model.retires === undefined || date === undefined) return [];
    const name = service === "gemini" ? "the Gemini API" : "Vertex AI";
    const advice = `its successor is ${model.retires.successor}`;
    if (today >= date) {
      const message = `${id} was to be retired from ${name} on ${date}; its endpoint may be gone; ${advice}`;
      return [{ model: id, kind: "retired", message }];
    }
    if (Date.parse(date) - Date.parse(today) > NOTICE_MS) return [];
    return [{ model: id, kind: "retiring", message: `${id} goes from ${name} on ${date}; ${advice}` }];
  });
}
