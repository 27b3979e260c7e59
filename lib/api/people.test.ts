// The people of a book through the API: invitations, roles, what members may not have done, comments.
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { LONGEST_COMMENT } from "./comments.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const service = sampleService();
let sessionId: string;
const path = (rest = "") => `/api/v1/manga/sessions/${sessionId}${rest}`;

async function ask(
  method: string,
  route: string,
  { as = "local", body }: { as?: string; body?: unknown } = {},
) {
  const answer = await service.send(method, route, body, { as });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json") === true;
  const content: Record<string, unknown> = isJson ? JSON.parse(text) : {};
  return { status: answer.status, code: content.code, content };
}

async function invite(body: { role: string; uses?: number; hours?: number }): Promise<string> {
  const { status, content } = await ask("POST", path("/people/invites"), { body });
  expect(status).toBe(201);
  return z.string().parse(content.token);
}
const accept = (as: string, token: string, name?: string) =>
  ask("POST", "/api/v1/manga/invites/accept", { as, body: { token, ...(name && { name }) } });

const PeopleSchema = z.object({
  members: z.array(z.object({ memberId: z.string(), role: z.string(), name: z.string().optional() })),
  invites: z.array(z.object({ inviteId: z.string(), usesLeft: z.number() })),
});
const people = async () => PeopleSchema.parse((await ask("GET", path("/people"))).content);
const memberNamed = async (name: string) =>
  (await people()).members.find((member) => member.name === name)?.memberId ?? "";

beforeAll(async () => {
  const body = { text: SAMPLE_STORY, pages: 1, formats: ["pdf"] };
  const started = await ask("POST", "/api/v1/manga/generate", { body });
  sessionId = z.string().parse(started.content.sessionId);
  await service.deliver();
}, 120_000);

describe("an invitation", () => {
  it("gives its role to as many people as it allows, and to the same person once", async () => {
    const token = await invite({ role: "reader", uses: 2 });
    expect((await ask("GET", path(), { as: "dora" })).code).toBe("session-not-found");
    const answers = await Promise.all([
      accept("dora", token, "Dora"),
      accept("dora", token),
      accept("emil", token),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0]?.content).toEqual({ sessionId, role: "reader" });
    expect((await accept("fritz", token)).code).toBe("invite-unusable");
    expect((await ask("GET", path(), { as: "dora" })).status).toBe(200);
    const { content } = await ask("GET", "/api/v1/manga/memberships", { as: "dora" });
    expect(content.books).toMatchObject([{ sessionId, role: "reader", status: "completed" }]);
    expect((await ask("GET", "/api/v1/manga/sessions", { as: "dora" })).content.sessions).toEqual([]);
  });

  it("raises a role and never lowers one", async () => {
    expect((await accept("dora", await invite({ role: "editor" }))).content.role).toBe("editor");
    const lower = await invite({ role: "commenter" });
    expect((await accept("dora", lower)).content.role).toBe("editor");
    expect((await people()).members.filter(({ role }) => role === "editor")).toHaveLength(1);
    expect((await accept("gerd", lower, "Gerd")).content.role).toBe("commenter");
  });

  it("is refused to the owner, when withdrawn, and for a text that is none", async () => {
    const token = await invite({ role: "reader" });
    expect((await accept("local", token)).code).toBe("already-owner");
    const [{ inviteId } = { inviteId: "" }] = (await people()).invites;
    expect((await ask("DELETE", path(`/people/invites/${inviteId}`))).status).toBe(204);
    for (const text of [token, "nothing", `${sessionId}.nothing`, `${"a".repeat(64)}.b`, "..", "a.b.c"]) {
      const refused = await accept("hans", text);
      expect([refused.status, refused.code]).toEqual([422, "invite-unusable"]);
    }
    expect((await people()).invites).toEqual([]);
  });

  it("is bounded in number, uses and time", async () => {
    for (const body of [
      { role: "owner" },
      { role: "reader", uses: 51 },
      { role: "reader", hours: 721 },
      { role: "reader", hours: 0 },
    ]) {
      expect((await ask("POST", path("/people/invites"), { body })).status).toBe(422);
    }
    for (let n = 0; n < 20; n += 1) await invite({ role: "reader" });
    const more = await ask("POST", path("/people/invites"), { body: { role: "reader" } });
    expect([more.status, more.code]).toEqual([409, "too-many-invites"]);
    for (const { inviteId } of (await people()).invites)
      await ask("DELETE", path(`/people/invites/${inviteId}`));
  });

  it("cannot be accepted after its time", async () => {
    const token = await invite({ role: "reader" });
    await service.people.update(sessionId, (known) => ({
      people: { ...known, invites: known.invites.map((one) => ({ ...one, expiresAt: Date.now() - 1 })) },
      value: undefined,
    }));
    expect((await accept("hans", token)).code).toBe("invite-unusable");
    expect((await people()).invites).toEqual([]);
  });
});

