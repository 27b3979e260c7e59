// The keys of sessions on the real client: who can decrypt which text, before, during and after a rotation.
import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ContractClient, connectFirestore } from "../../emulators/firestore/contract-client.ts";
import { BusyError } from "../pipeline/errors.ts";
import { SessionMissingError } from "../pipeline/schedule-store.ts";
import { contractDatabase } from "./contract-database.ts";
import { storyPath } from "./firestore-paths.ts";
import { firestoreStoryVault } from "./firestore-story-vault.ts";
import { type KeyContext, type KeyWrapper, localKeyWrapper } from "./key-wrapper.ts";
import { kmsKeyWrapper } from "./kms-key-wrapper.ts";
import { SealBrokenError, sealer } from "./seal.ts";
import { firestoreSessionSeals, memoSeal } from "./session-seals.ts";
import { STORY_FIELD } from "./story-document.ts";

let client: ContractClient;
beforeAll(async () => {
  client = await connectFirestore();
});
afterAll(() => client.close());

const oldKey = Buffer.alloc(32, 1);
const newKey = Buffer.alloc(32, 2);

async function beginSession(wrapper: KeyWrapper): Promise<KeyContext> {
  const session = { ownerId: randomUUID(), sessionId: randomUUID() };
  const { seal, wrapped } = await firestoreSessionSeals(contractDatabase(client), wrapper, undefined).begin(
    session,
  );
  await client.firestore.doc(storyPath(session.sessionId)).set({
    ...{ schemaVersion: 2, ownerId: session.ownerId, key: wrapped },
    sealed: seal.seal("雨の夜", { ...session, field: STORY_FIELD }),
  });
  return session;
}

describe("the key of a session", () => {
  test("opens its story in another process, and a story that was sealed before sessions had keys", async () => {
    const db = client.firestore;
    const wrapper = localKeyWrapper([oldKey]);
    const session = await beginSession(wrapper);
    const vault = () =>
      firestoreStoryVault(
        contractDatabase(client),
        firestoreSessionSeals(contractDatabase(client), wrapper, oldKey),
      );
    expect(await vault().read(session.sessionId)).toBe("雨の夜");

    const early = { ownerId: "ann", sessionId: randomUUID() };
    const sealed = sealer(oldKey).seal("昔の話", { ...early, field: STORY_FIELD });
    await db.doc(storyPath(early.sessionId)).set({ schemaVersion: 1, ownerId: "ann", sealed });
    expect(await vault().read(early.sessionId)).toBe("昔の話");
  });

  test("is different for each session, and is not stored unencrypted", async () => {
    const wrapper = localKeyWrapper([oldKey]);
    const [a, b] = [await beginSession(wrapper), await beginSession(wrapper)];
    const seals = firestoreSessionSeals(contractDatabase(client), wrapper, undefined);
    const purpose = { ...a, field: "memo/1" };
    const sealed = (await seals.of(a)).seal("words", purpose);
    const other = await seals.of(b);
    expect(() => other.open(sealed, purpose)).toThrow(SealBrokenError);
    expect(await memoSeal(seals).open(sealed, purpose)).toBe("words");
  });

  test("is refused to another owner, and removed with the session", async () => {
    const session = await beginSession(localKeyWrapper([oldKey]));
    const seals = () => firestoreSessionSeals(contractDatabase(client), localKeyWrapper([oldKey]), undefined);
    await expect(seals().of({ ...session, ownerId: "eve" })).rejects.toThrow(SealBrokenError);
    await client.firestore.doc(storyPath(session.sessionId)).delete();
    await expect(seals().of(session)).rejects.toThrow(SessionMissingError);
  });

  test("is refused to another owner by the story's document, even if no wrapped key would refuse them", async () => {
    const early = randomUUID();
    await client.firestore
      .doc(storyPath(early))
      .set({ schemaVersion: 1, ownerId: "ann", sealed: Buffer.from("words") });
    // Unwraps for every caller.
    const careless: KeyWrapper = { ...localKeyWrapper([oldKey]), unwrap: async () => Buffer.alloc(32, 3) };
    const session = await beginSession(careless);
    const seals = firestoreSessionSeals(contractDatabase(client), careless, oldKey);
    for (const sessionId of [early, session.sessionId]) {
      await expect(seals.of({ ownerId: "eve", sessionId })).rejects.toThrow(SealBrokenError);
    }
    await expect(seals.of({ ownerId: "ann", sessionId: early })).resolves.toBeDefined();
  });

  test("still opens after the wrapping key was changed, as long as the old key is configured", async () => {
    const session = await beginSession(localKeyWrapper([oldKey]));
    const read = (wrapper: KeyWrapper) =>
      firestoreStoryVault(
        contractDatabase(client),
        firestoreSessionSeals(contractDatabase(client), wrapper, undefined),
      ).read(session.sessionId);
    expect(await read(localKeyWrapper([newKey, oldKey]))).toBe("雨の夜");
    await expect(read(localKeyWrapper([newKey]))).rejects.toThrow("is missing");
  });
});

