// Edits of people and of the title: the previewed cost, the pictures drawn again, the artist's input, and the unchanged parts.
import { describe, expect, it } from "vitest";
import { CastSchema, type Character } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import type { DrawRequest } from "../models/artist.ts";
import { findArtists } from "../models/artists.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const SESSION = "/api/v1/manga/sessions/s1";

interface Preview {
  version: number;
  hash: string;
  changes: { id: string; what: string; from?: string; to?: string }[];
  again: Record<string, number>;
  reviews: string[];
}

async function book(review: string[] = []) {
  const requests: DrawRequest[] = [];
  const artists = findArtists();
  const service = sampleService(undefined, undefined, {
    async artist(id) {
      const artist = await artists(id);
      return {
        ...artist,
        async draw(request, context, options) {
          requests.push(request);
          return artist.draw(request, context, options);
        },
      };
    },
  });
  const request = { text: SAMPLE_STORY, pages: 2, seed: 3, formats: [], review };
  await service.send("POST", "/api/v1/manga/generate", request);
  await service.deliver();
  const send = (path: string, body: unknown) => service.send("POST", `${SESSION}/${path}`, body);
  const cast = async () => CastSchema.parse(await service.output("s1", "characters")).characters;
  const mina = async () => {
    const found = (await cast()).find(({ name }) => name === "ミナ");
    if (found === undefined) throw new Error("the book has no ミナ");
    return found;
  };
  /** A patch that changes ミナ. */
  const patchOf = async (part: Partial<Character>) => ({
    characters: (await cast()).map((one) => (one.name === "ミナ" ? { ...one, ...part } : one)),
  });
  const preview = async (part: Partial<Character>, gate: object = {}): Promise<Preview> => {
    const answer = await send("feedback/preview", { ...EDIT, ...gate, patch: await patchOf(part) });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Preview;
  };
  return { service, requests, send, cast, mina, patchOf, preview };
}

const EDIT = { phase: "characters", kind: "edit" };

const drawnOf = (requests: readonly DrawRequest[], id: string) =>
  requests.flatMap((request) =>
    request.kind === "panel"
      ? request.cast.filter((one) => one.id === id)
      : request.kind === "portrait"
        ? [request.design]
        : [],
  );

describe("an edit of somebody in a finished book", () => {
  it("is previewed with what it draws again, and draws exactly that", async () => {
    const { service, requests, mina, patchOf, preview } = await book();
    const { id, age, outfits } = await mina();
    const [first] = outfits;
    if (first === undefined) throw new Error("ミナ wears nothing");
    const part: Partial<Character> = {
      ...{ age: "72", sex: "male", hair: "short, white", beard: "full beard", accessories: ["glasses"] },
      outfits: [{ ...first, worn: [...first.worn, "straw hat"] }],
    };
    const schedule = await service.schedule("s1");
    const { version, hash, changes, again } = await preview(part);
    expect(await service.schedule("s1")).toEqual(schedule);
    const found = changes.map(({ what }) => what).sort();
    expect(found).toEqual(["accessories", "age", "beard", "clothes", "hair", "sex"]);
    expect(changes.find(({ what }) => what === "age")).toMatchObject({ from: age, to: "72" });
    expect(again).not.toHaveProperty("storyboard");

    const boards = await service.output("s1", "storyboard/p001");
    requests.length = 0;
    const body = { ...EDIT, patch: await patchOf(part), previewed: hash };
    const headers = { "if-match": `"${version}"` };
    expect((await service.send("POST", `${SESSION}/feedback`, body, { headers })).status).toBe(200);
    await service.deliver();
    const count = (kind: DrawRequest["kind"]) => requests.filter((one) => one.kind === kind).length;
    expect({ portrait: count("portrait"), artwork: count("panel") }).toEqual({
      ...{ portrait: again.portrait, artwork: again.artwork },
    });
    expect(count("portrait")).toBe(1);
    const designs = drawnOf(requests, id);
    expect(designs).toHaveLength(count("portrait") + count("panel"));
    for (const design of designs) expect(design).toMatchObject(part);
    expect(await service.output("s1", "storyboard/p001")).toEqual(boards);
    const { people } = ConceptSchema.parse(await service.output("s1", "concept"));
    expect(people.find((one) => one.id === id)).toMatchObject({ age: "72", sex: "male" });
  });

  it("describes the new look in a sentence, unless the user wrote one", async () => {
    const { service, send, mina, patchOf } = await book();
    const before = await mina();
    await send("feedback", { ...EDIT, patch: await patchOf({ beard: "full beard" }) });
    await service.deliver();
    const bearded = await mina();
    expect(bearded.description).not.toBe(before.description);
    expect(bearded.description).toContain("ひげ");
    await send("feedback", {
      ...EDIT,
      patch: await patchOf({ beard: "stubble", description: "私の言葉。" }),
    });
    await service.deliver();
    expect(await mina()).toMatchObject({ beard: "stubble", description: "私の言葉。" });
  });

  it("is refused if it differs from the preview, or is not valid", async () => {
    const { send, patchOf, preview } = await book();
    const { hash } = await preview({ age: "72" });
    const other = await send("feedback", { ...EDIT, patch: await patchOf({ age: "8" }), previewed: hash });
    expect(await other.json()).toMatchObject({ status: 412, code: "edit-conflict", field: "previewed" });
    const wrong = await send("feedback/preview", { ...EDIT, patch: { characters: "nobody" } });
    expect(await wrong.json()).toMatchObject({ status: 422, code: "invalid-edit" });
    const unknown = await send("feedback/preview", {
      ...EDIT,
      patch: await patchOf({ moustache: "long" } as object),
    });
    expect(await unknown.json()).toMatchObject({ status: 422, code: "invalid-edit" });
  });
});

it("previews an edit at the review of the people, which it answers", async () => {
  const { service, send, mina, patchOf, preview } = await book(["characters"]);
  const gate = { revision: 1 };
  const { hash, again } = await preview({ age: "72" }, gate);
  expect(again).toEqual({ portrait: 1 });
  const old = await send("feedback/preview", { ...EDIT, revision: 2, patch: await patchOf({ age: "72" }) });
  expect(await old.json()).toMatchObject({ status: 409, code: "gate-conflict" });
  await send("feedback", { ...EDIT, ...gate, patch: await patchOf({ age: "72" }), previewed: hash });
  await service.deliver();
  expect((await mina()).age).toBe("72");
  expect(service.projector.sessions.get("s1")).toMatchObject({
    waiting: { phase: "characters", revision: 2 },
  });
});

it("changes the title everywhere, and draws and reads nothing again", async () => {
  const { service, requests } = await book(["concept", "artwork"]);
  for (const phase of ["concept", "artwork"]) {
    const body = { phase, revision: 1, kind: "approve" };
    expect((await service.send("POST", `${SESSION}/feedback`, body)).status).toBe(200);
    await service.deliver();
  }
  requests.length = 0;
  const answer = await service.send("PATCH", `${SESSION}/params`, { title: "駅の猫" });
  expect(await answer.json()).toMatchObject({ version: 2 });
  await service.deliver();
  expect(service.projector.sessions.get("s1")).toMatchObject({ title: "駅の猫", status: "completed" });
  expect(requests).toEqual([]);
});
