// For tests: an `Asker` whose answers come from a function. It repairs and completes them as the real one does.
import { repairAnswer } from "../hosted/repair-answer.ts";
import type { Asker, Completed, TextQuestion } from "../hosted/text-question.ts";

type Asked = Omit<TextQuestion<unknown, unknown>, "complete">;

export interface TestAsker extends Asker {
  asked: Asked[];
  /** Repaired faults and their counts. */
  repairs: Map<string, number>;
  notices: string[];
}

/** `answer` gets the prompt's data. Throws where two answers are unusable. */
export function testAsker(answer: (data: Record<string, unknown>) => unknown): TestAsker {
  const asked: Asked[] = [];
  const repairs = new Map<string, number>();
  const notices: string[] = [];
  const count = (fault: string, times = 1) => void repairs.set(fault, (repairs.get(fault) ?? 0) + times);
  async function answered<Answer, Output>(
    question: TextQuestion<Answer, Output>,
  ): Promise<Completed<Output>> {
    asked.push(question);
    // As transmitted.
    const told: unknown = JSON.parse(JSON.stringify(await answer(question.prompt.data)));
    const repaired = repairAnswer(question.answer, told, { count });
    return repaired.kind === "fits" ? question.complete(repaired.answer, { count }) : repaired;
  }
  async function ask<Answer, Output>(question: TextQuestion<Answer, Output>): Promise<Output> {
    const first = await answered(question);
    const completed = first.kind === "unusable" ? await answered(question) : first;
    if (completed.kind === "unusable") throw new Error(`${question.name}: ${completed.faults.join("; ")}`);
    if (completed.kind === "whole") return completed.output;
    const more = await answered(completed.missing);
    return more.kind === "unusable" ? completed.output : completed.merge(more.output);
  }
  return {
    signal: new AbortController().signal,
    ...{ asked, repairs, notices, ask },
    askAll: (questions) => Promise.all(questions.map(ask)),
    note: (notice) => void notices.push(notice),
  };
}
