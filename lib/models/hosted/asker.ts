// Implements `Asker`: sends JSON questions to text models. An answer is parsed and repaired; a missing part is asked for separately; after an
// unusable answer the question is sent again with the faults; after a refusal, once with a softened prompt.
import { type Clock, systemClock } from "../../pipeline/clock.ts";
import { RetryableError, TerminalError } from "../../pipeline/errors.ts";
import type { CallContext } from "../call-context.ts";
import { dataText, type Prompt } from "../prompts/prompt.ts";
import { softened } from "../prompts/softened.ts";
import { answerSchema } from "./json-schema.ts";
import type { HostedModel, Part, Reply } from "./model.ts";
import { withFallback } from "./model-fallback.ts";
import { readAnswer } from "./read-answer.ts";
import { repairAnswer } from "./repair-answer.ts";
import { type RepairCounts, repairCounts } from "./repair-counts.ts";
import { runConcurrently } from "./run-concurrently.ts";
import { askForJson, type SchemaRefusals, schemaRefusals } from "./schema-fallback.ts";
import { SENT_SCHEMAS, type SentSchemas } from "./sent-schemas.ts";
import type { Asker, Completed, TextQuestion } from "./text-question.ts";

const AT_ONCE = 4;
/** A longer answer may be truncated, and may exceed the timeout of a call. */
const MOST_ANSWER_TOKENS = 8_000;
/** Most faults that are sent to the model when it is asked again. */
const TOLD_FAULTS = 12;

/** Schemas that models refused in this process. */
const REFUSALS = schemaRefusals();

/** No answer was usable. The answers are paid for. */
export class UnusableAnswerError extends RetryableError {}

interface AskerOptions {
  clock?: Clock;
  /** The schemas that may be sent. */
  sent?: SentSchemas;
  refusals?: SchemaRefusals;
}

/**
 * `models`: in fallback order. Throws a RangeError for a question whose schema is not in `SENT_SCHEMAS`. An unusable reply is not memoized,
 * so a repeated step asks again.
 */
export function createAsker(
  models: readonly HostedModel[],
  context: CallContext,
  { clock = systemClock, sent = SENT_SCHEMAS, refusals = REFUSALS }: AskerOptions = {},
): Asker {
  /** One call. `faults`: of the previous answer. */
  function call<Answer, Output>(
    question: TextQuestion<Answer, Output>,
    prompt: Prompt,
    faults: readonly string[],
  ): Promise<{ made: Reply; by: HostedModel }> {
    const { name, task, answer, maxOutputTokens, seed } = question;
    if (task === "picture" || !sent[task].includes(answer)) {
      throw new RangeError(`the schema of ${name} is not in SENT_SCHEMAS`);
    }
    if (maxOutputTokens > MOST_ANSWER_TOKENS) {
      throw new RangeError(
        `${name} allows ${maxOutputTokens} tokens of answer; the limit is ${MOST_ANSWER_TOKENS}`,
      );
    }
    const asked = {
      ...{ task, seed, system: prompt.system },
      turns: [{ role: "user" as const, parts: partsOf(prompt, faults) }],
      wanted: { kind: "json" as const, schema: answerSchema(answer), maxOutputTokens },
    };
    const worth = (reply: Reply) =>
      reply.end === "refused" || readReply(reply, question, prompt).completed.kind !== "unusable";
    return withFallback(models, { context, clock }, (model) =>
      askForJson(model, asked, { name, context, refusals, worth }),
    );
  }

  /** Asks until an answer is usable, at most `tries` times, and once more with a softened prompt after a refusal. */
  async function askUntilUsable<Answer, Output>(
    question: TextQuestion<Answer, Output>,
    tries: number,
  ): Promise<AskResult<Output>> {
    let { prompt } = question;
    let faults: readonly string[] = [];
    let refusal: Refusal | undefined;
    for (let left = tries; ; ) {
      const { made: reply, by } = await call(question, prompt, faults);
      if (reply.end === "refused") {
        const isFinal = refusal !== undefined || question.prompt.pictures !== undefined;
        refusal = { kind: "refused", model: by.id, reply };
        if (isFinal) return refusal;
        prompt = softened(question.prompt, question.language);
        faults = [];
        continue;
      }
      const { completed, repairs } = readReply(reply, question, prompt);
      if (completed.kind !== "unusable") {
        if (refusal !== undefined) {
          const { model } = refusal;
          context.note(
            `${question.name}: ${model} refused it (${refusal.reply.reason}); a softened prompt was used`,
          );
        }
        return { completed, repairs };
      }
      faults = completed.faults;
      left -= 1;
      if (left === 0) return { kind: "unusable", model: by.id, faults };
    }
  }

  async function ask<Answer, Output>(question: TextQuestion<Answer, Output>): Promise<Output> {
    const heard = await askUntilUsable(question, question.tries ?? 2);
    if ("kind" in heard) throw failureOf(heard, question);
    const { completed, repairs } = heard;
    const output = completed.kind === "whole" ? completed.output : await withMissing(completed, repairs);
    const told = repairs.summary();
    if (told !== "") context.note(`${question.name}: repaired ${told}`);
    return output;
  }

  /** Asks once for the missing part. Without an answer the output stays partial. */
  async function withMissing<Output>(
    { output, missing, merge }: Extract<Completed<Output>, { kind: "partial" }>,
    repairs: RepairCounts,
  ): Promise<Output> {
    const more = await askUntilUsable(missing, 1);
    if ("kind" in more) {
      context.note(`${missing.name}: left out (${reasonOf(more)})`);
      return output;
    }
    repairs.addAll(more.repairs);
    return merge(more.completed.output);
  }

  return {
    signal: context.signal,
    ask,
    async askAll<Answer, Output>(questions: readonly TextQuestion<Answer, Output>[]) {
      const tasks = questions.map((question) => () => ask(question));
      try {
        return await runConcurrently<Output>(tasks, AT_ONCE);
      } catch (error) {
        context.signal.throwIfAborted();
        throw error;
      }
    },
    note: (notice) => context.note(notice),
  };
}

