// The schema of a row in the catalog of hosted models. The shipped rows are `catalog.json`; `MEKURI_MODELS_FILE` names a JSON file of
// the same form (an array of rows) that adds rows or replaces rows of the same id.
import * as z from "zod";

const DateSchema = z.iso.date();

/** The tasks of models. `picture` is the only task of image models. */
export const MODEL_TASKS = [
  ...(["concept", "characters", "plan", "beats", "storyboard", "translation", "look"] as const),
  "picture",
] as const;
export type ModelTask = (typeof MODEL_TASKS)[number];

export const THINKING_LEVELS = ["MINIMAL", "LOW", "MEDIUM", "HIGH"] as const;
export type ThinkingLevel = (typeof THINKING_LEVELS)[number];

const ThinkingSchema = z.strictObject({
  /** Levels that the model accepts; it answers 400 to any other. */
  levels: z.array(z.enum(THINKING_LEVELS)).min(1),
  /** The level for each task; a task that is absent uses the first level. */
  tasks: z.partialRecord(z.enum(MODEL_TASKS), z.enum(THINKING_LEVELS)).default({}),
  /** Tokens that thoughts may use at each level. They count towards `maxOutputTokens` and are paid as output. */
  allowanceTokens: z.partialRecord(z.enum(THINKING_LEVELS), z.int().nonnegative()),
});

const ServiceSchema = z.strictObject({
  /** API versions that serve the model, the preferred one first. */
  versions: z.array(z.enum(["v1", "v1beta", "v1beta1"])).min(1),
  /** Locations of Vertex AI that serve it. Absent on the Gemini API, which has none. */
  locations: z.array(z.string()).min(1).optional(),
  /** First day on which the service answers 404. */
  retires: DateSchema.optional(),
  /** First day on which new projects and keys are refused. */
  closedToNewKeys: DateSchema.optional(),
  /** An announcement by the vendor without a date, as a sentence. */
  announced: z.string().optional(),
});

/** Micro-dollars for a million tokens. `until`: last day on which they apply; absent: without an end. */
const RatesSchema = z.strictObject({
  /** Absent: no end is announced. */
  until: DateSchema.optional(),
  input: z.int().nonnegative(),
  /** Tokens of images in the prompt. */
  imageInput: z.int().nonnegative(),
  /** Input tokens that the vendor serves from its own cache. */
  cachedInput: z.int().nonnegative(),
  /** Text and thoughts. */
  output: z.int().nonnegative(),
  /** Tokens of generated images. */
  imageOutput: z.int().nonnegative().default(0),
  /** Factor of all rates under Flex (synchronous, minutes). Absent: the model is not sold under Flex. */
  flexShare: z.number().positive().max(1).optional(),
  /** Factor of all rates in a batch (24 hours). */
  batchShare: z.number().positive().max(1).optional(),
});

export const IMAGE_SIZES = ["512", "1K", "2K", "4K"] as const;
export type ImageSize = (typeof IMAGE_SIZES)[number];

const ImagesSchema = z.strictObject({
  aspectRatios: z.array(z.string().regex(/^\d+:\d+$/)).min(1),
  /** Available sizes, each with its price: tokens at `imageOutput`, or micro-dollars a picture. */
  sizes: z.partialRecord(
    z.enum(IMAGE_SIZES),
    z.union([z.strictObject({ tokens: z.int() }), z.strictObject({ micros: z.int() })]),
  ),
  /** The most reference images in a prompt, by what they show. */
  references: z.strictObject({ things: z.int().nonnegative(), people: z.int().nonnegative() }),
  /**
   * How it edits a part of a picture: `mask`: by an instruction and a mask; `picture`: by an instruction, the picture and a copy with the
   * area marked; `repaint`: it paints a mask by a description of the whole. Absent: derived from its references (`editsOf`).
   */
  edits: z.enum(["mask", "picture", "repaint"]).optional(),
  /** The model was measured to draw better with a rough of the panel as a reference. Absent: it was not, or was not measured. */
  rough: z.literal(true).optional(),
});

const ModelSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9.-]+$/),
    kind: z.enum(["text", "image"]),
    /** The REST method. `own`: the protocol of a self-hosted server (`own-models.ts`); not allowed in files. */
    method: z.enum(["generateContent", "predict", "own"]),
    /** By service; at least one, except for `own`. */
    services: z
      .strictObject({ gemini: ServiceSchema, vertex: ServiceSchema })
      .partial()
      .refine((services) => Object.keys(services).length > 0, "names no service"),
    /** Absent: no thinking settings are sent. */
    thinking: ThinkingSchema.optional(),
    /** Whether it accepts a response schema. */
    takesSchema: z.boolean(),
    limits: z.strictObject({
      inputTokens: z.int().positive(),
      /** Limit of text, thoughts and images together. 0: it gives no tokens. */
      outputTokens: z.int().nonnegative(),
    }),
    /**
     * Requests a minute by all processes together, unless `MEKURI_MODEL_REQUESTS_PER_MINUTE` sets another number. Google no longer
     * documents the quota of a new project; the shipped rows stay below it.
     */
    requestsPerMinute: z.int().positive(),
    rates: z.array(RatesSchema).min(1),
    images: ImagesSchema.optional(),
    /** The model that replaces this one when it is retired. */
    successor: z.string().optional(),
    /** Source of the row's figures. */
    source: z.string().min(1),
  })
  .superRefine(({ kind, method, images, thinking }, context) => {
    if (method === "own")
      context.addIssue(
        "a self-hosted server is configured by MEKURI_WORDS_URL and similar settings, not by a row",
      );
    if ((kind === "image") !== (images !== undefined)) {
      context.addIssue("a row has `images` if its kind is image, and only then");
    }
    for (const [task, level] of Object.entries(thinking?.tasks ?? {})) {
      if (!thinking?.levels.includes(level)) {
        context.addIssue(`thinking.tasks.${task}: the model's levels lack ${level}`);
      }
    }
    for (const level of thinking?.levels ?? []) {
      if (thinking?.allowanceTokens[level] === undefined) {
        context.addIssue(`thinking.allowanceTokens lacks ${level}`);
      }
    }
  });
export type CatalogModel = z.infer<typeof ModelSchema>;
export type ImageEdits = NonNullable<z.infer<typeof ImagesSchema>["edits"]>;

/** Rows with distinct ids, whose successors exist. */
export const CatalogSchema = z.array(ModelSchema).superRefine((models, context) => {
  const ids = models.map(({ id }) => id);
  for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) < at))) {
    context.addIssue(`two rows have the id ${id}`);
  }
  for (const { id, kind, successor } of models) {
    if (successor !== undefined && models.find((model) => model.id === successor)?.kind !== kind) {
      context.addIssue(`${id}: its successor must be a row of the same kind`);
    }
  }
});

/** Rows of a user's own file. Successors may be in the shipped catalog. */
export const ModelRowsSchema = z.array(ModelSchema);
