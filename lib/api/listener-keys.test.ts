// Which fields each role receives from its listeners: rules allow whole documents, so a field that only the owner may know must not be in
// one. A new field of a document without a row here fails.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unsignedToken } from "../../emulators/auth/id-token.ts";
import { openDatabase } from "../../emulators/database.ts";
import { startFirestore } from "../../emulators/firestore/server.ts";
import { parseRules } from "../../emulators/rules/parser.ts";
import { decodeFields, encodeFields } from "../cloud/firestore-values.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const PROJECT = "demo-keys";
const RULES = readFileSync(new URL("../../firestore.rules", import.meta.url), "utf8");

/** Fields of the session's document for every role that listens to it, the owner included; with those of `params` and `withdrawn`. */
const ALWAYS = [
  ...["schemaVersion", "sessionId", "ownerId", "title", "status", "epoch", "seq", "version", "createdAt"],
  ...["updatedAt", "endedAt", "phases", "pages", "panels", "costMicros", "visibility", "exports", "params"],
  ...["params.language", "params.direction", "params.style", "params.seed", "params.models", "params.review"],
  ...["params.reviewTimeoutMinutes", "params.formats", "params.pages", "params.coverApart", "params.sheets"],
];
const FINISHED = [...ALWAYS, "cover", "coverRenditions", "result"];
const PAGE = [
  ...["schemaVersion", "number", "seq", "state", "panels", "preview", "storyboard", "image", "widthPx"],
  ...["heightPx", "renditions", "lettering", "texts"],
];
const PHASE = ["schemaVersion", "phase", "seq", "state", "done", "total", "hash", "output", "previews"];
const COMMENTS = ["schemaVersion", "sessionId", "page", "comments"];

const MEMBERS = ["reader", "commenter", "editor"] as const;
const LISTENING = [...MEMBERS, "owner"] as const;

