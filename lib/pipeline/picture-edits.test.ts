// Changes of one picture and prompts of people's own, in the graph: what they stale, and how people go back.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { currentInput, plan, survey } from "./graph.ts";
import { keepPicture } from "./kept-pictures.ts";
import { promptOf } from "./plan-picture-edit.ts";
import { deliverAll, type Sample, sample } from "./sample-session.ts";
import type { Schedule } from "./schedule.ts";
import { usedSlots } from "./slot-pools.ts";
import { EditRefusedError } from "./step-editor.ts";
import { nodeOf } from "./step-kinds.ts";

const AT = { page: 1, panel: "k1" };
const STEP = "artwork/p001/k1";
const REGION: [number, number][] = [
  [0, 0],
  [0.5, 0],
  [0.5, 0.5],
];

async function scheduleOf({ services }: Sample, sessionId: string): Promise<Schedule> {
  const schedule = await services.schedules.read(sessionId);
  if (schedule === undefined) throw new Error("the session is missing");
  return schedule;
}

/** A finished book with a model's pictures; `seen` records the input of each run of the panel. */
async function finished() {
  const book = sample();
  const seen: unknown[] = [];
  const references: unknown[] = [];
  book.tools.before = async (ref, context) => {
    if (ref.of !== "panel") return;
    context.asked({ prompt: `a picture, take ${context.take}`, model: "m", size: "1K", references: [] });
    if (ref.page !== 1 || ref.panel !== "k1") return;
    references.push(await context.ownReferences());
    seen.push({
      prompt: await context.ownPrompt(),
      edit: context.edit && { ...(await context.edit.read()), of: context.edit.picture },
    });
  };
  const sessionId = await book.start({});
  await deliverAll(book);
  return { book, seen, references, sessionId, asked: { sessionId, by: "ann" } };
}

/** The sample's pictures are data of another form, so the picture is put there by hand. */
async function withImage({ services }: Sample, sessionId: string, step = STEP): Promise<void> {
  const output = { content: { kind: "image", blob: "b".repeat(64), contentType: "image/png" } };
  const hash = await services.blobs.put(sessionId, Buffer.from(JSON.stringify(output)), "application/json");
  await services.schedules.update(sessionId, undefined, ({ schedule }) => {
    const result = schedule.results[step];
    if (result === undefined) throw new Error(`${step} has no result`);
    const results = { ...schedule.results, [step]: { ...result, output: hash } };
    return { schedule: { ...schedule, results }, value: undefined };
  });
}

const artwork = ({ results }: Schedule) =>
  Object.entries(results).filter(([step]) => step.startsWith("artwork/") && step !== STEP);

