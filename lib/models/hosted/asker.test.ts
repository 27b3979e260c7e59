// The handling of every kind of answer, and its number of calls: one if repaired, one more for a missing part, two if unusable.
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import type { Packed } from "../../pipeline/phase.ts";
import type { CallContext } from "../call-context.ts";
import { unmeteredContext } from "../unmetered-context.ts";
import { createAsker } from "./asker.ts";
import { UnansweredError } from "./failures.ts";
import { schemaRefusals } from "./schema-fallback.ts";
import { scriptedModel } from "./scripted-model.ts";
import { SENT_SCHEMAS } from "./sent-schemas.ts";
import type { TextQuestion } from "./text-question.ts";

const clock = { now: () => 0, sleep: async () => {} };

const AnswerSchema = z.object({
  items: z.array(z.object({ id: z.string().min(1), weight: z.int().min(1).max(5) })),
});
type Answer = z.infer<typeof AnswerSchema>;
const OtherSchema = z.object({ other: z.string() });
const sent = { ...SENT_SCHEMAS, plan: [AnswerSchema, OtherSchema] };

/** Requests items by their ids; an answer with none of them is unusable. */
function itemsOf(ids: readonly string[], name = "the items"): TextQuestion<Answer, string[]> {
  return {
    ...{ name, task: "plan", language: "en", seed: 7, answer: AnswerSchema, maxOutputTokens: 500 },
    prompt: { system: "Weigh the items.", data: { ids, story: "A murder with a knife." } },
    complete({ items }, repairs) {
      const given = items.filter(({ id }) => ids.includes(id));
      repairs.count("unknown item", items.length - given.length);
      const output = given.map(({ id, weight }) => `${id}:${weight}`);
      const missing = ids.filter((id) => !given.some((item) => item.id === id));
      if (given.length === 0) return { kind: "unusable", faults: [`none of ${ids.join()} is there`] };
      if (missing.length === 0) return { kind: "whole", output };
      return {
        ...{ kind: "partial", output, missing: itemsOf(missing, "the missing items") },
        merge: (more) => [...output, ...more],
      };
    },
  };
}

const A = { id: "a", weight: 1 };
const B = { id: "b", weight: 2 };
const said = (...items: unknown[]) => ({ text: JSON.stringify({ items }) });
const REFUSED = { end: "refused", reason: "SAFETY" } as const;

type Lines = Parameters<typeof scriptedModel>[1];

function askerOf(lines: Lines, context: CallContext = unmeteredContext(), refusals = schemaRefusals()) {
  const model = scriptedModel("gemini-3.8-flash", lines);
  return { model, asker: createAsker([model], context, { clock, sent, refusals }) };
}

async function ask(lines: Lines, question = itemsOf(["a", "b"])) {
  const context = unmeteredContext();
  const { model, asker } = askerOf(lines, context);
  const output = await asker.ask(question).catch((error: unknown) => error);
  const texts = model.asked.map(({ turns }) =>
    turns.flatMap(({ parts }) => parts.map((part) => ("text" in part ? part.text : "(picture)"))),
  );
  return { output, model, texts, notices: context.notices, calls: model.asked.length };
}

/** A context that memoizes what its calls declare worth it, as the pipeline's does. */
function memoizingContext(): CallContext {
  const memory = new Map<string, Packed>();
  const context = unmeteredContext();
  return {
    ...context,
    async call(call) {
      const key = JSON.stringify([call.model, call.memo?.key]);
      const packed = memory.get(key);
      if (packed !== undefined && call.memo !== undefined) return call.memo.unpack(packed);
      const made = await context.call(call);
      const kept = call.memo?.pack(made);
      if (kept !== undefined) memory.set(key, kept);
      return made;
    },
  };
}

describe("a good or repairable answer", () => {
  it("is used unchanged, without a note", async () => {
    const { output, calls, notices, model } = await ask([said(A, B)]);
    expect({ output, calls, notices }).toEqual({ output: ["a:1", "b:2"], calls: 1, notices: [] });
    expect(model.asked[0]).toMatchObject({ task: "plan", seed: 7, system: "Weigh the items." });
    expect(model.asked[0]?.wanted).toMatchObject({ kind: "json", maxOutputTokens: 500 });
  });

  it("is repaired, with all repairs in one note", async () => {
    const items = [{ id: "a", weight: "one 1" }, { ...B, weight: 9 }, { id: "z", weight: 1 }, {}];
    const { output, calls, notices } = await ask([
      { text: `Sure:\n\`\`\`json\n${JSON.stringify({ items })}\n\`\`\`` },
    ]);
    expect({ output, calls }).toEqual({ output: ["a:1", "b:5"], calls: 1 });
    expect(notices).toEqual([
      "the items: repaired 1 × text around the JSON, 1 × mistyped weight, 1 × out of range weight, 1 × unusable items, 1 × unknown item",
    ]);
  });
});

