import { describe, expect, test } from "vitest";
import {
  ClientEventSchema,
  ClientPageSchema,
  ClientPhaseSchema,
  ClientSessionSchema,
} from "./client-documents.ts";
import { clientPage, clientPhase, clientSession } from "./projection.ts";
import { deliverAll, SAMPLE_PARAMS, START_MS, sample } from "./sample-session.ts";
import type { Result, Schedule } from "./schedule.ts";
import { newSchedule } from "./session.ts";
import { newStepRecord, type StepRecord } from "./step-record.ts";
import { viewOf } from "./views.ts";

const FRAME = {
  corners: [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
  ],
  bleeds: false,
};

const TEXT = {
  ...{ id: "k1/w1", panel: "k1", kind: "balloon", voice: "speech", speaker: "c1", guessed: false },
  ...{ text: "Hello", lines: ["Hello"], vertical: false, fontSize: 40, tail: null, edge: 0 },
  ...{ box: { x: 0, y: 0, width: 9, height: 9 }, textBox: { x: 1, y: 1, width: 7, height: 7 } },
};

describe("the client's view", () => {
  test("of a lettered page is its image and its texts, without their outlines", () => {
    const texts = [{ ...TEXT, outline: "M0 0", glyphs: "M1 1" }];
    const view = viewOf(
      { phase: "lettering", of: "page", page: 1 },
      { number: 1, image: "i", widthPx: 10, heightPx: 20, texts },
    );
    expect(view).toEqual({ image: "i", widthPx: 10, heightPx: 20, texts: [TEXT] });
  });

  test("of a storyboard is its preview, its frames and its characters", () => {
    const figures = [{ character: "c1", side: 0.25, doing: "stand" }];
    const panels = [{ id: "k1", frame: FRAME, weight: 3, picture: { figures, room: 2 }, words: {} }];
    const view = viewOf({ phase: "storyboard", of: "page", page: 1 }, { number: 1, preview: "p", panels });
    const picture = { figures: [{ character: "c1", side: 0.25 }] };
    expect(view).toEqual({ preview: "p", panels: [{ id: "k1", frame: FRAME, picture }] });
  });

  test("of a book step is the whole output, if it is small and Firestore can hold it", () => {
    const ref = { phase: "concept", of: "book" } as const;
    expect(viewOf(ref, { title: "T", a: 1 })).toEqual({ title: "T", output: { title: "T", a: 1 } });
    expect(viewOf(ref, { title: "T", a: "x".repeat(70_000) })).toEqual({ title: "T" });
    expect(viewOf(ref, { lists: [[1], [2]] })).toEqual({});
    expect(viewOf(ref, { lists: [{ list: [[1]] }] })).toEqual({});
  });

  test("of another output is empty", () => {
    expect(viewOf({ phase: "artwork", of: "panel", page: 1, panel: "k1" }, { width: 3 })).toEqual({});
  });
});