describe("a member", () => {
  it("has a changed role at once, and none after it is taken away or after leaving", async () => {
    const memberId = await memberNamed("Gerd");
    expect((await ask("GET", path("/events"), { as: "gerd" })).code).toBe("role-too-low");
    await ask("PATCH", path(`/people/${memberId}`), { body: { role: "editor" } });
    expect((await ask("GET", path("/events"), { as: "gerd" })).status).toBe(200);
    await ask("DELETE", path(`/people/${memberId}`));
    expect((await ask("GET", path(), { as: "gerd" })).code).toBe("session-not-found");
    expect((await ask("PATCH", path(`/people/${memberId}`), { body: { role: "reader" } })).code).toBe(
      "no-such-member",
    );
    expect((await ask("DELETE", path("/membership"), { as: "emil" })).status).toBe(204);
    expect((await ask("GET", path(), { as: "emil" })).code).toBe("session-not-found");
    expect((await ask("DELETE", path("/membership"))).code).toBe("already-owner");
  });
});

describe("an editor", () => {
  const edit = (text: string, as = "dora") =>
    ask("PATCH", path("/texts"), { as, body: { texts: [{ page: 1, balloonId: "k2.w1", text }] } });

  it("changes words of a drawn book under their own id, and has files made that readers then get", async () => {
    await accept("emil", await invite({ role: "reader" }));
    const pictures = service.drawn.length;
    expect((await edit("……待って")).status).toBe(200);
    expect((await ask("GET", path("/exports/pdf"), { as: "emil" })).status).toBe(409);
    await service.deliver();
    expect(service.drawn.length).toBe(pictures);
    const { content } = await ask("GET", path("/versions"));
    expect(content.versions).toMatchObject([{ by: "local" }, { by: await memberNamed("Dora") }]);
    // The edit left the file to be made when somebody asks for it. A reader's request makes none.
    const before = JSON.stringify(await service.schedule(sessionId));
    expect((await ask("GET", path("/exports/pdf"), { as: "emil" })).code).toBe("export-not-made");
    expect((await ask("GET", path("/files.zip"), { as: "emil" })).code).toBe("export-not-made");
    expect(JSON.stringify(await service.schedule(sessionId))).toBe(before);
    expect((await ask("POST", path("/export"), { as: "dora", body: { format: "pdf" } })).status).toBe(202);
    await service.deliver();
    expect((await ask("GET", path("/exports/pdf"), { as: "emil" })).status).toBe(200);
    expect((await ask("GET", path("/files.zip"), { as: "emil" })).status).toBe(200);
  });

  it("changes nothing while a picture has to be drawn, so that no work of the owner's is resumed", async () => {
    const redrawn = await ask("POST", path("/pages/1/panels/k1/redraw"), { body: {} });
    expect(redrawn.status).toBe(200);
    const before = JSON.stringify(await service.schedule(sessionId));
    const refused = await edit("……なに");
    expect([refused.status, refused.code]).toEqual([409, "book-not-ready"]);
    expect(JSON.stringify(await service.schedule(sessionId))).toBe(before);
    await ask("POST", path("/cancel"));
    expect((await edit("……なに")).status).toBe(409);
    expect((await edit("……なに", "local")).status).toBe(409);
    expect((await ask("POST", path("/versions/2/restore"))).status).toBe(200);
    await service.deliver();
    expect((await edit("……なに")).status).toBe(200);
    await service.deliver();
  });
});

