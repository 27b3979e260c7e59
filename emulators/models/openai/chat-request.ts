// Parses the request of OpenAI's chat completions by the rules of each program.
import * as z from "zod";
import { type JsonSchema, JsonSchemaSchema } from "../wire.ts";
import { ChatError } from "./chat-error.ts";

/** The simulated programs. */
export const CHAT_PROGRAMS = ["ollama", "llama-server", "lm-studio", "openai"] as const;
export type ChatProgram = (typeof CHAT_PROGRAMS)[number];

const TextPart = z.object({ type: z.literal("text"), text: z.string() });
const ImagePart = z.object({ type: z.literal("image_url"), image_url: z.object({ url: z.string() }) });

const MessageSchema = z.object({
  role: z.enum(["system", "user", "assistant", "developer"]),
  content: z.union([z.string(), z.array(z.union([TextPart, ImagePart])).min(1)]),
});

const FIELDS = {
  model: z.string(),
  messages: z.array(MessageSchema).min(1, "[] is too short - 'messages'"),
  stream: z.literal(false).optional(),
  max_tokens: z.int().positive().optional(),
  seed: z.int().optional(),
  temperature: z.number().optional(),
  top_p: z.number().optional(),
  response_format: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("text") }),
      z.object({ type: z.literal("json_object") }),
      z.object({
        type: z.literal("json_schema"),
        json_schema: z.object({
          name: z.string().regex(/^[\w-]{1,64}$/),
          strict: z.boolean().optional(),
          schema: z.record(z.string(), z.unknown()),
        }),
      }),
    ])
    .optional(),
};
/** OpenAI refuses unknown fields. The other programs ignore them. */
const READ: Record<ChatProgram, z.ZodType<z.infer<z.ZodObject<typeof FIELDS>>>> = {
  ollama: z.object(FIELDS),
  "llama-server": z.object(FIELDS),
  "lm-studio": z.object(FIELDS),
  openai: z.strictObject(FIELDS),
};

export interface ChatRequest {
  model: string;
  /** The system's text, then the text of each message. */
  system: string;
  texts: string[];
  images: Uint8Array[];
  maxTokens: number | undefined;
  schema: JsonSchema | undefined;
  wantsJson: boolean;
}

/** Throws the program's `ChatError`. */
export function readChat(body: unknown, program: ChatProgram): ChatRequest {
  const parsed = READ[program].safeParse(body);
  if (!parsed.success) throw refusalOf(parsed.error);
  const { model, messages, max_tokens, response_format: format } = parsed.data;
  if (program === "lm-studio" && format?.type === "json_object")
    throw new ChatError(400, "'response_format.type' must be 'json_schema' or 'text'");
  const strict = format?.type === "json_schema" && format.json_schema.strict === true;
  if (program === "openai" && strict) checkStrict(format.json_schema.schema, []);
  const [system, others] = [
    messages.filter(({ role }) => role === "system" || role === "developer"),
    messages.filter(({ role }) => role === "user" || role === "assistant"),
  ];
  const parts = others.flatMap(({ content }) =>
    typeof content === "string" ? [{ type: "text" as const, text: content }] : content,
  );
  return {
    model,
    system: system.map(({ content }) => (typeof content === "string" ? content : "")).join("\n"),
    texts: parts.flatMap((part) => (part.type === "text" ? part.text : [])),
    images: parts.flatMap((part) => (part.type === "image_url" ? [imageOf(part.image_url.url)] : [])),
    maxTokens: max_tokens,
    schema: format?.type === "json_schema" ? JsonSchemaSchema.parse(format.json_schema.schema) : undefined,
    wantsJson: format !== undefined && format.type !== "text",
  };
}

function refusalOf(error: z.ZodError): ChatError {
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys")
    return new ChatError(400, `Unknown parameter: '${issue.keys[0]}'.`, "unknown_parameter");
  return new ChatError(400, `${issue?.path.join(".")}: ${issue?.message}`);
}

function imageOf(url: string): Uint8Array {
  if (/^https?:/.test(url))
    throw new ChatError(
      400,
      "image URLs are not currently supported, please use base64 encoded data instead",
    );
  const base64 = /^data:(?:image\/(?:jpeg|jpg|png|webp))?;base64,([A-Za-z0-9+/]+=*)$/.exec(url)?.[1];
  if (base64 === undefined) throw new ChatError(400, "invalid image input");
  return Buffer.from(base64, "base64");
}

const StrictNode = z.looseObject({
  type: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
});
/** Keywords that strict mode accepts. */
const STRICT_KEYWORDS = new Set([
  ...["type", "properties", "required", "additionalProperties", "items", "anyOf", "enum", "description"],
  ...["title", "const", "$ref", "$defs", "pattern", "format", "minimum", "maximum", "minItems", "maxItems"],
]);

/** https://platform.openai.com/docs/guides/structured-outputs#supported-schemas */
function checkStrict(value: unknown, path: readonly string[]): void {
  const node = StrictNode.parse(value);
  const refuse = (why: string) =>
    new ChatError(
      400,
      `Invalid schema for response_format 'answer': In context=(${path.join(", ")}), ${why}.`,
      "invalid_json_schema",
    );
  const unknown = Object.keys(node).find((keyword) => !STRICT_KEYWORDS.has(keyword));
  if (unknown !== undefined) throw refuse(`'${unknown}' is not permitted`);
  if (node.properties !== undefined) {
    if (node.additionalProperties !== false)
      throw refuse("'additionalProperties' is required to be supplied and to be false");
    const missing = Object.keys(node.properties).find((name) => !node.required?.includes(name));
    if (missing !== undefined)
      throw refuse(
        `'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'`,
      );
    for (const [name, inner] of Object.entries(node.properties))
      checkStrict(inner, [...path, "properties", name]);
  }
  if (node.items !== undefined) checkStrict(node.items, [...path, "items"]);
  for (const [index, inner] of (node.anyOf ?? []).entries())
    checkStrict(inner, [...path, "anyOf", String(index)]);
}