describe("a missing part", () => {
  it("is requested separately, in one more call", async () => {
    const { output, calls, texts, notices } = await ask([said(A), said({ ...B, weight: 0 })]);
    expect({ output, calls }).toEqual({ output: ["a:1", "b:1"], calls: 2 });
    expect(texts[1]).toEqual([expect.stringContaining('"ids":["b"]')]);
    expect(notices).toEqual(["the items: repaired 1 × out of range weight"]);
  });

  it("of a truncated answer is requested, and the complete part is kept", async () => {
    const { text } = said(A, B);
    const { output, calls, notices } = await ask([
      { end: "truncated", reason: "MAX_TOKENS", text: text.slice(0, -4) },
      said(B),
    ]);
    expect({ output, calls }).toEqual({ output: ["a:1", "b:2"], calls: 2 });
    expect(notices).toEqual(["the items: repaired 1 × answer broken off"]);
  });

  it("is given up when its answer lacks it or is refused, with a note", async () => {
    const unusable = await ask([said(A), said({ ...A, id: "z" })]);
    expect(unusable).toMatchObject({ output: ["a:1"], calls: 2 });
    expect(unusable.notices).toEqual(["the missing items: left out (none of b is there)"]);
    const refused = await ask([said(A), REFUSED]);
    expect(refused).toMatchObject({ output: ["a:1"], calls: 3 });
    expect(refused.notices).toEqual(["the missing items: left out (gemini-3.8-flash refuses it: SAFETY)"]);
  });

  it("is not requested a second time when some of it is still missing", async () => {
    const { output, calls } = await ask([said(A), said(B)], itemsOf(["a", "b", "c"]));
    expect({ output, calls }).toEqual({ output: ["a:1", "b:2"], calls: 2 });
  });

  it("is the only request of a repeated step", async () => {
    const { model, asker } = askerOf([said(A), new BusyError("429"), said(B)], memoizingContext());
    await expect(asker.ask(itemsOf(["a", "b"]))).rejects.toThrow(BusyError);
    expect(await asker.ask(itemsOf(["a", "b"]))).toEqual(["a:1", "b:2"]);
    expect(model.asked).toHaveLength(3);
  });
});

describe("an unusable answer", () => {
  it.each([
    ["not JSON", { text: "Of course!" }, /there is no JSON in the answer \(STOP\)/],
    ["of another form", { text: '{"answer": 42}' }, /it must have items/],
    ["without any requested item", said({ ...A, id: "z" }), /none of a,b is there/],
    ["empty", { end: "empty", reason: "MALFORMED_RESPONSE" } as const, /MALFORMED_RESPONSE/],
    [
      "without a complete item",
      { end: "truncated", text: '{"items": [{"id"' } as const,
      /cut off after 500 tokens/,
    ],
  ])("that is %s is requested once more, with its faults", async (_what, line, told) => {
    const { output, calls, texts, notices } = await ask([line, said(A, B)]);
    expect({ output, calls, notices }).toEqual({ output: ["a:1", "b:2"], calls: 2, notices: [] });
    // The data is unchanged, and the faults are in a part of their own.
    expect(texts[1]?.[0]).toBe(texts[0]?.[0]);
    expect(texts[1]?.[1]).toMatch(told);
  });

  it("fails the attempt when it comes twice, and the next attempt asks again", async () => {
    const { model, asker } = askerOf([{ text: "no" }], memoizingContext());
    const asked = asker.ask(itemsOf(["a"]));
    await expect(asked).rejects.toThrow(RetryableError);
    await expect(asked).rejects.toThrow(/unusable answer for the items twice: there is no JSON/);
    expect(model.asked).toHaveLength(2);
    await expect(asker.ask(itemsOf(["a"]))).rejects.toThrow(RetryableError);
    expect(model.asked).toHaveLength(4);
  });
});

describe("a refused answer", () => {
  it("is requested once with a softer prompt, with a note", async () => {
    const { output, calls, texts, model, notices } = await ask([REFUSED, said(A, B)]);
    expect({ output, calls }).toEqual({ output: ["a:1", "b:2"], calls: 2 });
    expect(texts[1]?.join()).not.toMatch(/murder|knife/);
    expect(model.asked[1]?.system).toMatch(/^Weigh the items\.\n.*all ages/);
    expect(notices).toEqual(["the items: gemini-3.8-flash refused it (SAFETY); a softened prompt was used"]);
  });

  it("is softened after an unusable one too, in three calls at most", async () => {
    expect(await ask([{ text: "no" }, REFUSED, said(A, B)])).toMatchObject({
      output: ["a:1", "b:2"],
      calls: 3,
    });
    expect(await ask([{ text: "no" }, REFUSED, { text: "no" }])).toMatchObject({
      output: expect.any(RetryableError),
      calls: 3,
    });
  });

  it("that is refused again fails the session with what was refused and what to do, and is memoized", async () => {
    const { model, asker } = askerOf([REFUSED], memoizingContext());
    for (const _ of [1, 2]) {
      const asked = asker.ask(itemsOf(["a"]));
      await expect(asked).rejects.toThrow(TerminalError);
      await expect(asked).rejects.toMatchObject({
        code: "refused",
        message: /^gemini-3\.8-flash refuses the items: .*SAFETY.*Change the passages/,
      });
    }
    expect(model.asked).toHaveLength(2);
  });

  it("about a picture is not softened, because its words are the project's own", async () => {
    const question = itemsOf(["a"]);
    const pictures = [{ bytes: new Uint8Array([1]), contentType: "image/png" }];
    const { output, calls, texts } = await ask([REFUSED], {
      ...{ ...question, prompt: { ...question.prompt, pictures } },
    });
    expect({ output, calls }).toEqual({ output: expect.any(TerminalError), calls: 1 });
    expect(texts[0]).toEqual(["(picture)", expect.stringMatching(/^<data>/)]);
  });
});

