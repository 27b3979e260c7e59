// Previews of wishes: what a wish changes, what is made again and its cost; confirming does exactly that or nothing.
import { describe, expect, it } from "vitest";
import { CastSchema } from "../manga/cast.ts";
import { modelIds, parseModels } from "../models/model-sets.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";
import { priceOfChange } from "./wish-preview.ts";

const SESSION = "/api/v1/manga/sessions/s1";

interface Preview {
  version: number;
  hash: string;
  changes: { id: string; what: string; who?: { name: string }; from?: string; to?: string }[];
  again: Record<string, number>;
  reviews: string[];
  priceMicros: number;
  readingMicros: number;
}

async function book(review: string[] = []) {
  const service = sampleService();
  const request = { text: SAMPLE_STORY, pages: 2, seed: 3, formats: [], review };
  await service.send("POST", "/api/v1/manga/generate", request);
  await service.deliver();
  const send = (path: string, body?: unknown, version?: number) =>
    service.send("POST", `${SESSION}/${path}`, body, {
      headers: version === undefined ? {} : { "if-match": `"${version}"` },
    });
  const preview = async (text: string, more: object = {}) => {
    const answer = await send("feedback/preview", { ...WISH, text, ...more });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Preview;
  };
  const cast = async () => CastSchema.parse(await service.output("s1", "characters"));
  const shown = () => service.projector.sessions.get("s1");
  return { service, send, preview, cast, shown };
}

const WISH = { phase: "characters", kind: "words" };
const K1 = { page: 1, panel: "k1" };
const AGED = "ミナを七十二歳の老人にして、眼鏡をかけさせて";

describe("a preview of a wish", () => {
  it("lists the changes and the results to make again, and changes, draws and stores nothing", async () => {
    const { service, preview, cast } = await book();
    const [schedule, before] = [await service.schedule("s1"), await cast()];
    const stored = service.blobs.size;
    service.drawn.length = 0;
    const shown = await preview(AGED);
    expect(shown).toMatchObject({ version: 1, readingMicros: 0, priceMicros: 0 });
    const mina = { id: "c1", name: "ミナ" };
    expect(shown.changes).toEqual([
      expect.objectContaining({ id: "c1.age", what: "age", who: mina, to: "72", separable: true }),
      expect.objectContaining({ id: "c1.accessories", who: mina, to: "glasses", separable: true }),
    ]);
    await service.deliver();
    expect(service.drawn).toEqual([]);
    expect(await service.schedule("s1")).toEqual(schedule);
    expect(await cast()).toEqual(before);
    expect(service.blobs.size).toBe(stored);
  });

  it("counts what the confirmed change draws", async () => {
    const { service, send, preview } = await book();
    const { version, hash, again } = await preview(AGED);
    service.drawn.length = 0;
    const taken = await send("feedback", { ...WISH, text: AGED, previewed: hash }, version);
    expect(taken.status).toBe(200);
    await service.deliver();
    const count = (kind: string) => service.drawn.filter((one) => one === kind).length;
    expect(again).toMatchObject({ portrait: count("portrait"), artwork: count("panel") });
    expect(count("portrait")).toBe(1);
    expect(again).not.toHaveProperty("storyboard");
  });

  it("leaves out deselected parts, in the preview and in the book", async () => {
    const { service, send, preview, cast } = await book();
    const without = ["c1.age"];
    const { version, hash, changes } = await preview(AGED, { without });
    expect(changes.map(({ id }) => id)).toEqual(["c1.accessories"]);
    const before = (await cast()).characters[0]?.age;
    await send("feedback", { ...WISH, text: AGED, without, previewed: hash }, version);
    await service.deliver();
    expect((await cast()).characters[0]).toMatchObject({ age: before, accessories: ["glasses"] });
  });

  it("names the word that is not understood, and the reason of a refusal", async () => {
    const { send } = await book();
    const unread = await send("feedback/preview", { ...WISH, text: "ミナを七十二歳の宇宙人にして" });
    expect(unread.status).toBe(422);
    expect(await unread.json()).toMatchObject({ code: "cannot", reason: "not-understood", words: "宇宙人" });
    const cat = await send("feedback/preview", { ...WISH, text: "ミナを犬に変えて" });
    expect(await cat.json()).toMatchObject({ code: "cannot", reason: "not-supported" });
  });

  it("is for one version: it is refused for another version, or after another change", async () => {
    const { service, send, preview } = await book();
    const { version, hash } = await preview(AGED);
    const other = await send("feedback", { ...WISH, text: "ミナを八歳にして", previewed: hash }, version);
    expect(await other.json()).toMatchObject({ status: 412, code: "edit-conflict", field: "previewed" });
    await send("feedback", { ...WISH, text: "ミナを八歳にして" });
    await service.deliver();
    const late = await send("feedback", { ...WISH, text: AGED, previewed: hash }, version);
    expect(await late.json()).toMatchObject({ status: 412, code: "version-conflict", current: 2 });
    const stale = await send("feedback/preview", { ...WISH, text: AGED }, version);
    expect(await stale.json()).toMatchObject({ status: 412, code: "version-conflict" });
  });

  it("of new words draws nothing, and of a renaming states both names", async () => {
    const { preview } = await book();
    const { changes, again } = await preview("ミナの名前を「ハナ」にして");
    expect(changes).toEqual([{ id: "name.ミナ", what: "name", from: "ミナ", to: "ハナ", separable: true }]);
    expect(Object.keys(again).filter((kind) => kind === "artwork" || kind === "portrait")).toEqual([]);
  });
});

