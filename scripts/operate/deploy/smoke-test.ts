// Smoke test of a deployed service through its API: health, sign-in, starting and reading a session. The session uses the free offline
// models, and is cancelled and deleted.
import * as z from "zod";

const REQUEST_MS = 30_000;
const STORY = 'The rain stopped. "Look," said Mina. A cat sat on the wall.';

export interface SmokeOptions {
  /** Address of the service, such as `https://PROJECT.web.app`. */
  address: string;
  /** A user's access token; without it a guest signs in. */
  accessToken: string | undefined;
  /** Called after each successful step. */
  say: (line: string) => void;
}

interface Question {
  method: string;
  path: string;
  body?: unknown;
  token?: string;
}

/** Throws an error that says which step failed, the answer, and what to do if known. */
export async function smokeTest({ address, accessToken, say }: SmokeOptions): Promise<void> {
  const ask = asker(address);
  await ask({ method: "GET", path: "/health/ready" }, 200);
  say("health: every store that is needed is reachable");
  const token = accessToken ?? (await guestToken(ask));
  say(accessToken === undefined ? "sign-in: a guest has a token" : "sign-in: the given token is used");
  const sessions = "/api/v1/manga/sessions";
  const body = { text: STORY, pages: 1, models: "offline" };
  const accepted = await ask({ method: "POST", path: "/api/v1/manga/generate", body, token }, 202);
  const { sessionId } = z.object({ sessionId: z.string() }).parse(accepted);
  say(`session: ${sessionId} is accepted`);
  const path = `${sessions}/${sessionId}`;
  const found = await ask({ method: "GET", path, token }, 200);
  const { status } = z.object({ sessionId: z.literal(sessionId), status: z.string() }).parse(found);
  say(`document: it is ${status}`);
  // A session that has already ended needs no cancellation; only deletion must work.
  if (status !== "failed" && status !== "completed") {
    await ask({ method: "POST", path: `${path}/cancel`, token }, 200);
  }
  await ask({ method: "DELETE", path, token }, 204);
  say("clean: the session is deleted");
}

type Ask = (question: Question, wanted: number) => Promise<unknown>;

async function guestToken(ask: Ask): Promise<string> {
  const pair = await ask({ method: "POST", path: "/api/v1/auth/guest", body: {} }, 200);
  return z.object({ accessToken: z.string() }).parse(pair).accessToken;
}

const HINTS: Readonly<Record<string, string>> = {
  "/health/ready": "; /health/detailed names each store",
  "/api/v1/auth/guest": "; where guests are off, give a user's token in MEKURI_SMOKE_TOKEN",
};

function asker(address: string): Ask {
  return async ({ method, path, body, token }, wanted) => {
    const response = await fetch(new URL(path, address), {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(REQUEST_MS),
    }).catch((error: unknown) => {
      throw new Error(`${method} ${path} had no answer from ${address}`, { cause: error });
    });
    const text = await response.text();
    if (response.status !== wanted) {
      const said = text.slice(0, 300);
      throw new Error(
        `${method} ${path} answered ${response.status} instead of ${wanted}: ${said}${HINTS[path] ?? ""}`,
      );
    }
    return text === "" ? undefined : JSON.parse(text);
  };
}
