// The schema of a row in the catalog of hosted models. The shipped rows are `catalog.json`; `MEKURI_MODELS_FILE` names a JSON file of
// the same form (an array of rows) that adds rows or replaces rows of the same id.
import * as z from "zod";

const DateSchema = z.iso.date();

/** What a model is asked for. `picture` is the only task of image models. */
export const MODEL_TASKS = [
  ...(["concept", "characters", "plan", "beats", "storyboard", "translation", "look"] as const),
  "picture",
] as const;
export type ModelTask = (typeof MODEL_TASKS)[number];

export const THINKING_LEVELS = ["MINIMAL", "LOW", "MEDIUM", "HIGH"] as const;
export type ThinkingLevel = (typeof THINKING_LEVELS)[number];

const ThinkingSchema = z.strictObject({
  /** Levels that the model accepts; it answers 400 to every other one. */
  levels: z.array(z.enum(THINKING_LEVELS)).min(1),
  /** The level for each task; a task that is absent takes the first level. */
  tasks: z.partialRecord(z.enum(MODEL_TASKS), z.enum(THINKING_LEVELS)).default({}),
  /** Tokens that thoughts may use at each level. They count towards `maxOutputTokens`, and are paid as output. */
  allowanceTokens: z.partialRecord(z.enum(THINKING_LEVELS), z.int().nonnegative()),
});

const ServiceSchema = z.strictObject({
  /** API versions that serve the model, the one to ask first. */
  versions: z.array(z.enum(["v1", "v1beta", "v1beta1"])).min(1),
  /** Locations of Vertex AI that serve it. Absent on the Gemini API, which has none. */
  locations: z.array(z.string()).min(1).optional(),
  /** First day on which the service answers 404. */
  retires: DateSchema.optional(),
  /** First day on which projects and keys that are new to the model are refused. */
  closedToNewKeys: DateSchema.optional(),
  /** What the vendor has announced without a date, as a sentence. */
  announced: z.string().optional(),
});

/** Micro-dollars for a million tokens, up to the last day on which they hold. */
const RatesSchema = z.strictObject({
  /** Absent: until further notice. */
  until: DateSchema.optional(),
  input: z.int().nonnegative(),
  /** Tokens of images in the prompt. */
  imageInput: z.int().nonnegative(),
  /** Input tokens that the vendor serves from its own cache. */
  cachedInput: z.int().nonnegative(),
  /** Text and thoughts. */
  output: z.int().nonnegative(),
  /** Tokens of made images. */
  imageOutput: z.int().nonnegative().default(0),
  /** Factor of every rate under Flex (synchronous, minutes). Absent: the model is not offered so. */
  flexShare: z.number().positive().max(1).optional(),
  /** Factor of every rate in a batch (24 hours). */
  batchShare: z.number().positive().max(1).optional(),
});

export const IMAGE_SIZES = ["512", "1K", "2K", "4K"] as const;
export type ImageSize = (typeof IMAGE_SIZES)[number];

const ImagesSchema = z.strictObject({
  aspectRatios: z.array(z.string().regex(/^\d+:\d+$/)).min(1),
  /** Sizes that it makes, each with its price: tokens at `imageOutput`, or micro-dollars a picture. */
  sizes: z.partialRecord(
    z.enum(IMAGE_SIZES),
    z.union([z.strictObject({ tokens: z.int() }), z.strictObject({ micros: z.int() })]),
  ),
  /** The most reference images in a prompt, by what they show. */
  references: z.strictObject({ things: z.int().nonnegative(), people: z.int().nonnegative() }),
  /**
   * How it changes a part of a picture: `mask`: by an instruction and a mask; `picture`: by an instruction, the picture and a copy with the
   * area marked; `repaint`: it paints a mask by a description of the whole. Absent: as its references say (`editsOf`).
   */
  edits: z.enum(["mask", "picture", "repaint"]).optional(),
  /** It was measured to draw better over our own rough of a panel, which then goes along. Absent: not, or not measured. */
  rough: z.literal(true).optional(),
});

const ModelSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9.-]+$/),
    kind: z.enum(["text", "image"]),
    /** The REST method that it is asked by. `own`: by the protocol of a person's own server (`own-models.ts`), in no file of rows. */
    method: z.enum(["generateContent", "predict", "own"]),
    /** By the service that offers it. At least one, but for `own`. */
    services: z
      .strictObject({ gemini: ServiceSchema, vertex: ServiceSchema })
      .partial()
      .refine((services) => Object.keys(services).length > 0, "names no service"),
    /** Absent: the model is sent no thinking settings. */
    thinking: ThinkingSchema.optional(),
    /** Whether it takes a response schema. */
    takesSchema: z.boolean(),
    limits: z.strictObject({
      inputTokens: z.int().positive(),
      /** Text, thoughts and images together. 0: it gives no tokens. */
      outputTokens: z.int().nonnegative(),
    }),
    /**
     * Requests a minute that all processes together make of it, unless `MEKURI_MODEL_REQUESTS_PER_MINUTE` says another number. Google
     * no longer documents the quota of a new project by number; the shipped rows begin below it.
     */
    requestsPerMinute: z.int().positive(),
    rates: z.array(RatesSchema).min(1),
    images: ImagesSchema.optional(),
    /** The model to change to when this one is retired. */
    successor: z.string().optional(),
    /** Where the row's figures come from. */
    source: z.string().min(1),
  })
  .superRefine(({ kind, method, images, thinking }, context) => {
    if (method === "own")
      context.addIssue("a server of your own is named by MEKURI_WORDS_URL and its like, not by a row");
    if ((kind === "image") !== (images !== undefined)) {
      context.addIssue("`images` belongs to rows of kind image, and to all of them");
    }
    for (const [task, level] of Object.entries(thinking?.tasks ?? {})) {
      if (!thinking?.levels.includes(level)) {
        context.addIssue(`thinking.tasks.${task}: the model does not take ${level}`);
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

/** An array of rows with distinct ids, whose successors exist. */
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

/** Rows of a person's own file. Successors may be rows that it does not hold. */
export const ModelRowsSchema = z.array(ModelSchema);