describe("an edit of a picture", () => {
  test("is a take with its instruction and region, leaves other pictures unchanged, and can be undone and redone", async () => {
    const { book, seen, sessionId, asked } = await finished();
    await withImage(book, sessionId);
    const before = await scheduleOf(book, sessionId);
    const taken = await book.revisions.editPicture({ ...asked, ...AT, instruction: "night", region: REGION });
    expect(taken).toEqual({ status: "running", version: 2, step: STEP });
    await deliverAll(book);
    const after = await scheduleOf(book, sessionId);
    expect(seen.at(-1)).toEqual({
      prompt: undefined,
      edit: { instruction: "night", region: REGION, of: "b".repeat(64) },
    });
    expect(artwork(after)).toEqual(artwork(before));
    expect(after.takes).toEqual({ [STEP]: 2 });
    await book.revisions.redrawPanel({ ...asked, ...AT, take: 0 });
    expect(currentInput(await scheduleOf(book, sessionId), STEP)).toBe(before.results[STEP]?.input);
    await book.revisions.redrawPanel({ ...asked, ...AT, take: 2 });
    expect(currentInput(await scheduleOf(book, sessionId), STEP)).toBe(after.results[STEP]?.input);
  });

  test("with another region or instruction is another input, and does not apply once the panel shows something else", async () => {
    const { book, sessionId, asked } = await finished();
    const inputs: (string | undefined)[] = [];
    for (const region of [undefined, REGION, [...REGION].reverse()]) {
      await withImage(book, sessionId);
      await book.revisions.editPicture({ ...asked, ...AT, instruction: "night", region });
      const schedule = await scheduleOf(book, sessionId);
      const edits = schedule.pictures?.[STEP]?.edits ?? [];
      inputs.push(edits.at(-1)?.id);
      await deliverAll(book);
    }
    expect(new Set(inputs).size).toBe(3);
    const node = nodeOf({ phase: "artwork", of: "panel", ...AT });
    expect(survey(await scheduleOf(book, sessionId)).editOf(node)).toBeDefined();
    await book.revisions.changePrompt({ ...asked, ...AT, prompt: "a cat" });
    expect(survey(await scheduleOf(book, sessionId)).editOf(node)).toBeUndefined();
  });

  test("that makes several pictures lets people pick one of them", async () => {
    const { book, sessionId, asked } = await finished();
    await withImage(book, sessionId);
    await book.revisions.editPicture({ ...asked, ...AT, instruction: "night", takes: 3 });
    await deliverAll(book);
    const first = currentInput(await scheduleOf(book, sessionId), STEP);
    await book.revisions.redrawPanel({ ...asked, ...AT, take: 2, pick: 3 });
    const third = currentInput(await scheduleOf(book, sessionId), STEP);
    expect(third).not.toBe(first);
    await book.revisions.redrawPanel({ ...asked, ...AT, take: 2, pick: 1 });
    expect(currentInput(await scheduleOf(book, sessionId), STEP)).toBe(first);
    const fourth = book.revisions.redrawPanel({ ...asked, ...AT, take: 2, pick: 4 });
    await expect(fourth).rejects.toThrow(EditRefusedError);
  });

  test("returns with its version", async () => {
    const { book, sessionId, asked } = await finished();
    await withImage(book, sessionId);
    await book.revisions.editPicture({ ...asked, ...AT, instruction: "night" });
    await deliverAll(book);
    const edited = await scheduleOf(book, sessionId);
    await book.revisions.restoreVersion({ ...asked, version: 1 });
    expect((await scheduleOf(book, sessionId)).pictures).toBeUndefined();
    await book.revisions.restoreVersion({ ...asked, version: 2 });
    const back = await scheduleOf(book, sessionId);
    expect(back.pictures).toEqual(edited.pictures);
    expect(currentInput(back, STEP)).toBe(edited.results[STEP]?.input);
  });
});

describe("a redraw as several pictures", () => {
  test("takes a slot for each, and lets people pick one and undo", async () => {
    const { book, sessionId, asked } = await finished();
    const before = await scheduleOf(book, sessionId);
    await book.revisions.redrawPanel({ ...asked, ...AT, takes: 4 });
    const running = await scheduleOf(book, sessionId);
    expect(running.inFlight[STEP]).toMatchObject({ pictures: 4 });
    expect(usedSlots(running).get("images")).toBe(4);
    await deliverAll(book);
    const first = await scheduleOf(book, sessionId);
    expect(artwork(first)).toEqual(artwork(before));
    await book.revisions.redrawPanel({ ...asked, ...AT, take: 2, pick: 3 });
    const third = await scheduleOf(book, sessionId);
    expect(currentInput(third, STEP)).not.toBe(first.results[STEP]?.input);
    await deliverAll(book);
    await expect(book.revisions.redrawPanel({ ...asked, ...AT, take: 2, pick: 5 })).rejects.toThrow(
      EditRefusedError,
    );
    await book.revisions.restoreVersion({ ...asked, version: 1 });
    expect(currentInput(await scheduleOf(book, sessionId), STEP)).toBe(before.results[STEP]?.input);
  });

  test("draws one picture again once the panel is drawn from other data", async () => {
    const { book, sessionId, asked } = await finished();
    await book.revisions.redrawPanel({ ...asked, ...AT, takes: 2 });
    await deliverAll(book);
    const node = nodeOf({ phase: "artwork", of: "panel", ...AT });
    expect(survey(await scheduleOf(book, sessionId)).choiceOf(node)).toMatchObject({ take: 2, count: 2 });
    await book.revisions.changePrompt({ ...asked, ...AT, prompt: "a cat" });
    const changed = await scheduleOf(book, sessionId);
    expect(survey(changed).choiceOf(node)).toBeUndefined();
    expect(changed.inFlight[STEP]).not.toHaveProperty("pictures");
  });
});

