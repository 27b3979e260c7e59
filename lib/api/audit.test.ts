// The audit: every event is recorded where it happens, and no text of a request reaches a line.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AUDIT_EVENTS, type AuditEvent, type AuditEventName, auditLine } from "./audit.ts";
import { createBaseApp } from "./base-app.ts";
import { serveOperatorRole } from "./operate/serve-operate.ts";
import { apiRoute } from "./route-parts.ts";
import { ask, sampleIdentity } from "./sample-identity.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

type SampleIdentity = Awaited<ReturnType<typeof sampleIdentity>>;

const NAMES = Object.keys(AUDIT_EVENTS) as AuditEventName[];
const UUID = "0b6f2a3c-1d2e-4f5a-8b9c-0d1e2f3a4b5c";

const people = fc.constantFrom("Mina Okafor", "田中 美奈", "O’Neill-Łukasz", "mina");
const addresses = fc.tuple(fc.stringMatching(/^[a-z]{3,12}$/), fc.integer({ min: 10, max: 99 }));
const email = addresses.map(([name, number]) => `${name}.${number}@private.example`);
const story = fc.constantFrom(SAMPLE_STORY, "She never told anybody about the letter under the floor.");
const personal = fc.oneof(people, email, story, fc.string({ minLength: 12, maxLength: 200 }));

const ofOperate = (fields: object) => ({
  ...{ event: "request-refused", way: "auth", route: "/api/v1/operate/me" },
  ...fields,
});
const written = (event: AuditEvent) => JSON.stringify(auditLine(event));

