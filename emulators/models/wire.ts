// Schemas of requests to Google's generative models by the REST references. Unknown fields are refused.
// https://ai.google.dev/api/generate-content, https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/inference,
// https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/imagen-api
import * as z from "zod";

const IMAGE_TYPES = ["image/png", "image/jpeg", "image/webp", "image/heic", "image/heif"] as const;

const PartSchema = z
  .strictObject({
    text: z.string().optional(),
    inlineData: z.strictObject({ mimeType: z.enum(IMAGE_TYPES), data: z.base64().min(1) }).optional(),
    thought: z.boolean().optional(),
    thoughtSignature: z.base64().optional(),
  })
  .refine((part) => (part.text === undefined) !== (part.inlineData === undefined), {
    message: "required oneof field 'data' must have one initialized field",
  });

const ContentSchema = z.strictObject({
  role: z.enum(["user", "model"]).optional(),
  parts: z.array(PartSchema).min(1),
});

/** Keywords in the references. `schema-budget.ts` has those that the models refuse anyway. */
interface Bounds {
  minItems?: number | undefined;
  maxItems?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  pattern?: string | undefined;
}

const BOUNDS = {
  minItems: z.int().optional(),
  maxItems: z.int().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  pattern: z.string().optional(),
};

/** The keywords of JSON Schema that `responseJsonSchema` documents, and bounds. */
export interface JsonSchema extends Bounds {
  type?: string | string[] | undefined;
  format?: string | undefined;
  title?: string | undefined;
  description?: string | undefined;
  enum?: (string | number)[] | undefined;
  items?: JsonSchema | undefined;
  prefixItems?: JsonSchema[] | undefined;
  anyOf?: JsonSchema[] | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  additionalProperties?: boolean | undefined;
  required?: string[] | undefined;
  propertyOrdering?: string[] | undefined;
}

export const JsonSchemaSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.strictObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    enum: z.array(z.union([z.string(), z.number()])).optional(),
    items: JsonSchemaSchema.optional(),
    prefixItems: z.array(JsonSchemaSchema).optional(),
    ...BOUNDS,
    anyOf: z.array(JsonSchemaSchema).optional(),
    properties: z.record(z.string(), JsonSchemaSchema).optional(),
    additionalProperties: z.boolean().optional(),
    required: z.array(z.string()).optional(),
    propertyOrdering: z.array(z.string()).optional(),
  }),
);

/** `responseSchema`: the subset of OpenAPI 3.0, with types in capitals. */
export interface OpenApiSchema extends Bounds {
  type: "STRING" | "NUMBER" | "INTEGER" | "BOOLEAN" | "ARRAY" | "OBJECT";
  format?: string | undefined;
  description?: string | undefined;
  nullable?: boolean | undefined;
  enum?: string[] | undefined;
  items?: OpenApiSchema | undefined;
  properties?: Record<string, OpenApiSchema> | undefined;
  required?: string[] | undefined;
  propertyOrdering?: string[] | undefined;
}

const OpenApiSchemaSchema: z.ZodType<OpenApiSchema> = z.lazy(() =>
  z.strictObject({
    type: z.enum(["STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT"]),
    format: z.string().optional(),
    description: z.string().optional(),
    nullable: z.boolean().optional(),
    enum: z.array(z.string()).optional(),
    items: OpenApiSchemaSchema.optional(),
    ...BOUNDS,
    properties: z.record(z.string(), OpenApiSchemaSchema).optional(),
    required: z.array(z.string()).optional(),
    propertyOrdering: z.array(z.string()).optional(),
  }),
);