interface Usable<Output> {
  completed: Exclude<Completed<Output>, { kind: "unusable" }>;
  repairs: RepairCounts;
}
interface Refusal {
  kind: "refused";
  model: string;
  reply: Reply;
}
interface Unusable {
  kind: "unusable";
  model: string;
  faults: readonly string[];
}
type AskResult<Output> = Usable<Output> | Refusal | Unusable;

/** Data and faults are separate parts, so that text in the data cannot merge with the instructions. */
function partsOf({ data, pictures = [] }: Prompt, faults: readonly string[]): Part[] {
  const list = faults.slice(0, TOLD_FAULTS).map((fault) => `- ${fault}`);
  const correction = `An earlier answer to this could not be used:\n${list.join("\n")}\nGive the whole answer anew, without these faults.`;
  const labelled = pictures.flatMap(({ label, bytes, contentType }): Part[] => [
    ...(label === undefined ? [] : [{ text: label }]),
    { bytes, contentType },
  ]);
  return [...labelled, { text: dataText(data) }, ...(list.length > 0 ? [{ text: correction }] : [])];
}

/** Pure, because a reply is read twice: to decide whether to memoize it, and to use it. */
function readReply<Answer, Output>(
  { end, reason, text }: Reply,
  { answer, maxOutputTokens, complete }: TextQuestion<Answer, Output>,
  { system }: Prompt,
): { completed: Completed<Output>; repairs: RepairCounts } {
  const repairs = repairCounts();
  const read = readAnswer(text, system, repairs);
  const unusable = (faults: readonly string[]) => {
    const cut = `the answer was cut off after ${maxOutputTokens} tokens: be shorter`;
    return { kind: "unusable" as const, faults: end === "truncated" ? [cut, ...faults] : faults };
  };
  if (read === undefined) {
    return { completed: unusable([`there is no JSON in the answer (${reason})`]), repairs };
  }
  const repaired = repairAnswer(answer, read, repairs);
  if (repaired.kind === "unusable") return { completed: unusable(repaired.faults), repairs };
  const completed = complete(repaired.answer, repairs);
  return { completed: completed.kind === "unusable" ? unusable(completed.faults) : completed, repairs };
}

function reasonOf(failure: Refusal | Unusable): string {
  return failure.kind === "refused"
    ? `${failure.model} refuses it: ${failure.reply.reason}`
    : failure.faults.slice(0, 3).join("; ");
}

function failureOf(
  failure: Refusal | Unusable,
  { name, task, tries }: Pick<TextQuestion<unknown, unknown>, "name" | "task" | "tries">,
): Error {
  const { model } = failure;
  if (failure.kind === "unusable") {
    return new UnusableAnswerError(
      `${model} returned an unusable answer for ${name}${tries === 1 ? "" : " twice"}: ${reasonOf(failure)}`,
    );
  }
  const { reason, heldBack } = failure.reply;
  // The concept's question holds the whole story, so a refusal of it is a refusal of the story.
  const what = task === "concept" ? "this story as a whole" : `${name}`;
  const which = heldBack === "prompt" ? "its filter blocks the text" : "its filter blocks the answer";
  return new TerminalError(
    "refused",
    `${model} refuses ${what}: ${which} (${reason}), also with a softened prompt. Change the passages that may cause this, or choose another model.`,
  );
}
