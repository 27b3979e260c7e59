// Reading a story before its book is started, and the corrections with which the book is started.
import { describe, expect, it, test } from "vitest";
import { READINGS } from "./limit-rules.ts";
import { memoryLimiter } from "./memory-limiter.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const READING = "/api/v1/manga/reading";
const GENERATE = "/api/v1/manga/generate";

interface Reading {
  pages: number;
  people: { name: string; sure: number; lines: number }[];
  places: { name: string; kind: string; sure: number }[];
  lines: { unit: string; text: string; speaker: string | null; guessed: boolean }[];
  guesses: { people: number; places: number; lines: number };
  reader: { isSame: boolean; notice?: string };
}

const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T;

describe("the reading of a story", () => {
  it("finds people, places and who says each line, says what is guessed, and stores nothing", async () => {
    const service = sampleService();
    const open = "ミナとケンとトオルが駅で会った。\n\n雨がやんだ。\n\n「行こう」\n\n「うん」";
    const text = `${SAMPLE_STORY}\n\n${open}`;
    const found = await json<Reading>(service.send("POST", READING, { text }));
    expect(found.people.map(({ name }) => name)).toContain("ミナ");
    expect(found.places.map(({ kind }) => kind)).toContain("station");
    expect(found.lines.slice(0, 2)).toMatchObject([
      { text: "待って", speaker: "ミナ", guessed: false },
      { text: "どこへ行くの", speaker: "ミナ", guessed: false },
    ]);
    expect(found.lines.at(-1)).toMatchObject({ text: "うん", guessed: true });
    expect(found.guesses.lines).toBe(found.lines.filter(({ guessed }) => guessed).length);
    expect(found.people.find(({ name }) => name === "ミナ")?.lines).toBeGreaterThanOrEqual(3);
    expect(found.reader).toEqual({ id: expect.stringMatching(/^offline-reader@/u), isSame: true });
    expect(service.projector.sessions.size).toBe(0);
    expect(service.blobs.size).toBe(0);
  });

  it("finds what the book then has", async () => {
    const service = sampleService();
    const found = await json<Reading>(service.send("POST", READING, { text: SAMPLE_STORY }));
    const { sessionId } = await json<{ sessionId: string }>(
      service.send("POST", GENERATE, { text: SAMPLE_STORY, review: ["concept"] }),
    );
    await service.deliver();
    const concept = (await service.output(sessionId, "concept")) as {
      people: { name: string }[];
      pages: number;
    };
    expect(concept.people.map(({ name }) => name)).toEqual(found.people.map(({ name }) => name));
    expect(concept.pages).toBe(found.pages);
  });

  it("says that a paid reader may find something else, and is told the corrections", async () => {
    process.env.GEMINI_API_KEY = "k";
    try {
      const models = "gemini+offline";
      const { reader } = await json<Reading>(
        sampleService().send("POST", READING, { text: SAMPLE_STORY, models }),
      );
      expect(reader).toMatchObject({
        isSame: false,
        notice: expect.stringMatching(/^gemini\/.*may find other people.*told your corrections/u),
      });
    } finally {
      delete process.env.GEMINI_API_KEY;
    }
  });

  test.each([
    [{ text: "短い" }, 422, "story-unusable"],
    [{ text: "비가 내리고 있었다. 비가 내리고 있었다." }, 422, "language-unsupported"],
    [{ text: "「".repeat(60_000) }, 422, "story-unusable"],
    [{ text: SAMPLE_STORY, given: {} }, 422, "invalid-request"],
    [{}, 422, "invalid-request"],
  ])("refuses %j", async (body, status, code) => {
    const answer = await sampleService().send("POST", READING, body);
    expect({ status: answer.status, ...((await answer.json()) as object) }).toMatchObject({ status, code });
  });

  it("is limited for each user", async () => {
    const service = sampleService(undefined, { limiter: memoryLimiter(() => 0) });
    const ask = (as: string) => service.send("POST", READING, { text: "短い" }, { as });
    for (let number = 0; number < READINGS.limit; number += 1) expect((await ask("ann")).status).toBe(422);
    const refused = await ask("ann");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask("ben")).status).toBe(422);
  });
});

describe("a book that is started with corrections", () => {
  const given = {
    people: [{ name: "ミナ", rename: "サキ", age: "12" }],
    speakers: [{ unit: "u0002", speaker: null }],
    places: [],
  };

  it("has them, and gives them to its owner alone", async () => {
    const service = sampleService();
    const body = { text: SAMPLE_STORY, given, review: ["characters"] };
    const { sessionId } = await json<{ sessionId: string }>(service.send("POST", GENERATE, body));
    await service.deliver();
    expect(await service.output(sessionId, "characters")).toMatchObject({
      characters: expect.arrayContaining([expect.objectContaining({ name: "サキ", age: "12" })]),
    });
    const story = `/api/v1/manga/sessions/${sessionId}/story`;
    expect(await json(service.send("GET", story))).toMatchObject({ text: SAMPLE_STORY, given });
    expect((await service.send("GET", story, undefined, { as: "eve" })).status).toBe(404);
    const { params } = await service.schedule(sessionId);
    expect(params.given).toMatch(/^[0-9a-f]{64}$/u);
    expect(JSON.stringify(params)).not.toContain("サキ");
  });

  it("is another book for another correction under the same idempotency key", async () => {
    const service = sampleService();
    const headers = { "idempotency-key": "k1" };
    const start = (told: unknown) =>
      service.send("POST", GENERATE, { text: SAMPLE_STORY, given: told }, { headers });
    expect((await start(given)).status).toBe(202);
    expect((await start(given)).status).toBe(202);
    const other = await start({ ...given, speakers: [] });
    expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([
      422,
      "idempotency-conflict",
    ]);
  });

  it("is the same as without any where nothing is corrected", async () => {
    const service = sampleService();
    const ids: string[] = [];
    for (const told of [undefined, {}, { people: [] }]) {
      const body = { text: SAMPLE_STORY, ...(told && { given: told }) };
      ids.push((await json<{ sessionId: string }>(service.send("POST", GENERATE, body))).sessionId);
    }
    const schedules = await Promise.all(ids.map((id) => service.schedule(id)));
    const inputs = schedules.map(({ inFlight }) => inFlight.concept?.input);
    expect(new Set(inputs).size).toBe(1);
    expect(schedules.map(({ params }) => "given" in params)).toEqual([false, false, false]);
    expect(inputs[0]).toBeTypeOf("string");
  });

  test.each([
    [{ speakers: [{ unit: "u0099", speaker: "ミナ" }] }, "given.speakers: u0099 is no spoken line"],
    [{ speakers: [{ unit: "u0001", speaker: "ミナ" }] }, "given.speakers: u0001 is no spoken line"],
    [{ people: [{ name: "ミナ", into: "ミナ" }] }, "cannot be merged with themselves"],
    [{ people: [{ name: "" }] }, "given.people.0.name"],
    [{ people: "ミナ" }, "given.people"],
    [{ people: Array.from({ length: 500 }, (_, at) => ({ name: `${at}` })) }, "given.people"],
    [{ villains: [] }, "villains"],
  ])("is refused with %j", async (told, words) => {
    const answer = await sampleService().send("POST", GENERATE, { text: SAMPLE_STORY, given: told });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(await answer.json())).toContain(words);
  });
});
