// Client of the service for the command line: calls the API, listens to Firestore documents, and downloads files from Storage.
import { Firestore } from "@google-cloud/firestore";
import { Storage } from "@google-cloud/storage";
import * as z from "zod";
import { bucketName } from "../../lib/cloud/config.ts";
import { sessionPath } from "../../lib/cloud/firestore-paths.ts";
import { storageBlobStore } from "../../lib/cloud/storage-blob-store.ts";
import { type ClientSession, ClientSessionSchema } from "../../lib/pipeline/client-documents.ts";
import type { PhaseName } from "../../lib/pipeline/step-id.ts";
import { guestOf, refusalOf } from "../serve/guest.ts";
import type { SharedService } from "../serve/shared-service.ts";
import type { SessionNotice } from "./session-file.ts";
import { sessionToResume } from "./to-resume.ts";

export interface SessionClient {
  /** Starts a session and returns its id. `tell` gets notices of `auto`. Throws `RequestRefusedError`. */
  generate(request: Record<string, unknown>, tell?: (notices: readonly string[]) => void): Promise<string>;
  cancel(sessionId: string): Promise<void>;
  /** Letters a finished book again. Throws `RequestRefusedError`; then nothing was changed. */
  reletter(sessionId: string, request: Record<string, unknown>): Promise<Relettered>;
  /** Draws panels again with the best model; the same `key` does it once. Throws `RequestRefusedError`; then nothing was changed. */
  drawFinal(sessionId: string, asked: { slow: boolean; key: string }): Promise<{ artist: string }>;
  approve(sessionId: string, gate: { phase: PhaseName; revision: number }): Promise<void>;
  /** Calls `onChange` with every state of the session's document until it has ended, and returns the last state. */
  follow(
    sessionId: string,
    onChange: (session: ClientSession) => void,
    signal: AbortSignal,
  ): Promise<ClientSession>;
  /** The session to resume, found by `sessionToResume`. */
  toResume(since: Date): Promise<ClientSession | undefined>;
  read(sessionId: string): Promise<ClientSession | undefined>;
  /** The document of a phase. */
  readPhase(sessionId: string, phase: PhaseName): Promise<Record<string, unknown> | undefined>;
  /** The documents of the session's pages. */
  readPages(sessionId: string): Promise<Record<string, unknown>[]>;
  /** Notices of deviations from the request, in the order of time. */
  readNotices(sessionId: string): Promise<SessionNotice[]>;
  download(sessionId: string, hash: string): Promise<Uint8Array>;
  /** Downloads a file as a stream. */
  downloadStream(sessionId: string, hash: string): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

const ReletteredSchema = z.object({
  outOfOrder: z.array(z.object({ page: z.int(), panel: z.string(), speakers: z.array(z.string()) })),
});
export type Relettered = z.infer<typeof ReletteredSchema>;

const DrawnBySchema = z.object({ artist: z.string(), version: z.int() });

const GeneratedSchema = z.object({
  sessionId: z.string(),
  estimate: z.object({ notices: z.array(z.string()).default([]) }),
});

type Service = Pick<SharedService, "api" | "emulators" | "guestKey"> &
  Partial<Pick<SharedService, "tokenFile">>;

const AnswerSchema = z.record(z.string(), z.unknown());

const NoteSchema = z.object({ at: z.string(), step: z.string(), message: z.string() });

const ENDED = ["completed", "failed", "cancelled"];

export function sessionClient({ api, emulators, guestKey, tokenFile }: Service): SessionClient {
  Object.assign(process.env, emulators, {
    METADATA_SERVER_DETECTION: "none",
    FIRESTORE_ENABLE_TRACING: "off",
  });
  const projectId = emulators.GOOGLE_CLOUD_PROJECT ?? "demo-mekuri";
  const firestore = new Firestore({ projectId });
  const bucket = new Storage({ projectId }).bucket(bucketName(projectId));
  const blobs = storageBlobStore({ name: bucket.name, open: async () => bucket });

  /** Versions started by this client. */
  const begun = new Map<string, number>();
  const guest = guestOf(api, guestKey, tokenFile);

  const post = async (
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Record<string, unknown>> => {
    const response = await guest.fetch(path, { method: "POST", body, headers });
    if (!response.ok) throw await refusalOf(response);
    const answer = AnswerSchema.parse(await response.json());
    return answer;
  };

  return {
    async generate(request, tell) {
      const { sessionId, estimate } = GeneratedSchema.parse(await post("/api/v1/manga/generate", request));
      tell?.(estimate.notices);
      return sessionId;
    },
    async cancel(sessionId) {
      await post(`/api/v1/manga/sessions/${sessionId}/cancel`, {});
    },
    async reletter(sessionId, request) {
      return ReletteredSchema.parse(await post(`/api/v1/manga/sessions/${sessionId}/reletter`, request));
    },
    async drawFinal(sessionId, { slow, key }) {
      const body = { tier: "final", slow };
      const answer = await post(`/api/v1/manga/sessions/${sessionId}/tier`, body, { "idempotency-key": key });
      const drawn = DrawnBySchema.parse(answer);
      begun.set(sessionId, drawn.version);
      return drawn;
    },
    async approve(sessionId, { phase, revision }) {
      await post(`/api/v1/manga/sessions/${sessionId}/feedback`, { phase, revision, kind: "approve" });
    },
    follow(sessionId, onChange, signal) {
      return new Promise((resolve, reject) => {
        const stop = firestore.doc(sessionPath(sessionId)).onSnapshot(
          (snapshot) => {
            if (!snapshot.exists) return;
            const session = ClientSessionSchema.parse(snapshot.data());
            // For a moment the listener may still have the document of the previous, ended version.
            if (session.version < (begun.get(sessionId) ?? 0)) return;
            onChange(session);
            if (!ENDED.includes(session.status)) return;
            stop();
            resolve(session);
          },
          (error) => reject(error),
        );
        signal.addEventListener("abort", () => {
          stop();
          reject(signal.reason);
        });
      });
    },
    async toResume(since) {
      return sessionToResume(firestore, { ownerId: await guest.ownerId(), since });
    },
    async read(sessionId) {
      const document = await firestore.doc(sessionPath(sessionId)).get();
      return document.exists ? ClientSessionSchema.parse(document.data()) : undefined;
    },
    async readPhase(sessionId, phase) {
      return (await firestore.doc(`${sessionPath(sessionId)}/phases/${phase}`).get()).data();
    },
    async readPages(sessionId) {
      const { docs } = await firestore.collection(`${sessionPath(sessionId)}/pages`).get();
      return docs.map((document) => document.data());
    },
    async readNotices(sessionId) {
      const { docs } = await firestore
        .collection(`${sessionPath(sessionId)}/events`)
        .where("kind", "==", "note")
        .get();
      const events = docs.map((document) => NoteSchema.parse(document.data()));
      const sorted = events.toSorted((a, b) => a.at.localeCompare(b.at) || a.step.localeCompare(b.step));
      return sorted.map(({ step, message }) => ({ step, message }));
    },
    download: (sessionId, hash) => blobs.get(sessionId, hash),
    downloadStream: (sessionId, hash) => blobs.getStream(sessionId, hash),
    close: () => firestore.terminate(),
  };
}
