// One call to a model for JSON. The schema is sent as the service's response schema. If the service refuses it (its budget for schemas is
// hidden), the question is sent again in JSON mode, with the schema in the instruction.
import { contentHash } from "../../pipeline/canonical-json.ts";
import { TerminalError } from "../../pipeline/errors.ts";
import type { CallContext } from "../call-context.ts";
import { catalogModel } from "../catalog.ts";
import { ask } from "./ask.ts";
import type { HostedModel, JsonSchema, Question, Reply, Wanted } from "./model.ts";

/** Schemas that models refused, so that they are not sent again. Kept as long as the process runs. */
export interface SchemaRefusals {
  has(model: string, schema: JsonSchema): boolean;
  add(model: string, schema: JsonSchema): void;
}

export function schemaRefusals(): SchemaRefusals {
  const refused = new Set<string>();
  const keyOf = (model: string, schema: JsonSchema) => `${model} ${contentHash(JSON.stringify(schema))}`;
  return {
    has: (model, schema) => refused.has(keyOf(model, schema)),
    add: (model, schema) => void refused.add(keyOf(model, schema)),
  };
}

export interface JsonQuestion extends Question {
  wanted: Extract<Wanted, { kind: "json" }>;
}

interface Asking {
  /** For notices. */
  name: string;
  context: CallContext;
  refusals: SchemaRefusals;
  worth: (reply: Reply) => boolean;
}

/** Throws as `ask` does. */
export async function askForJson(
  model: HostedModel,
  question: JsonQuestion,
  { name, context, refusals, worth }: Asking,
): Promise<Reply> {
  const { schema } = question.wanted;
  const askInPrompt = () => ask(context, model, withSchemaInPrompt(question), { worth });
  if (!catalogModel(model.id).takesSchema || refusals.has(model.id, schema)) return askInPrompt();
  try {
    return await ask(context, model, question, { worth });
  } catch (error) {
    context.signal.throwIfAborted();
    if (!isAboutTheRequest(error)) throw error;
    const reply = await askInPrompt();
    // Only this success proves that the schema was the cause.
    refusals.add(model.id, schema);
    context.note(`${name}: ${error.message}; the request is repeated with the schema in the prompt`);
    return reply;
  }
}

/** Many refusals of a schema have a general message: "Request contains an invalid argument." */
const isAboutTheRequest = (error: unknown): error is TerminalError =>
  error instanceof TerminalError && (error.code === "model-schema" || error.code === "model-rejected");

function withSchemaInPrompt(question: JsonQuestion): JsonQuestion {
  const { system, wanted } = question;
  const rule = `Answer with one JSON object that fits this JSON Schema, and with nothing else:\n${JSON.stringify(wanted.schema)}`;
  return {
    ...question,
    system: system === undefined ? rule : `${system}\n${rule}`,
    wanted: { ...wanted, as: "prompt" },
  };
}
