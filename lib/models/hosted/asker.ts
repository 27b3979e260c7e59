// Asks text models questions that are answered in JSON: an answer is read and mended, what is missing is asked for alone, an unusable
// answer is asked for once more with what was wrong, a refused one once with a softer prompt.
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
/** A longer answer may be cut off, and takes longer than a call may. */
const MOST_ANSWER_TOKENS = 8_000;
/** Faults that are told to the model when it is asked again. */
const TOLD_FAULTS = 12;

/** What the models of this process refused. */
const REFUSALS = schemaRefusals();

/** Nothing of the answers could be used. They are paid. */
export class UnusableAnswerError extends RetryableError {}

interface AskerOptions {
  clock?: Clock;
  /** The schemas that may be sent. */
  sent?: SentSchemas;
  refusals?: SchemaRefusals;
}

/**
 * `models` in the order in which they stand in for each other. A question whose schema is not in `SENT_SCHEMAS` is a RangeError. A reply
 * of which nothing could be used is not remembered: a repeated step asks for it anew.
 */
export function openAsker(
  models: readonly HostedModel[],
  context: CallContext,
  { clock = systemClock, sent = SENT_SCHEMAS, refusals = REFUSALS }: AskerOptions = {},
): Asker {
  /** One call. `faults` are those of the answer before. */
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
        `${name} allows ${maxOutputTokens} tokens of answer, and ${MOST_ANSWER_TOKENS} are the most`,
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

  /** Asks until something of an answer can be used, `tries` times at most, and once more where a softer prompt may help. */
  async function hear<Answer, Output>(
    question: TextQuestion<Answer, Output>,
    tries: number,
  ): Promise<Heard<Output>> {
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
      const { completed, mends } = readReply(reply, question, prompt);
      if (completed.kind !== "unusable") {
        if (refusal !== undefined) {
          const { model } = refusal;
          context.note(
            `${question.name}: ${model} refused it (${refusal.reply.reason}); a softer prompt was taken`,
          );
        }
        return { completed, mends };
      }
      faults = completed.faults;
      left -= 1;
      if (left === 0) return { kind: "unusable", model: by.id, faults };
    }
  }

  async function ask<Answer, Output>(question: TextQuestion<Answer, Output>): Promise<Output> {
    const heard = await hear(question, question.tries ?? 2);
    if ("kind" in heard) throw failureOf(heard, question);
    const { completed, mends } = heard;
    const output = completed.kind === "whole" ? completed.output : await withMissing(completed, mends);
    const told = mends.summary();
    if (told !== "") context.note(`${question.name}: mended ${told}`);
    return output;
  }

  /** What is missing is asked for once; the output does without what is missing then. */
  async function withMissing<Output>(
    { output, missing, merge }: Extract<Completed<Output>, { kind: "partial" }>,
    mends: RepairCounts,
  ): Promise<Output> {
    const more = await hear(missing, 1);
    if ("kind" in more) {
      context.note(`${missing.name}: left out (${reasonOf(more)})`);
      return output;
    }
    mends.addAll(more.mends);
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
  mends: RepairCounts;
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
type Heard<Output> = Usable<Output> | Refusal | Unusable;

/** Data and faults are parts of their own: what the data holds cannot run into what we say. */
function partsOf({ data, pictures = [] }: Prompt, faults: readonly string[]): Part[] {
  const list = faults.slice(0, TOLD_FAULTS).map((fault) => `- ${fault}`);
  const correction = `An earlier answer to this could not be used:\n${list.join("\n")}\nGive the whole answer anew, without these faults.`;
  const labelled = pictures.flatMap(({ label, bytes, contentType }): Part[] => [
    ...(label === undefined ? [] : [{ text: label }]),
    { bytes, contentType },
  ]);
  return [...labelled, { text: dataText(data) }, ...(list.length > 0 ? [{ text: correction }] : [])];
}

/** Pure: a reply is read once to know whether to remember it, and once to use it. */
function readReply<Answer, Output>(
  { end, reason, text }: Reply,
  { answer, maxOutputTokens, complete }: TextQuestion<Answer, Output>,
  { system }: Prompt,
): { completed: Completed<Output>; mends: RepairCounts } {
  const mends = repairCounts();
  const read = readAnswer(text, system, mends);
  const unusable = (faults: readonly string[]) => {
    const cut = `the answer was cut off after ${maxOutputTokens} tokens: be shorter`;
    return { kind: "unusable" as const, faults: end === "truncated" ? [cut, ...faults] : faults };
  };
  if (read === undefined) {
    return { completed: unusable([`there is no JSON in the answer (${reason})`]), mends };
  }
  const mended = repairAnswer(answer, read, mends);
  if (mended.kind === "unusable") return { completed: unusable(mended.faults), mends };
  const completed = complete(mended.answer, mends);
  return { completed: completed.kind === "unusable" ? unusable(completed.faults) : completed, mends };
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
      `${model} gave an unusable answer for ${name}${tries === 1 ? "" : " twice"}: ${reasonOf(failure)}`,
    );
  }
  const { reason, heldBack } = failure.reply;
  // The concept is asked of the whole story: what is refused there is refused everywhere.
  const what = task === "concept" ? "this story as a whole" : `${name}`;
  const which =
    heldBack === "prompt" ? "its filter does not let the text in" : "its filter holds the answer back";
  return new TerminalError(
    "refused",
    `${model} refuses ${what}: ${which} (${reason}), in softer words as well. Change the passages that may offend it, or choose another model.`,
  );
}
