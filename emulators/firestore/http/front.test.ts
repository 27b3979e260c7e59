// The HTTP server by plain requests: REST, CORS, and the cases of WebChannel that no SDK produces.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "../../database.ts";
import type { RunningService } from "../../service.ts";
import { startFirestore } from "../server.ts";

const DATABASE = "projects/p/databases/(default)";
const ROOT = `${DATABASE}/documents`;

let service: RunningService;
beforeEach(async () => {
  service = await startFirestore({ db: openDatabase("memory") });
});
afterEach(() => service.close());

async function call(
  method: string,
  path: string,
  body?: object | string,
): Promise<{ status: number; json: unknown }> {
  const sent = typeof body === "object" ? JSON.stringify(body) : body;
  const response = await fetch(`http://${service.host}/v1/${path}`, { method, ...(sent && { body: sent }) });
  return { status: response.status, json: await response.json() };
}

const number = (n: number) => ({ n: { integerValue: String(n) } });

describe("REST", () => {
  test("creates, reads in part, patches, lists and deletes documents", async () => {
    const created = await call("POST", `${ROOT}/a?documentId=one`, {
      fields: { ...number(1), x: { nullValue: null } },
    });
    expect(created).toMatchObject({ status: 200, json: { name: `${ROOT}/a/one` } });
    const patched = await call("PATCH", `${ROOT}/a/one?updateMask.fieldPaths=n&key=any`, {
      fields: number(2),
    });
    expect(patched.json).toMatchObject({ fields: { ...number(2), x: { nullValue: null } } });
    expect(patched.json).toHaveProperty("updateTime", expect.stringMatching(/^20.*Z$/));
    const found = await call("GET", `${ROOT}/a/one?mask.fieldPaths=n&mask.fieldPaths=y`);
    expect(found.json).toMatchObject({ fields: number(2) });
    expect(found.json).not.toHaveProperty("fields.x");
    await call("POST", `${ROOT}/a`, { fields: number(3) });
    const listed = await call("GET", `${ROOT}/a?pageSize=1`);
    expect(listed.json).toMatchObject({ documents: [{}], nextPageToken: expect.any(String) });
    expect(await call("POST", `${ROOT}:listCollectionIds`, {})).toEqual({
      status: 200,
      json: { collectionIds: ["a"] },
    });
    const conditional = await call("DELETE", `${ROOT}/a/none?currentDocument.exists=true`);
    expect(conditional.status).toBe(404);
    expect(await call("DELETE", `${ROOT}/a/one`)).toEqual({ status: 200, json: {} });
    expect(await call("GET", `${ROOT}/a/one`)).toMatchObject({
      status: 404,
      json: { error: { code: 404, status: "NOT_FOUND" } },
    });
  });

  test("reads and commits in a transaction, and answers a list of reads with a list", async () => {
    const begun = await call("POST", `${ROOT}:beginTransaction`, { options: { readWrite: {} } });
    const { transaction } = Object(begun.json);
    const missing = await call("POST", `${ROOT}:batchGet`, { documents: [`${ROOT}/a/b`], transaction });
    expect(missing.json).toEqual([{ missing: `${ROOT}/a/b`, readTime: expect.any(String) }]);
    const writes = [{ update: { name: `${ROOT}/a/b`, fields: number(1) } }];
    const committed = await call("POST", `${ROOT}:commit`, { writes, transaction });
    expect(committed).toMatchObject({
      status: 200,
      json: { writeResults: [{}], commitTime: expect.any(String) },
    });
    const late = await call("POST", `${ROOT}:batchGet`, { documents: [`${ROOT}/a/b`], transaction });
    expect(late).toMatchObject({ status: 400, json: [{ error: { status: "INVALID_ARGUMENT" } }] });
  });

  test("refuses a malformed request and names the place of the error", async () => {
    expect(await call("POST", `${ROOT}:commit`, "{")).toMatchObject({ status: 400 });
    expect(await call("POST", `${ROOT}:commit`, "[]")).toMatchObject({ status: 400 });
    expect(await call("GET", `${ROOT}/a/b?nonsense=1`)).toMatchObject({
      status: 400,
      json: { error: { message: expect.stringContaining("nonsense") } },
    });
    expect(await call("GET", "nowhere")).toMatchObject({
      status: 404,
      json: { error: { status: "NOT_FOUND" } },
    });
    expect(await call("POST", `${ROOT}:executePipeline`, {})).toMatchObject({
      status: 501,
      json: { error: { message: expect.stringContaining("executePipeline") } },
    });
  });

  test("answers the health check", async () => {
    expect(await (await fetch(`http://${service.host}/`)).text()).toBe("Ok\n");
  });
});

