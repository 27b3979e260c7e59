// For tests: a hosted model that gives prepared replies in order and records its questions.
import type { HostedModel, Question, Reply } from "./model.ts";

export interface ScriptedModel extends HostedModel {
  asked: Question[];
}

type Answer = Partial<Pick<Reply, "end" | "reason" | "heldBack" | "text" | "images">>;
/** A reply, a function from the question to a reply, or an error to throw. */
export type Line = Answer | ((question: Question) => Answer) | Error;

/** Every reply costs 100 micro-dollars. The last line is repeated. */
export function scriptedModel(id: string, lines: readonly Line[]): ScriptedModel {
  const asked: Question[] = [];
  return {
    id,
    asked,
    async ask(question, signal) {
      signal.throwIfAborted();
      // Copied, because the caller may continue the same turns.
      asked.push({ ...question, turns: [...question.turns] });
      const line = lines[Math.min(asked.length, lines.length) - 1] ?? {};
      if (line instanceof Error) throw line;
      const answer = typeof line === "function" ? line(question) : line;
      return {
        ...{ end: "done", reason: "STOP", text: "", images: [] },
        ...answer,
        usage: {
          model: id,
          inputTokens: 10,
          outputTokens: 5,
          images: answer.images?.length ?? 0,
          costMicros: 100,
        },
      };
    },
  };
}
