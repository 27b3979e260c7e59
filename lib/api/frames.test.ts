// The routes of frames: what a change of them makes, what it costs, and what is refused.
import { beforeAll, describe, expect, it } from "vitest";
import { boundingBox } from "../manga/paper.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import { planComment } from "./comments.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const SESSION = "/api/v1/manga/sessions/s1";
const service = sampleService();

const send = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  service.send("POST", `${SESSION}/${path}`, body, { headers });
const boardOf = async () => StoryboardPageSchema.parse(await service.output("s1", "storyboard/p001"));

/** A cut through the middle of the page's largest panel. */
async function cut() {
  const { panels } = await boardOf();
  const boxes = panels.map(({ id, frame }) => ({ id, ...boundingBox(frame.corners) }));
  const { id, x, y, width, height } = boxes.toSorted((a, b) => b.height - a.height)[0] ?? boxes[0] ?? fail();
  const middle = y + height / 2;
  return { kind: "cut", panel: id, from: { x, y: middle }, to: { x: x + width, y: middle } };
}

function fail(): never {
  throw new Error("the page has no panels");
}

beforeAll(async () => {
  const request = { text: SAMPLE_STORY, pages: 2, seed: 3, formats: [] };
  await service.send("POST", "/api/v1/manga/generate", request);
  await service.deliver();
});

describe("a change of frames", () => {
  it("costs nothing, is made once for an idempotency key, and draws and prices pictures only on request", async () => {
    const edits = [await cut()];
    const seen = await send("feedback/preview", { kind: "frames", page: 1, edits });
    expect(await seen.json()).toMatchObject({ again: { lettering: 1 }, priceMicros: 0 });
    service.drawn.length = 0;
    const headers = { "idempotency-key": "cut-1" };
    const answers = [
      await send("pages/1/frames", { edits }, headers),
      await send("pages/1/frames", { edits }, headers),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[1]?.json()).toMatchObject({ version: 2 });
    await service.deliver();
    expect(service.drawn).toEqual([]);
    const { panels } = await boardOf();
    const marked = panels.filter(({ frame }) => frame.drawn !== undefined).map(({ id }) => id);
    expect(marked).toHaveLength(2);
    const preview = await send("feedback/preview", { kind: "refit" });
    const { again, hash, changes } = (await preview.json()) as {
      again: Record<string, number>;
      hash: string;
      changes: { panel: string }[];
    };
    expect(again.artwork).toBe(2);
    expect(changes.map(({ panel }) => panel)).toEqual(marked);
    const wrong = await send("refit", { previewed: "0".repeat(64) });
    expect(wrong.status).toBe(412);
    expect((await send("refit", { previewed: hash })).status).toBe(200);
    await service.deliver();
    expect(service.drawn).toHaveLength(2);
    expect((await send("refit")).status).toBe(422);
  });

  it("is refused with the index of an impossible edit, and with 412 if the storyboard has changed since", async () => {
    const edits = [{ kind: "move", panel: (await boardOf()).panels[0]?.id, side: "bottom", by: 3000 }];
    const refused = await send("pages/1/frames", { edits });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "invalid-edit", field: "edits.0" });
    const old = await send("pages/1/frames", { edits: [await cut()], base: "0".repeat(64) });
    expect(old.status).toBe(412);
    expect(await old.json()).toMatchObject({ code: "edit-conflict" });
    const unreadable = await send("pages/1/frames", { edits: [{ kind: "fold", panel: "k1" }] });
    expect(unreadable.status).toBe(422);
  });
});