const GenerationConfigSchema = z.strictObject({
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  topK: z.number().optional(),
  candidateCount: z.literal(1).optional(),
  maxOutputTokens: z.int().positive().optional(),
  stopSequences: z.array(z.string()).max(5).optional(),
  presencePenalty: z.number().optional(),
  frequencyPenalty: z.number().optional(),
  /** INT32. */
  seed: z
    .int()
    .min(-(2 ** 31))
    .max(2 ** 31 - 1)
    .optional(),
  responseMimeType: z.enum(["text/plain", "application/json"]).optional(),
  responseSchema: OpenApiSchemaSchema.optional(),
  responseJsonSchema: JsonSchemaSchema.optional(),
  responseModalities: z.array(z.enum(["TEXT", "IMAGE"])).optional(),
  thinkingConfig: z
    .strictObject({
      includeThoughts: z.boolean().optional(),
      thinkingBudget: z.int().optional(),
      thinkingLevel: z.enum(["MINIMAL", "LOW", "MEDIUM", "HIGH"]).optional(),
    })
    .refine(
      ({ thinkingBudget, thinkingLevel }) => thinkingBudget === undefined || thinkingLevel === undefined,
      {
        message: "You can only set one of thinking budget and thinking level.",
      },
    )
    .optional(),
  imageConfig: z
    .strictObject({
      // `rules.ts` has the levels that each model accepts.
      aspectRatio: z.string().optional(),
      imageSize: z.string().optional(),
    })
    .optional(),
  /** Accepted to distinguish `v1` from `v1beta`. No simulated model generates speech. */
  speechConfig: z.unknown().optional(),
});

const SafetySettingSchema = z.strictObject({
  category: z.enum([
    "HARM_CATEGORY_HARASSMENT",
    "HARM_CATEGORY_HATE_SPEECH",
    "HARM_CATEGORY_SEXUALLY_EXPLICIT",
    "HARM_CATEGORY_DANGEROUS_CONTENT",
  ]),
  threshold: z.enum([
    "BLOCK_LOW_AND_ABOVE",
    "BLOCK_MEDIUM_AND_ABOVE",
    "BLOCK_ONLY_HIGH",
    "BLOCK_NONE",
    "OFF",
  ]),
});

export const GenerateContentSchema = z.strictObject({
  contents: z.array(ContentSchema).min(1),
  systemInstruction: z
    .strictObject({ role: z.enum(["user", "system"]).optional(), parts: z.array(PartSchema).min(1) })
    .optional(),
  generationConfig: GenerationConfigSchema.optional(),
  safetySettings: z.array(SafetySettingSchema).optional(),
  serviceTier: z.enum(["unspecified", "standard", "flex"]).optional(),
  /** Accepted to distinguish `v1` from `v1beta`. The simulated cache is always empty. */
  cachedContent: z.string().optional(),
});
export type GenerateContent = z.infer<typeof GenerateContentSchema>;

export const PredictSchema = z.strictObject({
  instances: z.array(z.strictObject({ prompt: z.string().min(1) })).length(1),
  parameters: z
    .strictObject({
      sampleCount: z.int().min(1).max(4).optional(),
      aspectRatio: z.enum(["1:1", "3:4", "4:3", "9:16", "16:9"]).optional(),
      sampleImageSize: z.enum(["1K", "2K"]).optional(),
      negativePrompt: z.string().optional(),
      seed: z.int().min(1).max(2_147_483_647).optional(),
      outputOptions: z
        .strictObject({
          mimeType: z.enum(["image/png", "image/jpeg"]).optional(),
          compressionQuality: z.int().min(0).max(100).optional(),
        })
        .optional(),
      addWatermark: z.boolean().optional(),
      includeRaiReason: z.boolean().optional(),
      personGeneration: z.enum(["dont_allow", "allow_adult", "allow_all"]).optional(),
      safetySetting: z.enum(["block_low_and_above", "block_medium_and_above", "block_only_high"]).optional(),
      enhancePrompt: z.boolean().optional(),
      language: z.string().optional(),
    })
    // Vertex AI refuses a seed together with a watermark, which is on by default.
    .refine(({ seed, addWatermark }) => seed === undefined || addWatermark === false, {
      message: "Seed is not supported when watermark is enabled.",
    })
    .optional(),
});
export type Predict = z.infer<typeof PredictSchema>;
