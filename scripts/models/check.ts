// Asks every hosted model that a set of `--models` would use for one small thing, and says what came back and what it cost.

import { catalogModel, findings } from "../../lib/models/catalog.ts";
import { accessOf, type ModelChoice } from "../../lib/models/hosted/access.ts";
import { loadHosted } from "../../lib/models/hosted/load.ts";
import type { Question } from "../../lib/models/hosted/model.ts";
import { hostedModels, readinessOf } from "../../lib/models/hosted/settings.ts";
import { MODEL_SETS } from "../../lib/models/model-sets.ts";
import { today } from "../../lib/models/today.ts";

const HELLO: Question = {
  task: "look",
  turns: [{ role: "user", parts: [{ text: "Answer with the word OK." }] }],
  wanted: { kind: "text", maxOutputTokens: 64 },
};
const DOT: Question = {
  task: "picture",
  turns: [{ role: "user", parts: [{ text: "A black ink dot on white paper. No letters." }] }],
  wanted: { kind: "image", aspectRatio: "1:1", size: "1K" },
  seed: 1,
};
const PATIENCE_MS = 120_000;

/** 0: all that can be asked answered. 1: one did not. 2: none can be asked. */
export async function checkModels(say: (line: string) => void): Promise<number> {
  const sets = ["gemini", "vertexai", "imagen"] as const;
  const ids = [...new Set(sets.flatMap((name) => Object.values(MODEL_SETS[name])))];
  const called = new Map(hostedModels(ids).map((used) => [`${used.adapter} ${used.model}`, used]));
  const open = [...called.values()].filter(({ adapter }) => accessOf(adapter) !== undefined);
  for (const line of readinessOf(ids, today()).missing) say(line);
  for (const { adapter, model } of called.values()) {
    if (accessOf(adapter) === undefined)
      say(`${adapter} ${model}: would be asked once, by ${catalogModel(model).method}`);
  }
  if (open.length === 0) return 2;
  let costMicros = 0;
  let failed = 0;
  for (const { adapter, model } of open) {
    const service = accessOf(adapter)?.kind === "key" ? "gemini" : "vertex";
    for (const { message } of findings(today(), [{ model, service }])) say(message);
    try {
      const { line, micros } = await askOnce({ adapter, model });
      say(line);
      costMicros += micros;
    } catch (error) {
      failed += 1;
      say(`${adapter} ${model}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  say(`together ${dollars(costMicros)}`);
  return failed > 0 ? 1 : 0;
}

async function askOnce({ adapter, model }: ModelChoice): Promise<{ line: string; micros: number }> {
  const hosted = await loadHosted({ adapter, model });
  const startedAt = performance.now();
  const question = catalogModel(model).kind === "image" ? DOT : HELLO;
  const { end, reason, usage } = await hosted.ask(question, AbortSignal.timeout(PATIENCE_MS));
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const outcome = end === "done" ? "answers" : `${end} (${reason})`;
  return {
    line: `${adapter} ${model}: ${outcome}, ${seconds} s, ${dollars(usage.costMicros)}`,
    micros: usage.costMicros,
  };
}

const dollars = (micros: number) => `$${(micros / 1e6).toFixed(6)}`;