describe("a page's document", () => {
  const base = newSchedule(
    { sessionId: "s", ownerId: "ann", params: { ...SAMPLE_PARAMS, storyHash: "h" } },
    START_MS,
    1,
  );
  const record = (step: string, view: StepRecord["view"]): [string, StepRecord] => [
    step,
    { ...newStepRecord(step), view },
  ];

  test("shows frames from the storyboard, images from the artwork, states from the schedule", async () => {
    const book = sample();
    const sessionId = await book.start();
    await deliverAll(book);
    const schedule = await book.services.schedules.read(sessionId);
    if (schedule === undefined) throw new Error("the session is missing");
    const drawing: Schedule = {
      ...schedule,
      results: Object.fromEntries(
        Object.entries(schedule.results).filter(([step]) => !/k2|lettering|finish/.test(step)),
      ),
    };
    const records = new Map([
      record("storyboard/p002", {
        preview: "p",
        panels: [{ id: "k1", frame: FRAME, picture: { figures: [{ character: "c1", side: 0.25 }] } }],
      }),
      record("artwork/p002/k1", { image: "i" }),
    ]);
    const page = ClientPageSchema.parse(clientPage(drawing, 2, records));
    expect(page).toMatchObject({ number: 2, state: "artwork", preview: "p", texts: [] });
    expect(page.panels).toEqual([
      {
        id: "k1",
        state: "done",
        frame: FRAME,
        people: [{ character: "c1", side: 0.25 }],
        image: "i",
        artwork: schedule.results["artwork/p002/k1"]?.output,
      },
      { id: "k2", state: "waiting" },
    ]);
  });

  test("exists before any result of the page does", () => {
    expect(ClientPageSchema.parse(clientPage(base, 1, new Map()))).toMatchObject({
      state: "storyboard",
      panels: [],
    });
  });

  test("a phase's document shows its output, portraits and gate", () => {
    const result: Result = { input: "x", output: "hash" };
    const gate = { revision: 2, input: "y", openedAt: START_MS, endsAt: START_MS + 1 };
    const schedule: Schedule = { ...base, results: { characters: result }, gates: { characters: gate } };
    const records = new Map([
      record("characters", { output: { characters: [] } }),
      record("characters/c2", { image: "face" }),
    ]);
    const phase = ClientPhaseSchema.parse(clientPhase(schedule, "characters", records));
    expect(phase).toMatchObject({
      hash: "hash",
      output: { characters: [] },
      previews: { c2: "face" },
      gate: { revision: 2, endsAt: new Date(START_MS + 1).toISOString() },
    });
  });
});

describe("the documents of a whole session", () => {
  test("have the shapes that clients parse", async () => {
    const book = sample();
    const sessionId = await book.start({ review: ["plot"] });
    await deliverAll(book);
    expect(ClientSessionSchema.parse(book.projector.sessions.get(sessionId)).status).toBe("waiting");
    const decision = { kind: "approve", by: "ann" } as const;
    await book.commands.decideGate({ sessionId, phase: "plot", revision: 1, decision });
    await deliverAll(book);
    const { phases, pages, events, sessions } = book.projector;
    expect(pages.size).toBe(3);
    expect([...phases.keys()].toSorted()).toEqual(
      ["artwork", "characters", "concept", "finish", "lettering", "plot", "storyboard"].map(
        (phase) => `${sessionId}/${phase}`,
      ),
    );
    for (const phase of phases.values()) expect(ClientPhaseSchema.parse(phase).state).toBe("done");
    for (const page of pages.values()) expect(ClientPageSchema.parse(page).state).toBe("done");
    for (const event of events.values()) ClientEventSchema.parse(event);
    const session = ClientSessionSchema.parse(sessions.get(sessionId));
    expect(session.currentPhase).toBeUndefined();
    expect(session.phases.artwork).toMatchObject({ state: "done", steps: 6, ms: 2 * 3_125 });
  });

  test("the end carries the last phase's small output and its hash", () => {
    const params = { ...SAMPLE_PARAMS, storyHash: "h" };
    const schedule = newSchedule({ sessionId: "s", ownerId: "ann", params }, START_MS, 1);
    const ended: Schedule = {
      ...schedule,
      results: { finish: { input: "x", output: "f".repeat(64) } },
      state: { status: "completed", endedAt: START_MS },
    };
    const finish = { ...newStepRecord("finish"), view: { output: { book: "b", files: { pdf: "p" } } } };
    expect(ClientSessionSchema.parse(clientSession(ended, finish)).result).toEqual({
      ...{ book: "b", files: { pdf: "p" } },
      hash: "f".repeat(64),
    });
    expect(clientSession(schedule, undefined).result).toBeUndefined();
  });

  test("the cover stays while the book is changed", () => {
    const params = { ...SAMPLE_PARAMS, storyHash: "h" };
    const schedule = newSchedule({ sessionId: "s", ownerId: "ann", params }, START_MS, 1);
    const finish = { ...newStepRecord("finish"), view: { output: { cover: "c" } } };
    expect(clientSession(schedule, finish).cover).toBeUndefined();
    const results = { finish: { input: "x", output: "f".repeat(64) } };
    const changing = ClientSessionSchema.parse(clientSession({ ...schedule, results }, finish));
    expect(changing).toMatchObject({ status: schedule.state.status, cover: "c" });
    expect(changing.result).toBeUndefined();
  });
});
