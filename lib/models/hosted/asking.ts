// Asks a text model for JSON that fits a schema and a check: once, and once more with what was wrong.
import * as z from "zod";
import { RetryableError, TerminalError } from "../../pipeline/errors.ts";
import type { Completed } from "../prompts/prompt.ts";
import type { Usage } from "../writer.ts";
import { answerSchema } from "./json-schema.ts";
import { addUsage, type HostedModel, type Part, type Turn } from "./model.ts";

export interface JsonTask<Answer, Output> {
  /** For messages: `the plot`. */
  name: string;
  system: string;
  parts: readonly Part[];
  answer: z.ZodType<Answer>;
  maxOutputTokens: number;
  seed?: number;
  complete(answer: Answer): Completed<Output>;
  /** Told the price of each call as it is made, also of those that come to nothing. */
  onPaid?(usage: Usage): void;
}

/** Faults that are told to the model when it is asked again. */
const TOLD_FAULTS = 12;

/**
 * Throws `TerminalError("refused")` when a safety filter holds the answer back, `RetryableError` when the second answer
 * cannot be used either, and as `HostedModel.ask` does.
 */
export async function askForJson<Answer, Output>(
  model: HostedModel,
  task: JsonTask<Answer, Output>,
  signal: AbortSignal,
): Promise<{ output: Output; usage: Usage }> {
  const schema = answerSchema(task.answer);
  const turns: Turn[] = [{ role: "user", parts: task.parts }];
  let usage: Usage | undefined;
  let faults: string[] = [];
  for (const attempt of [1, 2]) {
    const reply = await model.ask(
      {
        ...{ system: task.system, turns },
        ...(task.seed === undefined ? {} : { seed: task.seed }),
        wanted: { kind: "json", schema, maxOutputTokens: task.maxOutputTokens },
      },
      signal,
    );
    task.onPaid?.(reply.usage);
    usage = usage === undefined ? reply.usage : addUsage(usage, reply.usage);
    if (reply.end === "refused") {
      const message = `${model.id} refuses to write ${task.name} of this story (${reply.reason}). Change the story, or choose another model.`;
      throw new TerminalError("refused", message);
    }
    const read = reply.end === "truncated" ? cutOff(task.maxOutputTokens) : readAnswer(reply.text, task);
    if (read.kind === "fits") return { output: read.output, usage };
    faults = read.faults;
    if (attempt === 1) turns.push(...correction(reply.text, faults));
  }
  throw new RetryableError(
    `${model.id} gave an unusable answer for ${task.name} twice: ${faults.slice(0, 3).join("; ")}`,
  );
}

function cutOff(maxOutputTokens: number): Completed<never> {
  return { kind: "faulty", faults: [`the answer was cut off after ${maxOutputTokens} tokens: be shorter`] };
}

function readAnswer<Answer, Output>(text: string, task: JsonTask<Answer, Output>): Completed<Output> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "faulty", faults: [`the answer is not JSON: ${reason}`] };
  }
  const parsed = task.answer.safeParse(value);
  if (parsed.success) return task.complete(parsed.data);
  return {
    kind: "faulty",
    faults: parsed.error.issues.map(({ path, message }) => `${z.core.toDotPath(path)}: ${message}`),
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