test("steps that make several pictures stay within the slots, and are not overtaken while they wait", async () => {
  const { book, sessionId, asked } = await finished();
  const limits = { images: 5, others: 10 };
  await book.revisions.redrawPanel({ ...asked, ...AT, takes: 4 });
  await deliverAll(book);
  await book.revisions.redrawPanel({ ...asked, page: 1, panel: "k2", takes: 2 });
  await deliverAll(book);
  const made = await scheduleOf(book, sessionId);
  const isAgain = ([step]: [string, unknown]) => /^artwork\/p00(?:1\/k[12]|2\/k1)$/.test(step);
  const results = Object.fromEntries(Object.entries(made.results).filter((one) => !isAgain(one)));
  const schedule = { ...made, results };
  const released = (images: number) =>
    plan(schedule, { ...limits, images }).release.map(({ step, pictures = 1 }) => `${step} ${pictures}`);
  expect(released(5)).toEqual([`${STEP} 4`]);
  expect(released(6)).toEqual([`${STEP} 4`, "artwork/p001/k2 2"]);
  expect(released(7)).toEqual([`${STEP} 4`, "artwork/p001/k2 2", "artwork/p002/k1 1"]);
  expect(released(1)).toEqual([`${STEP} 4`]);
});

describe("a prompt of a person's own", () => {
  test("draws that panel until it is reset, and the same prompt again changes nothing", async () => {
    const { book, seen, sessionId, asked } = await finished();
    const before = await scheduleOf(book, sessionId);
    await book.revisions.changePrompt({ ...asked, ...AT, prompt: "a zqcat" });
    await deliverAll(book);
    expect(seen.at(-1)).toEqual({ prompt: "a zqcat", edit: undefined });
    const own = await scheduleOf(book, sessionId);
    expect(artwork(own)).toEqual(artwork(before));
    expect(JSON.stringify(own)).not.toContain("zqcat");
    expect(await promptOf(book.services, own, AT)).toMatchObject({ prompt: "a zqcat", own: true });
    const again = await book.revisions.changePrompt({ ...asked, ...AT, prompt: "a zqcat" });
    expect(again).toEqual({ status: "completed", version: 2 });
    await book.revisions.changePrompt({ ...asked, ...AT, prompt: undefined });
    expect(currentInput(await scheduleOf(book, sessionId), STEP)).toBe(before.results[STEP]?.input);
  });
});