describe("a part that is not wanted", () => {
  /** The wish, and, by the id of an omitted change, the changes that are omitted with it; `all`: nothing is left. */
  const WISHES: readonly [string, object, Record<string, string[] | "all">][] = [
    ["looks", { text: AGED }, {}],
    ["genre", { kind: "option", option: "genre", text: "ホラー" }, { mood: ["picture"] }],
    ["world", { kind: "option", option: "world", text: "夜の海" }, { hour: ["picture"] }],
    ["tone", { text: "もっと怖くして", intensity: 1 }, { mood: "all" }],
    ["background", { kind: "option", option: "background", text: "森", target: K1 }, { place: "all" }],
    [
      "add-character",
      { kind: "option", option: "add-character", text: "ハルト", target: K1 },
      { added: "all" },
    ],
    [
      "remove-character",
      { kind: "option", option: "remove-character", target: { character: "c2" } },
      { removed: "all" },
    ],
    ["page-count", { text: "3ページにして" }, { pages: "all" }],
    ["direction", { text: "左から右に読むようにして" }, { direction: "all" }],
    ["page-order", { text: "1ページと2ページを入れ替えて" }, { "page-order": "all" }],
    ["remove-scene", { kind: "option", option: "remove-scene", text: "2つ目の場面" }, { scenes: "all" }],
    ["renaming", { text: "ミナの名前を「ハナ」にして" }, { name: "all" }],
    ["words", { text: "「た」を「だ」に変えて" }, {}],
    ["a line more", { kind: "option", option: "add-dialogue", text: "ミナ「おいで」", target: K1 }, {}],
    ["lines away", { kind: "option", option: "remove-dialogue", text: "ミナ", target: {} }, {}],
    ["voices", { kind: "option", option: "balloon-style", text: "叫びに", target: { page: 1 } }, {}],
    ["sound", { kind: "option", option: "sfx", text: "ザアア", target: K1 }, {}],
    ["angle", { kind: "option", option: "camera-angle", text: "あおりで", target: { page: 1 } }, {}],
    ["layout", { kind: "option", option: "layout", text: "均等に", target: { page: 1 } }, {}],
    ["redraw", { kind: "option", option: "draw-again", target: { page: 1 } }, {}],
  ];

  it("is left out of a change of any kind, and the others are done", { timeout: 120_000 }, async () => {
    const { send, preview } = await book();
    const seen = new Set<string>();
    for (const [name, wish, alongside] of WISHES) {
      const answer = await send("feedback/preview", { ...WISH, ...wish });
      if (name === "lines away" && answer.status === 422) continue;
      expect(answer.status, `${name}: ${await answer.clone().text()}`).toBe(200);
      const { changes } = (await answer.json()) as Preview;
      expect(changes.length, name).toBeGreaterThan(0);
      for (const { id, what } of changes) {
        seen.add(what);
        const also = alongside[id.split(".").at(what.startsWith("person") ? -1 : 0) ?? ""];
        const isAll = changes.length === 1 || also === "all";
        if (isAll) {
          const none = await send("feedback/preview", { ...WISH, ...wish, without: [id] });
          expect(await none.json(), `${name} without ${id}`).toMatchObject({ reason: "nothing-to-change" });
          continue;
        }
        const left = await preview("", { ...wish, without: [id] });
        const goes = (one: { id: string; what: string }) => one.id === id || also?.includes(one.what);
        const kept = changes.filter((one) => !goes(one));
        expect(
          left.changes.filter((one) => !goes(one)),
          `${name} without ${id}`,
        ).toEqual(kept);
        expect(left.changes.map((one) => one.id)).not.toContain(id);
      }
    }
    expect([...seen].toSorted()).toEqual(
      expect.arrayContaining([
        ...["age", "accessories", "genre", "mood", "hour", "place", "pages", "direction"],
        ...["page-order", "scene-removed", "name", "line", "sound", "picture", "layout", "draw-again"],
        ...["person-added", "person-removed"],
      ]),
    );
  });

  it("keeps its earlier values while the others are changed", async () => {
    const { service, send, preview } = await book();
    const concept = async () => (await service.output("s1", "concept")) as { genre: string; mood: string };
    const before = await concept();
    const pages = await service.output("s1", "storyboard/p001");
    const genre = { kind: "option", option: "genre", text: "ホラー", without: ["mood"] };
    const { version, hash, again } = await preview("", genre);
    expect(again).not.toHaveProperty("artwork");
    const taken = await send("feedback", { ...WISH, ...genre, previewed: hash }, version);
    expect(taken.status).toBe(200);
    await service.deliver();
    expect(await concept()).toEqual({ ...before, genre: "ホラー" });
    expect(await service.output("s1", "storyboard/p001")).toEqual(pages);
  });
});