describe("a line", () => {
  it.each(NAMES)("of %s holds no text that is put into one of its fields", (event) => {
    const fields = Object.keys(AUDIT_EVENTS[event].fields.shape);
    fc.assert(
      fc.property(personal, fc.constantFrom(...fields), (text, field) => {
        // A route's own description has the form of a path; requests' paths are in the test below.
        fc.pre(!(field === "route" && /^(?:unknown|\/)/.test(text)));
        const given = Object.fromEntries(fields.map((name) => [name, name === field ? text : UUID]));
        const { message, fields: kept } = auditLine({ event, ...given } as unknown as AuditEvent);
        expect(Object.values(kept)).not.toContain(text);
        expect(message).toMatch(/^audit: [a-z-]+(?:, with fields of a wrong form)?$/);
        expect(kept.audit).toBe(event);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps UUIDs, and hashes every other id with a salt, equally within a process", () => {
    const line = (owner: string) => auditLine({ event: "sign-out", owner, family: UUID }).fields;
    expect(line(UUID)).toEqual({ audit: "sign-out", owner: UUID, family: UUID });
    expect(line("mina@private.example").owner).toMatch(/^hash-[\da-f]{16}$/);
    expect(line("a").owner).toBe(line("a").owner);
    expect(line("a").owner).not.toBe(line("b").owner);
  });
});

async function identityWithOperators() {
  const identity = await sampleIdentity();
  serveOperatorRole(identity.app);
  return identity;
}

/** Signs in, fails, refreshes twice, signs out and exceeds limits, with a person's own words in every field and path that takes text. */
async function walkIdentity(person: { email: string; password: string; name: string }) {
  const identity = await identityWithOperators();
  const { app, time, events } = identity;
  const post = (route: string, body: unknown, headers = {}) =>
    ask(app, "POST", `/api/v1/auth/${route}`, { body, headers });
  const taken = async (response: Response) => (await response.json()) as { refreshToken: string };
  const { email, password } = person;
  const first = await taken(await post("register", person));
  await post("register", person);
  await post("login", { email, password: `${password}, but wrong` });
  await post("login", { email: `else.${email}`, password });
  await post("google", { idToken: person.name });
  const guest = await taken(await post("guest", {}));
  await post("logout", { refreshToken: guest.refreshToken });
  await post("refresh", { refreshToken: first.refreshToken });
  time.now += 31_000;
  await post("refresh", { refreshToken: first.refreshToken });
  await ask(app, "GET", "/api/v1/auth/me", { token: "a.b.c", headers: { "x-name": "Mina" } });
  await ask(app, "GET", `/api/v1/${encodeURIComponent(person.name)}/${encodeURIComponent(email)}`);
  const from = { "x-forwarded-for": "203.0.113.7" };
  await callAsOperator(identity, person.name);
  const { accessToken: token } = await identity.signIn.guest(undefined);
  await ask(app, "DELETE", "/api/v1/auth/me", { token });
  for (let count = 0; count < 12; count += 1) await post("login", { email, password: "no, no, no" }, from);
  return events;
}

/** Operators' routes, by nobody, by an account that is no operator, and by one, with a person's own words in paths. */
async function callAsOperator({ app, signIn, users }: SampleIdentity, words: string) {
  const { ownerId, accessToken: token } = await signIn.guest(undefined);
  const call = (path: string, as?: string) => ask(app, "GET", `/api/v1/operate/${path}`, { token: as });
  const statuses = [(await call("me")).status, (await call("me", token)).status];
  await users.setOperator(ownerId, true);
  statuses.push((await call("me", token)).status, (await call(encodeURIComponent(words), token)).status);
  await users.setOperator(ownerId, false);
  statuses.push((await call("me", token)).status);
  expect(statuses).toEqual([404, 404, 200, 404, 404]);
}

/** Starts, fails to start and deletes sessions, and knocks at others' and shared ones. */
async function walkSessions(text: string, name: string) {
  const events: AuditEvent[] = [];
  const audit = (event: AuditEvent) => void events.push(event);
  const wide = { hourMicros: 1e9, dayMicros: 1e9, hourSessions: 100, daySessions: 1 };
  const limits = { sessionMicros: 1e9, dayMicros: 1e9, newAccountDayMicros: 1e9, service: wide };
  const { send } = sampleService(limits, { audit });
  const start = () => send("POST", "/api/v1/manga/generate", { text, title: name });
  const { sessionId } = (await (await start()).json()) as { sessionId: string };
  await start();
  const path = `/api/v1/manga/sessions/${sessionId}`;
  await send("GET", `/api/v1/manga/sessions/${encodeURIComponent(name)}/story`, undefined, { as: null });
  await send("DELETE", path);
  return events;
}

describe("requests", () => {
  it("write every event of the API, and nothing that a person wrote", { timeout: 60_000 }, async () => {
    const seen = new Set<AuditEventName>();
    const password = fc.stringMatching(/^[a-z]{6} [a-z]{6} [a-z]{6}$/);
    await fc.assert(
      fc.asyncProperty(fc.record({ email, password, name: people }), story, async (person, text) => {
        const events = [...(await walkIdentity(person)), ...(await walkSessions(SAMPLE_STORY, text))];
        const lines = events.map(written);
        for (const { event } of events) seen.add(event);
        const secrets = [...Object.values(person).filter((word) => word !== "mina"), text, "203.0.113.7"];
        for (const secret of secrets) {
          for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
            expect(lines.filter((line) => line.includes(form))).toEqual([]);
          }
        }
      }),
      { numRuns: 4 },
    );
    // A report is about a finished book: `moderation.test.ts`.
    const elsewhere: AuditEventName[] = ["book-reported", "caller-refused", "operator-command"];
    expect([...seen, ...elsewhere].toSorted()).toEqual(NAMES.toSorted());
  });

  it("of operators are recorded with the operator, the route and what the path names", async () => {
    const identity = await identityWithOperators();
    await callAsOperator(identity, "Mina");
    expect(identity.events.filter(({ event }) => event !== "sign-in")).toEqual([
      { event: "account-created", method: "guest", owner: "id-0002" },
      ...[{ status: 401, reason: "sign-in-needed" }].map(ofOperate),
      ...[{ status: 403, reason: "no-such-route", owner: "id-0002" }].map(ofOperate),
      { event: "operator-call", operator: "id-0002", method: "GET", route: "/api/v1/operate/me" },
      { event: "operator-call", operator: "id-0002", method: undefined, route: "unknown" },
      ...[{ status: 403, reason: "no-such-route", owner: "id-0002" }].map(ofOperate),
    ]);
    const { app } = createBaseApp({ ...identity.gate, isOperator: async () => true });
    const path = "/api/v1/operate/owners/{ownerId}/sessions/{sessionId}";
    app.openapi(apiRoute({ method: "post", path, responses: { 204: { description: "Done." } } }), (context) =>
      context.body(null, 204),
    );
    const { accessToken: token } = await identity.signIn.guest(undefined);
    await ask(app, "POST", `/api/v1/operate/owners/${UUID}/sessions/s-1`, { token });
    expect(identity.events.at(-1)).toMatchObject({ event: "operator-call", method: "POST", route: path });
    expect(identity.events.at(-1)).toMatchObject({ owner: UUID, session: "s-1" });
  });

  it("are counted when refused, by reason, way in and route", async () => {
    const events = await walkIdentity({ email: "mina@private.example", password: "a b c d e f", name: "M" });
    const refusals = events.filter(({ event }) => event === "request-refused");
    expect(refusals).toContainEqual({
      ...{ event: "request-refused", status: 401, reason: "invalid-token", way: "auth" },
      ...{ route: "/api/v1/auth/me", owner: undefined },
    });
    expect(refusals).toContainEqual(
      expect.objectContaining({ status: 401, reason: "sign-in-needed", route: "unknown" }),
    );
    expect(refusals).toContainEqual(
      expect.objectContaining({ status: 429, reason: "sign-ins", route: "/api/v1/auth/login" }),
    );
  });
});