describe("the limit of editors", () => {
  const redraw = (as = "dora", panel = "k1") =>
    ask("POST", path(`/pages/1/panels/${panel}/redraw`), { as, body: {} });

  it("is nothing at first: an editor has no picture drawn, also none that is free", async () => {
    const before = JSON.stringify(await service.schedule(sessionId));
    expect(await redraw()).toMatchObject({ status: 403, code: "editors-limit" });
    expect(JSON.stringify(await service.schedule(sessionId))).toBe(before);
    expect((await ask("GET", path("/people"))).content.editors).toEqual({ limitMicros: 0, spentMicros: 0 });
  });

  it("is set by the owner only, within bounds, and shown to editors", async () => {
    const set = (limitMicros: number, as = "local") =>
      ask("PUT", path("/people/limit"), { as, body: { limitMicros } });
    expect((await set(1_000, "dora")).code).toBe("role-too-low");
    expect((await set(-1)).status).toBe(422);
    expect((await set(1_000_000_001)).status).toBe(422);
    expect((await set(50_000)).content).toEqual({ limitMicros: 50_000, spentMicros: 0 });
    const { content } = await ask("GET", path("/membership"), { as: "dora" });
    expect(content).toMatchObject({ role: "editor", maySpendMicros: 50_000 });
  });

  it("pays for an editor's pictures, which the schedule says until the owner changes the drawn book", async () => {
    const pictures = service.drawn.length;
    expect((await redraw()).status).toBe(200);
    expect((await service.schedule(sessionId)).payer).toBe("editors");
    // The owner's change meanwhile does not make the owner pay for the editor's.
    expect((await redraw("local", "k2")).status).toBe(200);
    expect((await service.schedule(sessionId)).payer).toBe("editors");
    await service.deliver();
    expect(service.drawn.length).toBe(pictures + 2);
    expect((await redraw("local")).status).toBe(200);
    expect((await service.schedule(sessionId)).payer).toBeUndefined();
    expect(await redraw("dora", "k2")).toMatchObject({ status: 409, code: "book-not-ready" });
    await service.deliver();
  });
});

describe("a comment", () => {
  const write = (body: object, as = "gerd") => ask("POST", path("/pages/1/comments"), { as, body });
  const list = async (as = "local") => {
    const { content } = await ask("GET", path("/comments"), { as });
    return z.array(z.looseObject({ commentId: z.string(), text: z.string() })).parse(content.comments);
  };

  it("is pinned to a panel or a page, and seen by everybody of the book", async () => {
    await accept("gerd", await invite({ role: "commenter" }), "Gerd");
    expect((await write({ text: " Too dark? ", panel: "k1" })).status).toBe(201);
    expect((await write({ text: "まとめて見たい" }, "local")).status).toBe(201);
    expect(await list("emil")).toMatchObject([
      { page: 1, panel: "k1", text: "Too dark?", name: "Gerd", role: "commenter", mine: false },
      { page: 1, text: "まとめて見たい", role: "owner", mine: false },
    ]);
    expect((await list("gerd"))[0]).toMatchObject({ mine: true });
    expect(JSON.stringify(await list("emil"))).not.toContain('"by"');
  });

  it("is refused from readers, and for a missing page, a missing panel, and a text that is empty or too long", async () => {
    expect((await write({ text: "Hm." }, "emil")).code).toBe("role-too-low");
    expect((await ask("POST", path("/pages/99/comments"), { body: { text: "Hm." } })).code).toBe(
      "page-not-found",
    );
    expect((await write({ text: "Hm.", panel: "k99" })).status).toBe(422);
    expect((await write({ text: "  " })).status).toBe(422);
    expect((await write({ text: "a".repeat(LONGEST_COMMENT + 1) })).status).toBe(422);
    expect((await write({ text: "a".repeat(LONGEST_COMMENT) })).status).toBe(201);
  });

  it("is deleted by its author and the owner only", async () => {
    const [first, second] = await list();
    const remove = (commentId = "", as = "gerd") =>
      ask("DELETE", path(`/pages/1/comments/${commentId}`), { as });
    expect((await remove(second?.commentId)).code).toBe("role-too-low");
    expect((await remove(first?.commentId, "dora")).code).toBe("role-too-low");
    expect((await remove(first?.commentId)).status).toBe(204);
    expect((await remove(first?.commentId, "local")).status).toBe(204);
    expect((await list()).map(({ commentId }) => commentId)).not.toContain(first?.commentId);
  });
});
