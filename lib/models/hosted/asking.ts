// Asks a text model for JSON that fits a schema and a check: once, once more with what was wrong, and where a safety filter holds the
// answer back, once more with a softer prompt.
import type * as z from "zod";
import { toDotPath } from "zod/v4/core";
import { RetryableError, TerminalError } from "../../pipeline/errors.ts";
import type { ModelTask } from "../catalog-schema.ts";
import type { Desk } from "../desk.ts";
import type { Completed } from "../prompts/prompt.ts";
import { ask } from "./ask.ts";
import { answerSchema } from "./json-schema.ts";
import type { HostedModel, JsonSchema, Part, Reply, Turn } from "./model.ts";
import { readAnswer } from "./read-answer.ts";

interface Wording {
  system: string;
  parts: readonly Part[];
}

export interface JsonTask<Answer, Output> {
  /** For messages: `the plot`. */
  name: string;
  /** Decides how much the model thinks. */
  task: ModelTask;
  wording: Wording;
  /** What is asked instead after a refusal; absent where nothing can be softened. */
  softer?: () => Wording;
  answer: z.ZodType<Answer>;
  maxOutputTokens: number;
  seed?: number;
  complete(answer: Answer): Completed<Output>;
}

/** Faults that are told to the model when it is asked again. */
const TOLD_FAULTS = 12;

/**
 * Throws `TerminalError("refused")` when a safety filter holds back the answer to the softer prompt too, `RetryableError` when the
 * second answer cannot be used either, and as `HostedModel.ask` does.
 */
export async function askForJson<Answer, Output>(
  model: HostedModel,
  task: JsonTask<Answer, Output>,
  desk: Desk,
): Promise<Output> {
  const schema = answerSchema(task.answer);
  const first = await converse(model, task, { ...task.wording, schema, desk });
  if (first.kind === "output") return first.output;
  const softer = task.softer?.();
  const refusal = softer === undefined ? first : await converse(model, task, { ...softer, schema, desk });
  if (refusal.kind === "output") {
    desk.note(`${model.id} refused to write ${task.name} (${first.reason}); a softer prompt was taken`);
    return refusal.output;
  }
  const message = `${model.id} refuses to write ${task.name} of this story (${refusal.reason}). Change the story, or choose another model.`;
  throw new TerminalError("refused", message);
}

interface Conversation extends Wording {
  schema: JsonSchema;
  desk: Desk;
}

async function converse<Answer, Output>(
  model: HostedModel,
  task: JsonTask<Answer, Output>,
  { system, parts, schema, desk }: Conversation,
): Promise<{ kind: "output"; output: Output } | { kind: "refused"; reason: string }> {
  const turns: Turn[] = [{ role: "user", parts }];
  const { maxOutputTokens, seed } = task;
  let faults: string[] = [];
  for (const attempt of [1, 2]) {
    const reply = await ask(desk, model, {
      ...{ task: task.task, system, turns },
      ...(seed === undefined ? {} : { seed }),
      wanted: { kind: "json", schema, maxOutputTokens },
    });
    if (reply.end === "refused") return { kind: "refused", reason: reply.reason };
    const read = readReply(reply, task);
    if (read.kind === "fits") return { kind: "output", output: read.output };
    faults = read.faults;
    if (attempt === 1) turns.push(...correction(reply.text, faults));
  }
  throw new RetryableError(
    `${model.id} gave an unusable answer for ${task.name} twice: ${faults.slice(0, 3).join("; ")}`,
  );
}

function readReply<Answer, Output>({ end, text }: Reply, task: JsonTask<Answer, Output>): Completed<Output> {
  if (end === "truncated") {
    const fault = `the answer was cut off after ${task.maxOutputTokens} tokens: be shorter`;
    return { kind: "faulty", faults: [fault] };
  }
  const read = readAnswer(text, task.wording.system);
  if (read.kind === "faulty") return read;
  const parsed = task.answer.safeParse(read.value);
  if (parsed.success) return task.complete(parsed.data);
  return {
    kind: "faulty",
    faults: parsed.error.issues.map(({ path, message }) => `${toDotPath(path)}: ${message}`),
  };
}

function correction(text: string, faults: readonly string[]): Turn[] {
  const list = faults.slice(0, TOLD_FAULTS).map((fault) => `- ${fault}`);
  const request = `That answer cannot be used:\n${list.join("\n")}\nGive the whole answer again, corrected.`;
  return [
    // A turn without text is refused; what was said when nothing was said is told as such.
    { role: "model", parts: [{ text: text === "" ? "{}" : text }] },
    { role: "user", parts: [{ text: request }] },
  ];
}