describe("reference pictures of a person's own", () => {
  const picture = (word: string) => ({ bytes: Buffer.from(word), contentType: "image/jpeg" });
  const hashOf = (word: string) => createHash("sha256").update(word).digest("hex");
  const kept = (use: string, word: string) => ({ blob: hashOf(word), contentType: "image/jpeg", use });
  const inputOf = async (book: Sample, sessionId: string) =>
    currentInput(await scheduleOf(book, sessionId), STEP);

  test("reach their panel in their order, draw it alone again, and are sealed", async () => {
    const { book, references, sessionId, asked } = await finished();
    const before = await scheduleOf(book, sessionId);
    expect(references.at(-1)).toEqual([]);
    await book.revisions.giveReferences({
      ...{ ...asked, ...AT },
      references: [
        { use: "pose", picture: picture("a") },
        { use: "place", picture: picture("b") },
      ],
    });
    await deliverAll(book);
    expect(references.at(-1)).toEqual([kept("pose", "a"), kept("place", "b")]);
    const after = await scheduleOf(book, sessionId);
    expect(artwork(after)).toEqual(artwork(before));
    expect(JSON.stringify(after)).not.toContain(hashOf("a"));
    expect((await promptOf(book.services, after, AT)).ownReferences).toEqual([
      kept("pose", "a"),
      kept("place", "b"),
    ]);
    await expect(promptOf(book.services, { ...after, ownerId: "ben" }, AT)).rejects.toThrow();
  });

  test("are another input by picture, by use and by order; the same list changes nothing, and none is the input of before", async () => {
    const { book, sessionId, asked } = await finished();
    const first = await inputOf(book, sessionId);
    const inputs: (string | undefined)[] = [first];
    const lists = [
      [{ use: "pose", picture: picture("a") }],
      [{ use: "object", hash: hashOf("a") }],
      [
        { use: "object", hash: hashOf("a") },
        { use: "pose", picture: picture("b") },
      ],
      [
        { use: "pose", hash: hashOf("b") },
        { use: "object", hash: hashOf("a") },
      ],
    ] as const;
    for (const references of lists) {
      await book.revisions.giveReferences({ ...asked, ...AT, references });
      await deliverAll(book);
      inputs.push(await inputOf(book, sessionId));
    }
    expect(new Set(inputs).size).toBe(5);
    const { version } = await book.revisions.giveReferences({ ...asked, ...AT, references: lists[3] });
    expect(version).toBe(5);
    await book.revisions.giveReferences({ ...asked, ...AT, references: [] });
    expect(await inputOf(book, sessionId)).toBe(first);
  });

  test("return with their version", async () => {
    const { book, sessionId, asked } = await finished();
    const first = await inputOf(book, sessionId);
    await book.revisions.giveReferences({
      ...{ ...asked, ...AT },
      references: [{ use: "pose", picture: picture("a") }],
    });
    await deliverAll(book);
    const given = await inputOf(book, sessionId);
    await book.revisions.restoreVersion({ ...asked, version: 1 });
    expect(await inputOf(book, sessionId)).toBe(first);
    await book.revisions.restoreVersion({ ...asked, version: 2 });
    expect(await inputOf(book, sessionId)).toBe(given);
  });

  test("are refused by a hash that the panel does not have, and then none is stored", async () => {
    const { book, sessionId, asked } = await finished();
    const before = await scheduleOf(book, sessionId);
    const refused = book.revisions.giveReferences({
      ...{ ...asked, ...AT },
      references: [
        { use: "pose", picture: picture("new") },
        { use: "pose", hash: hashOf("unknown") },
      ],
    });
    await expect(refused).rejects.toMatchObject({ code: "invalid-edit", path: "references.1.hash" });
    await expect(book.services.blobs.get(sessionId, hashOf("new"))).rejects.toThrow();
    expect(await scheduleOf(book, sessionId)).toEqual(before);
  });
});

test("the question for a picture is stored sealed, and read by its owner alone", async () => {
  const { book, sessionId } = await finished();
  const schedule = await scheduleOf(book, sessionId);
  const prompt = await promptOf(book.services, schedule, AT);
  expect(prompt).toEqual({
    ...{ prompt: "a picture, take 0", own: false, references: [], model: "m", size: "1K", notices: [] },
    ownReferences: [],
  });
  const hash = schedule.results[STEP]?.asked ?? "";
  expect(Buffer.from(await book.services.blobs.get(sessionId, hash)).toString()).not.toContain("a picture");
  await expect(promptOf(book.services, { ...schedule, ownerId: "ben" }, AT)).rejects.toThrow();
  await expect(promptOf(book.services, schedule, { page: 1, panel: "k9" })).rejects.toThrow(EditRefusedError);
});

test("keeping a panel marks it and makes nothing again", async () => {
  const { book, sessionId } = await finished();
  const before = await scheduleOf(book, sessionId);
  await keepPicture(book.services, { sessionId, ...AT, kept: true });
  const marked = await scheduleOf(book, sessionId);
  expect(marked).toMatchObject({ kept: [STEP], results: before.results, inFlight: {} });
  await keepPicture(book.services, { sessionId, ...AT, kept: false });
  expect((await scheduleOf(book, sessionId)).kept).toBeUndefined();
});