describe("the price of a change", () => {
  const priced = (models: string, again: Record<string, number>) => {
    const book = { models: modelIds(parseModels(models)), formats: [], pages: 4, tier: undefined };
    return priceOfChange(book, again);
  };

  it("is that of the pictures drawn again, by the session's models", () => {
    expect(priced("offline", { portrait: 1, artwork: 14, lettering: 4 })).toEqual({
      ...{ priceMicros: 0, readingMicros: 0 },
    });
    const one = priced("gemini", { portrait: 1 }).priceMicros;
    const two = priced("gemini", { portrait: 2 }).priceMicros;
    expect(one).toBeGreaterThan(0);
    expect(Math.abs(two - 2 * one)).toBeLessThanOrEqual(1);
    expect(priced("gemini", { portrait: 1, artwork: 14 }).priceMicros).toBeGreaterThan(14 * one);
    expect(priced("gemini", { lettering: 4, finish: 1 }).priceMicros).toBe(0);
  });

  it("includes pages that are planned again and the story that is read again", () => {
    const directed = priced("gemini/gemini+gemini", { storyboard: 2 }).priceMicros;
    expect(directed).toBeGreaterThan(0);
    expect(priced("gemini", { plot: 1 }).priceMicros).toBeGreaterThan(0);
  });
});

describe("at a review", () => {
  it("a wish is previewed, done and undone: the gate is open again with the earlier results", async () => {
    const { service, send, preview, cast, shown } = await book(["characters"]);
    const before = await cast();
    const gate = { revision: 1 };
    const { version, hash, again } = await preview(AGED, gate);
    expect(again).not.toHaveProperty("artwork");
    await send("feedback", { ...WISH, ...gate, text: AGED, previewed: hash }, version);
    await service.deliver();
    expect(shown()?.waiting).toMatchObject({ phase: "characters", revision: 2 });
    expect((await cast()).characters[0]?.age).toBe("72");
    const undone = await send("versions/1/restore", undefined, 2);
    expect(undone.status).toBe(200);
    await service.deliver();
    expect(await cast()).toEqual(before);
    expect(shown()?.waiting).toMatchObject({ phase: "characters", revision: 3 });
    const approved = await send("feedback", { phase: "characters", revision: 3, kind: "approve" });
    expect(approved.status).toBe(200);
    await service.deliver();
    expect(shown()?.status).toBe("completed");
  });
});

describe("of a finished book that was reviewed", () => {
  /** A book whose reviews of these phases were all passed. */
  async function reviewed(review: string[]) {
    const made = await book(review);
    for (const phase of review) {
      const approve = { phase, revision: 1, kind: "approve" };
      expect((await made.send("feedback", approve)).status).toBe(200);
      await made.service.deliver();
    }
    expect(made.shown()?.status).toBe("completed");
    return made;
  }

  it.each([[["characters"]], [["characters", "storyboard"]], [["concept", "characters", "plot", "artwork"]]])(
    "a wish about looks is shown with its price, done, and undone: reviews of %s",
    async (review) => {
      const plain = await (await book()).preview(AGED);
      const { service, send, preview, cast, shown } = await reviewed(review);
      const [before, pages] = [await cast(), await service.output("s1", "storyboard/p001")];
      const { version, hash, changes, again, reviews, priceMicros } = await preview(AGED);
      const asked: unknown[] = [];
      expect({ changes, again, priceMicros }).toEqual({
        ...{ changes: plain.changes, again: plain.again, priceMicros: plain.priceMicros },
      });
      service.drawn.length = 0;
      const taken = await send("feedback", { ...WISH, text: AGED, previewed: hash }, version);
      expect(taken.status).toBe(200);
      await service.deliver();
      for (let more = 0; shown()?.status === "waiting" && more < review.length; more++) {
        const { phase, revision } = shown()?.waiting ?? {};
        asked.push(phase);
        await send("feedback", { phase, revision, kind: "approve" });
        await service.deliver();
      }
      expect(shown()?.status).toBe("completed");
      expect(asked).toEqual(reviews);
      expect((await cast()).characters[0]).toMatchObject({ age: "72", accessories: ["glasses"] });
      expect(await service.output("s1", "storyboard/p001")).toEqual(pages);
      const count = (kind: string) => service.drawn.filter((one) => one === kind).length;
      expect(again).toMatchObject({ portrait: count("portrait"), artwork: count("panel") });
      const undone = await send("versions/1/restore", undefined, shown()?.version);
      expect(undone.status).toBe(200);
      await service.deliver();
      expect(await cast()).toEqual(before);
      expect(shown()?.status).toBe("completed");
    },
  );
});