describe("a schema that the service refuses", () => {
  const BAD_SCHEMA = new TerminalError("model-schema", "too many states for serving");

  it.each(["model-schema", "model-rejected"])("with %s is sent in the prompt from then on", async (code) => {
    const context = unmeteredContext();
    const { model, asker } = askerOf([new TerminalError(code, "bad (400)"), said(A), said(A)], context);
    expect(await asker.ask(itemsOf(["a"]))).toEqual(["a:1"]);
    expect(model.asked.map(({ wanted }) => wanted.kind === "json" && wanted.as)).toEqual([
      undefined,
      "prompt",
    ]);
    expect(model.asked[1]?.system).toMatch(/^Weigh the items\.\nAnswer with one JSON object .*"items"/s);
    expect(context.notices).toEqual([
      "the items: bad (400); the request is repeated with the schema in the prompt",
    ]);
    await asker.ask(itemsOf(["a"]));
    expect(model.asked).toHaveLength(3);
    expect(model.asked[2]?.wanted).toMatchObject({ as: "prompt" });
  });

  it("does not affect other schemas of the model", async () => {
    const { model, asker } = askerOf([BAD_SCHEMA, said(A), { text: '{"other": "x"}' }]);
    await asker.ask(itemsOf(["a"]));
    const other: TextQuestion<{ other: string }, string> = {
      ...{ ...itemsOf([]), answer: OtherSchema },
      complete: ({ other }) => ({ kind: "whole", output: other }),
    };
    expect(await asker.ask(other)).toBe("x");
    expect(model.asked.at(-1)?.wanted).not.toHaveProperty("as");
  });

  it("was not the cause where the request is refused without it, too", async () => {
    const refusals = schemaRefusals();
    const rejected = new TerminalError("model-rejected", "the prompt is too long (400)");
    const failing = askerOf([rejected], unmeteredContext(), refusals);
    await expect(failing.asker.ask(itemsOf(["a"]))).rejects.toBe(rejected);
    const { model, asker } = askerOf([said(A)], unmeteredContext(), refusals);
    await asker.ask(itemsOf(["a"]));
    expect(model.asked[0]?.wanted).not.toHaveProperty("as");
  });

  it("is not sent to a model that takes none", async () => {
    const model = scriptedModel("gemini-nano-banana-2.1", [said(A)]);
    await createAsker([model], unmeteredContext(), { clock, sent }).ask(itemsOf(["a"]));
    expect(model.asked).toMatchObject([{ wanted: { as: "prompt" } }]);
  });
});

describe("an asker", () => {
  it("asks the fallback model for what the first model does not answer, and for no more", async () => {
    const context = unmeteredContext();
    const first = scriptedModel("gemini-3.8-flash", [said(A), new UnansweredError("503")]);
    const second = scriptedModel("gemini-3.5-flash-lite", [said(B)]);
    const asker = createAsker([first, second], context, { clock, sent });
    expect(await asker.ask(itemsOf(["a", "b"]))).toEqual(["a:1", "b:2"]);
    expect([first.asked.length, second.asked.length]).toEqual([3, 1]);
    expect(context.notices).toEqual(["gemini-3.5-flash-lite stands in for gemini-3.8-flash: 503"]);
  });

  it("refuses to send a schema that was not measured", async () => {
    const { asker, model } = askerOf([said(A)]);
    const strange = { ...itemsOf(["a"]), answer: z.object({ items: AnswerSchema.shape.items }) };
    await expect(asker.ask(strange)).rejects.toThrow(/the schema of the items is not in SENT_SCHEMAS/);
    expect(model.asked).toHaveLength(0);
  });

  it("asks several questions concurrently, and gives their outputs in order", async () => {
    const { asker, model } = askerOf([said(A, B)]);
    const questions = Array.from({ length: 9 }, (_, index) => itemsOf([index % 2 === 0 ? "a" : "b"]));
    const outputs = await asker.askAll(questions);
    expect(outputs).toEqual(questions.map((_, index) => [index % 2 === 0 ? "a:1" : "b:2"]));
    expect(model.asked).toHaveLength(9);
  });

  it("ends with the signal's reason on abort", async () => {
    const stop = new AbortController();
    const { asker } = askerOf([said(A)], unmeteredContext(stop.signal));
    stop.abort(new Error("cancelled"));
    await expect(asker.askAll([itemsOf(["a"])])).rejects.toThrow("cancelled");
  });
});
