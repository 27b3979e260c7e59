import { expect, it } from "vitest";
import type { ArtistVocabulary } from "../models/vocabulary.ts";
import { createBaseApp } from "./base-app.ts";
import { TokenRefusedError } from "./identity.ts";
import { memoryLimiter } from "./memory-limiter.ts";
import { ask } from "./sample-identity.ts";
import { serveVocabulary } from "./serve-vocabulary.ts";

const vocabulary: ArtistVocabulary = {
  unread: ["sentence"],
  suggestionsFor: (field) => (field === "thing" ? ["spear"] : []),
  canDraw: (field, word, of) => {
    if (field === "thing-how") return of === "bell" && word === "rings" ? "as told" : "nothing";
    if (field === "thing" && word === "halberd") return { as: "a spear" };
    return word === "spear" ? "as told" : "nothing";
  },
};

function api() {
  let loads = 0;
  const { app } = createBaseApp({
    authenticate: async (token) => {
      if (token !== "good") throw new TokenRefusedError("invalid", "no");
      return { ownerId: "mina", owners: ["mina"], familyId: "f" };
    },
    isOperator: async () => false,
    limiter: memoryLimiter(Date.now),
    limits: { trustedProxies: 1, loopbackFactor: 1_000 },
    allowedOrigins: [],
    onError: () => {},
    ...{ audit: () => {}, way: "manga" },
  });
  serveVocabulary(app, {
    vocabulary: async () => {
      loads += 1;
      return vocabulary;
    },
  });
  const words = (body: unknown, token: string | undefined = "good") =>
    ask(app, "POST", "/api/v1/vocabulary", { token, body });
  return { app, words, loads: () => loads };
}

it("returns the suggestions without a token, and loads them at the first request", async () => {
  const { app, loads } = api();
  expect(loads()).toBe(0);
  const answer = await ask(app, "GET", "/api/v1/vocabulary", {});
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
  expect(await answer.json()).toMatchObject({
    ...{ artist: "offline", fields: { thing: ["spear"], doing: [] }, unread: ["sentence"] },
  });
});

it("reports for each word what is drawn, in the order of the request", async () => {
  const asked = [
    { field: "thing", word: "halberd" },
    { field: "thing", word: "spear" },
    { field: "doing", word: "sharpens a scythe" },
    { field: "thing-how", word: "rings", of: "bell" },
    { field: "thing-how", word: "rings", of: "cup" },
  ];
  const answer = await api().words({ words: asked });
  expect(await answer.json()).toEqual({
    artist: "offline",
    words: [
      { ...asked[0], rendering: "nearest", as: "a spear" },
      { ...asked[1], rendering: "as-told" },
      { ...asked[2], rendering: "left-out" },
      { ...asked[3], rendering: "as-told" },
      { ...asked[4], rendering: "left-out" },
    ],
  });
});

it.each([
  [{ words: [] }],
  [{ words: [{ field: "taste", word: "sweet" }] }],
  [{ words: [{ field: "thing", word: "x".repeat(121) }] }],
  [{ words: Array.from({ length: 65 }, () => ({ field: "thing", word: "x" })) }],
])("refuses words without a field, too long or too many", async (body) => {
  expect((await api().words(body)).status).toBe(422);
});

it("requires an access token before it looks words up", async () => {
  expect((await ask(api().app, "POST", "/api/v1/vocabulary", { body: { words: [] } })).status).toBe(401);
});