describe("a wrapped key", () => {
  const context: KeyContext = { ownerId: "ann", sessionId: "s1" };

  test("is refused when any byte of it was changed, or for another session or owner", async () => {
    const wrapper = localKeyWrapper([oldKey]);
    const key = randomBytes(32);
    const wrapped = await wrapper.wrap(key, context);
    expect(Buffer.from(await wrapper.unwrap(wrapped, context))).toEqual(key);
    for (let at = 0; at < wrapped.bytes.length; at++) {
      const bytes = Buffer.from(wrapped.bytes);
      bytes[at] = (bytes[at] ?? 0) ^ 0x40;
      await expect(wrapper.unwrap({ ...wrapped, bytes }, context), `byte ${at}`).rejects.toThrow(
        SealBrokenError,
      );
    }
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (ownerId, sessionId) => {
        fc.pre(ownerId !== context.ownerId || sessionId !== context.sessionId);
        await expect(wrapper.unwrap(wrapped, { ownerId, sessionId })).rejects.toThrow(SealBrokenError);
      }),
    );
  });

  test("is wrapped by Cloud KMS as its documentation says, with owner and session authenticated", async () => {
    const kms = await startKms();
    const wrapper = kmsKeyWrapper({ keyName: KMS_KEY, token: async () => "token", baseUrl: kms.url });
    const key = randomBytes(32);
    const wrapped = await wrapper.wrap(key, context);
    expect(wrapped.by).toBe(`${KMS_KEY}/cryptoKeyVersions/1`);
    expect(await wrapper.current()).toBe(wrapped.by);
    expect(Buffer.from(await wrapper.unwrap(wrapped, context))).toEqual(key);
    await expect(wrapper.unwrap(wrapped, { ...context, ownerId: "eve" })).rejects.toThrow(SealBrokenError);
    kms.status = 503;
    await expect(wrapper.wrap(key, context)).rejects.toThrow(BusyError);
    kms.status = 403;
    await expect(wrapper.wrap(key, context)).rejects.toThrow("may this account use the key?");
    await kms.close();
    await expect(wrapper.wrap(key, context)).rejects.toThrow(BusyError);
  });
});

const KMS_KEY = "projects/p/locations/l/keyRings/r/cryptoKeys/k";

/** Simulates the used part of Cloud KMS: refuses every other path, method or token, and values that it did not encrypt itself. */
async function startKms() {
  const seal = sealer(Buffer.alloc(32, 5));
  const purpose = (aad: string) => ({ ownerId: aad, sessionId: "", field: "" });
  const state = { status: 200 };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString("utf8")) : {};
    const answer = (status: number, value: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (state.status !== 200) return answer(state.status, {});
    if (request.headers.authorization !== "Bearer token") return answer(401, {});
    const name = `${KMS_KEY}/cryptoKeyVersions/1`;
    const aad = body.additionalAuthenticatedData;
    switch (`${request.method} ${request.url}`) {
      case `GET /v1/${KMS_KEY}`:
        return answer(200, { name: KMS_KEY, primary: { name, state: "ENABLED" } });
      case `POST /v1/${KMS_KEY}:encrypt`:
        return answer(200, {
          name,
          ciphertext: Buffer.from(seal.seal(body.plaintext, purpose(aad))).toString("base64"),
        });
      case `POST /v1/${KMS_KEY}:decrypt`:
        try {
          return answer(200, { plaintext: seal.open(Buffer.from(body.ciphertext, "base64"), purpose(aad)) });
        } catch {
          return answer(400, { error: { status: "INVALID_ARGUMENT" } });
        }
      default:
        return answer(404, {});
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(done)),
  });
}
