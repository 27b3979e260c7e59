// An API client as a guest, for journeys that need an existing book.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ClientSession, ListedPage } from "../../../web/src/documents.ts";
import { STORY } from "./main-journey.ts";
import type { Studio } from "./studio.ts";

/** Timeout for any state of a book on a slow machine. */
const PATIENCE_MS = 600_000;

export interface Guest {
  /** The guest's secret, with which a browser signs in as the same guest. */
  key: string;
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Starts a book and waits for that state. */
  make(request: Record<string, unknown>, until?: ClientSession["status"]): Promise<string>;
  until(sessionId: string, status: ClientSession["status"]): Promise<ClientSession>;
  pages(sessionId: string): Promise<ListedPage[]>;
}

/** A new guest, or the one with that secret. */
export async function newGuest(studio: Studio, key = randomBytes(24).toString("hex")): Promise<Guest> {
  let token: string | undefined;
  const send = async <T>(method: string, path: string, body?: unknown, tries = 10): Promise<T> => {
    const answer = await fetch(`${studio.service.api}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // A starting function answers 503 and has done nothing, so the request can be repeated.
    if (answer.status === 503 && method === "GET" && tries > 0) {
      await sleep(1_000);
      return send(method, path, body, tries - 1);
    }
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  };
  ({ accessToken: token } = await send<{ accessToken: string }>("POST", "/auth/guest", { key }));
  const guest: Guest = {
    key,
    ask: send,
    async make(request, until = "completed") {
      const { sessionId } = await send<{ sessionId: string }>("POST", "/manga/generate", {
        text: STORY,
        pages: 1,
        ...request,
      });
      await guest.until(sessionId, until);
      return sessionId;
    },
    async until(sessionId, status) {
      for (const end = Date.now() + PATIENCE_MS; ; await sleep(200)) {
        const session = await send<ClientSession>("GET", `/manga/sessions/${sessionId}`);
        if (session.status === status) return session;
        if (Date.now() > end)
          throw new Error(`${sessionId} is ${session.status} and did not become ${status}`);
      }
    },
    pages: async (sessionId) =>
      (await send<{ pages: ListedPage[] }>("GET", `/manga/sessions/${sessionId}/pages`)).pages,
  };
  return guest;
}