describe("a page of another origin", () => {
  const origin = "http://localhost:5173";

  test("may call after its preflight, with the headers that it asked for", async () => {
    const preflight = await fetch(`http://${service.host}/v1/${ROOT}:commit`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,x-goog-api-client",
      },
    });
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": "authorization,x-goog-api-client",
    });
  });

  test("may read every answer, errors too", async () => {
    const answer = await fetch(`http://${service.host}/v1/${ROOT}/a/b`, { headers: { origin } });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([404, origin]);
  });
});

describe("a WebChannel", () => {
  const path = "google.firestore.v1.Firestore/Listen/channel";
  const channelUrl = (query: string) => `http://${service.host}/${path}?VER=8&${query}`;

  async function chunks(response: Response): Promise<unknown[][]> {
    const text = await response.text();
    return [...text.matchAll(/\d+\n(\[.*?\])(?=\d+\n|$)/gs)].map(([, chunk = ""]) => JSON.parse(chunk));
  }

  /** Begins a channel that listens to `a/b`, and gives its id. */
  async function open(headers = ""): Promise<string> {
    const target = {
      database: DATABASE,
      addTarget: { targetId: 2, documents: { documents: [`${ROOT}/a/b`] } },
    };
    const body = new URLSearchParams({
      headers,
      count: "1",
      ofs: "0",
      req0___data__: JSON.stringify(target),
    });
    const response = await fetch(channelUrl("RID=1&X-HTTP-Session-Id=gsessionid"), { method: "POST", body });
    expect(response.headers.get("x-http-session-id")).toMatch(/./);
    const [[hello]] = Object(await chunks(response));
    const [arrayId, [kind, sid]] = hello;
    expect([arrayId, kind]).toEqual([0, "c"]);
    return sid;
  }

  test("accepts targets in the handshake and repeats messages that were not acknowledged", async () => {
    const sid = await open();
    const poll = (aid: number) =>
      fetch(channelUrl(`RID=rpc&SID=${sid}&AID=${aid}&CI=1&TYPE=xmlhttp`)).then(chunks);
    const [first = []] = await poll(0);
    expect(await poll(0)).toEqual([first]);
    expect(JSON.stringify(first)).toContain("documentDelete");
    const rest = poll(first.length);
    await call("PATCH", `${ROOT}/a/b`, { fields: number(1) });
    const [second = []] = await rest;
    expect(second.map((entry) => Object(entry)[0])).toEqual([first.length + 1, first.length + 2]);
    expect(JSON.stringify(second)).toContain('"integerValue":"1"');
  });

  test("answers the client's messages with the state of the back channel", async () => {
    const sid = await open();
    const removal = JSON.stringify({ database: DATABASE, removeTarget: 2 });
    const body = new URLSearchParams({ count: "1", ofs: "1", req0___data__: removal });
    const response = await fetch(channelUrl(`SID=${sid}&RID=2&AID=0`), { method: "POST", body });
    expect(await response.text()).toMatch(/^\d+\n\[0,0,\d+\]$/);
  });

  test("reports a malformed request with Firestore's error", async () => {
    const sid = await open();
    const body = new URLSearchParams({ count: "1", ofs: "1", req0___data__: '{"nonsense":1}' });
    await fetch(channelUrl(`SID=${sid}&RID=2&AID=0`), { method: "POST", body });
    const answer = await fetch(channelUrl(`RID=rpc&SID=${sid}&AID=0&CI=1&TYPE=xmlhttp`));
    expect(await answer.text()).toContain('"status":"INVALID_ARGUMENT"');
  });

  test("that ended or never existed is refused with the text that makes the client open a new one", async () => {
    const sid = await open();
    await fetch(channelUrl(`SID=${sid}&RID=2&TYPE=terminate`), { method: "POST" });
    for (const id of [sid, "never"]) {
      const response = await fetch(channelUrl(`RID=rpc&SID=${id}&AID=0&CI=0&TYPE=xmlhttp`));
      expect([response.status, await response.text()]).toEqual([400, expect.stringMatching(/.Unknown SID/)]);
    }
  });

  test("exists only for the streaming methods", async () => {
    const response = await fetch(`http://${service.host}/google.firestore.v1.Firestore/Commit/channel?VER=8`);
    expect(response.status).toBe(404);
  });
});