describe("the fields that roles receive", () => {
  const service = sampleService();
  let firestore: Awaited<ReturnType<typeof startFirestore>>;
  let sessionId = "";
  const path = () => `/api/v1/manga/sessions/${sessionId}`;
  const documents = () => `http://${firestore.host}/v1/projects/${PROJECT}/databases/(default)/documents`;

  async function set(at: string, content: object): Promise<void> {
    const answer = await fetch(`${documents()}/${at}`, {
      ...{ method: "PATCH", headers: { authorization: "Bearer owner", "content-type": "application/json" } },
      body: JSON.stringify({ fields: encodeFields(JSON.parse(JSON.stringify(content))) }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async function received(role: string, at: string): Promise<Record<string, unknown>> {
    const now = Math.floor(Date.now() / 1000);
    const claims = { sub: role, user_id: role, sid: `of-${role}`, aud: PROJECT, iat: now, auth_time: now };
    const iss = `https://securetoken.google.com/${PROJECT}`;
    const authorization = `Bearer ${unsignedToken({ ...claims, exp: now + 3_600, iss })}`;
    const answer = await fetch(`${documents()}/${at}`, { headers: { authorization } });
    if (!answer.ok) throw new Error(`${role} ${at}: ${answer.status}`);
    return decodeFields(((await answer.json()) as { fields: unknown }).fields);
  }

  /** The document as each role receives it, by its fields. */
  async function fieldsOf(at: string): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const role of LISTENING) {
      const content = await received(role, at);
      const inner = ["params", "withdrawn"].flatMap((field) =>
        Object.keys(content[field] ?? {}).map((name) => `${field}.${name}`),
      );
      found[role] = [...Object.keys(content), ...inner].sort();
    }
    return found;
  }
  const forAll = (fields: readonly string[]) =>
    Object.fromEntries(LISTENING.map((role) => [role, [...fields].sort()]));

  /** Puts the session's present document into Firestore and returns what each role receives of it. */
  async function session(): Promise<Record<string, string[]>> {
    const shown = service.projector.sessions.get(sessionId);
    await set(`sessions/${sessionId}`, shown ?? {});
    return fieldsOf(`sessions/${sessionId}`);
  }

  async function sent(method: string, rest: string, body: unknown): Promise<Record<string, unknown>> {
    const answer = await service.send(method, `${path()}${rest}`, body, { as: "owner" });
    if (!answer.ok) throw new Error(`${rest}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  }

  beforeAll(async () => {
    firestore = await startFirestore({
      ...{ db: openDatabase("memory"), rules: parseRules(RULES, "cloud.firestore") },
    });
    const body = {
      ...{ text: SAMPLE_STORY, pages: 1, formats: ["pdf"], models: "simulated", budgetMicros: 50_000_000 },
      ...{ webhookUrl: "https://receiver.example/hook", given: { people: [{ name: "ミナ", age: "child" }] } },
    };
    const started = await service.send("POST", "/api/v1/manga/generate", body, { as: "owner" });
    if (started.status !== 202) throw new Error(await started.text());
    ({ sessionId } = (await started.json()) as { sessionId: string });
    await service.deliver();
    for (const role of LISTENING) await set(`tokenFamilies/of-${role}`, { ownerId: role, status: "live" });
    await set(`people/${sessionId}`, { readers: MEMBERS, editors: ["editor"] });
    await sent("POST", "/pages/1/comments", { text: "Good." });
  }, 120_000);
  afterAll(() => firestore.close());

  it("are these of a private book, and its owner gets more from the API", async () => {
    expect(await session()).toEqual(forAll(FINISHED));
    const owned = await (await service.send("GET", path(), undefined, { as: "owner" })).json();
    expect(owned).toMatchObject({ params: { budgetMicros: 50_000_000, storyHash: expect.any(String) } });
    expect(owned).toMatchObject({ params: { expected: {}, given: expect.any(String) } });
    expect(owned).toMatchObject({ webhook: { deliveries: [{ event: "session.completed" }] } });
  });

  it("are not the token of an unlisted book, but that of a public one, which its list has", async () => {
    const { shareToken } = await sent("PATCH", "", {
      visibility: "unlisted",
      description: "Rain.",
      tags: ["a"],
    });
    const shared = [...FINISHED, "description", "tags", "shareKey"];
    expect(await session()).toEqual(forAll(shared));
    expect(JSON.stringify(await received("editor", `sessions/${sessionId}`))).not.toContain(shareToken);
    expect(await (await service.send("GET", path(), undefined, { as: "owner" })).json()).toMatchObject({
      shareToken,
    });
    await sent("PATCH", "", { visibility: "public", findable: true });
    expect(await session()).toEqual(forAll([...shared, "shareToken", "publishedAt", "findable"]));
  });

  it("are not the reason why an operator withdrew the book", async () => {
    const { withdrawBook } = await import("../pipeline/about.ts");
    await withdrawBook(service.services, { sessionId, reason: "It has a real name." });
    const fields = [...FINISHED, "description", "tags", "withdrawn", "withdrawn.at"];
    expect(await session()).toEqual(forAll(fields));
    const owned = await (await service.send("GET", path(), undefined, { as: "owner" })).json();
    expect(owned).toMatchObject({ withdrawn: { reason: "It has a real name." } });
  });

  it("are these of a page, of a phase and of comments", async () => {
    const below = `sessions/${sessionId}`;
    await set(`${below}/pages/001`, service.projector.pages.get(`${sessionId}/1`) ?? {});
    expect(await fieldsOf(`${below}/pages/001`)).toEqual(forAll(PAGE));
    await set(`${below}/phases/concept`, service.projector.phases.get(`${sessionId}/concept`) ?? {});
    expect(await fieldsOf(`${below}/phases/concept`)).toEqual(forAll(PHASE));
    const [comments = {}] = await service.comments.list(sessionId);
    await set(`${below}/comments/001`, comments);
    expect(await fieldsOf(`${below}/comments/001`)).toEqual(forAll(COMMENTS));
  });
});