describe("another order of pages", () => {
  it("costs nothing, draws nothing, is made once for an idempotency key, and is refused unless it names every page", async () => {
    const imagesOf = async () => {
      const answer = await service.send("GET", `${SESSION}/pages`);
      const { pages } = (await answer.json()) as { pages: { panels: { image?: { hash: string } }[] }[] };
      return pages.map(({ panels }) => panels.map(({ image }) => image?.hash));
    };
    const [one, two] = await imagesOf();
    const seen = await send("feedback/preview", { kind: "pages", order: [2, 1] });
    const preview = (await seen.json()) as { hash: string; priceMicros: number };
    expect(preview).toMatchObject({ again: { lettering: 2, finish: 1 }, priceMicros: 0 });
    expect(preview).not.toHaveProperty("again.artwork");
    service.drawn.length = 0;
    const headers = { "idempotency-key": "order-1" };
    const body = { order: [2, 1], previewed: preview.hash };
    const first = await send("pages/order", body, headers);
    expect(await (await send("pages/order", body, headers)).json()).toEqual(await first.json());
    await service.deliver();
    expect(service.drawn).toEqual([]);
    expect(await imagesOf()).toEqual([two, one]);
    const changed = await send("pages/order", { order: [2, 1], previewed: preview.hash });
    expect(await changed.json()).toMatchObject({ status: 412, code: "edit-conflict", field: "previewed" });
    const short = await send("pages/order", { order: [2] });
    expect(await short.json()).toMatchObject({ status: 422, code: "invalid-edit", field: "order" });
    for (const order of [[], [0, 1], Array(101).fill(1), ["1", "2"]]) {
      expect((await send("pages/order", { order })).status).toBe(422);
    }
  });

  it("takes the comments of a page with it, also back to an earlier version, and also when written before", async () => {
    const write = async (page: number, text: string, panel?: string) =>
      (await send(`pages/${page}/comments`, { text, ...(panel && { panel }) })).status;
    const placesOf = async () => {
      const pages = await service.comments.list("s1");
      return pages.flatMap(({ page, comments }) => comments.map(({ text, panel }) => [page, text, panel]));
    };
    const [panel] = (await boardOf()).panels;
    expect([await write(1, "The rain is too dark.", panel?.id), await write(2, "Slower.")]).toEqual([
      201, 201,
    ]);
    const before = await placesOf();
    expect(before).toEqual([
      [1, "The rain is too dark.", panel?.id],
      [2, "Slower.", undefined],
    ]);
    const ordered = await send("pages/order", { order: [2, 1] }, { "idempotency-key": "order-of-comments" });
    const { version } = (await ordered.json()) as { version: number };
    const swapped = [
      [1, "Slower.", undefined],
      [2, "The rain is too dark.", panel?.id],
    ];
    expect(await placesOf()).toEqual(swapped);
    // A request from before the change is carried out after it.
    await service.comments.update({ sessionId: "s1", page: 1 }, (known, now) =>
      planComment(
        known,
        { commentId: "late", text: "Late.", by: "local", role: "owner", version: version - 1 },
        now,
      ),
    );
    await send("pages/order", { order: [2, 1] }, { "idempotency-key": "order-of-comments" });
    expect(await placesOf()).toEqual([...swapped, [2, "Late.", undefined]]);
    await service.deliver();
    expect((await send(`versions/${version - 1}/restore`)).status).toBe(200);
    await service.deliver();
    const listed = await service.send("GET", `${SESSION}/comments`);
    expect(((await listed.json()) as { comments: unknown[] }).comments).toHaveLength(3);
    expect(await placesOf()).toEqual([before[0], [1, "Late.", undefined], before[1]]);
  });

  it("keeps the takes of a panel, and the one that was chosen", async () => {
    interface Shown {
      image?: { hash: string };
      choice?: { pick: number; images: unknown[] };
    }
    const panelOf = async (page: number) => {
      const answer = await service.send("GET", `${SESSION}/pages?page=${page}`);
      const { pages } = (await answer.json()) as { pages: { panels: Shown[] }[] };
      return pages[0]?.panels[0];
    };
    const { panels } = await boardOf();
    const redraw = `pages/1/panels/${panels[0]?.id}/redraw`;
    const drawn = await send(redraw, { takes: 4 });
    const { version: take } = (await drawn.json()) as { version: number };
    await service.deliver();
    expect((await send(redraw, { take, pick: 3 })).status).toBe(200);
    await service.deliver();
    const before = await panelOf(1);
    expect(before?.choice).toMatchObject({ take, pick: 3 });
    service.drawn.length = 0;
    expect((await send("pages/order", { order: [2, 1] })).status).toBe(200);
    await service.deliver();
    expect(service.drawn).toEqual([]);
    const after = await panelOf(2);
    expect([after?.image?.hash, after?.choice]).toEqual([before?.image?.hash, before?.choice]);
  });
});
