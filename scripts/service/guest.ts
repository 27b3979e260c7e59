// Signs in as the guest that a data folder has, and keeps signed in: what the local commands ask the API with.
import * as z from "zod";

/** The API refused a request; `status` and `code` as in its problem. */
export class RequestRefusedError extends Error {
  override readonly name = "RequestRefusedError";
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

export interface Guest {
  /** Signs in unless that was done. Throws `RequestRefusedError`. */
  ownerId(): Promise<string>;
  /** A request as this guest; the answer as it is. Throws `RequestRefusedError` when the sign-in is refused. */
  fetch(
    path: string,
    init?: { method?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
}

const SignedInSchema = z.object({ ownerId: z.string(), accessToken: z.string(), expiresIn: z.number() });
const ProblemSchema = z.object({ code: z.string(), detail: z.string() });

/** A token is renewed when it counts for less than this. */
const RENEW_MS = 60_000;

/** `api`: `http://127.0.0.1:4000`. */
export function guestOf(api: string, guestKey: string): Guest {
  let signedIn: Promise<{ ownerId: string; accessToken: string; renewAt: number }> | undefined;

  async function signIn() {
    const response = await fetch(`${api}/api/v1/auth/guest`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ key: guestKey }),
    });
    if (!response.ok) throw await refusalOf(response);
    const { ownerId, accessToken, expiresIn } = SignedInSchema.parse(await response.json());
    return { ownerId, accessToken, renewAt: Date.now() + expiresIn * 1_000 - RENEW_MS };
  }

  async function current() {
    if (signedIn !== undefined && (await signedIn).renewAt > Date.now()) return signedIn;
    signedIn = signIn();
    signedIn.catch(() => {
      signedIn = undefined;
    });
    return signedIn;
  }

  return {
    ownerId: async () => (await current()).ownerId,
    async fetch(path, { method = "GET", body, headers = {} } = {}) {
      const { accessToken } = await current();
      const json = body === undefined ? {} : { "content-type": "application/json" };
      return fetch(`${api}${path}`, {
        method,
        headers: { authorization: `Bearer ${accessToken}`, ...json, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
  };
}

export async function refusalOf(response: Response): Promise<RequestRefusedError> {
  const problem = ProblemSchema.safeParse(await response.json().catch(() => undefined));
  const { code, detail } = problem.data ?? { code: "unknown", detail: `the API answers ${response.status}` };
  return new RequestRefusedError(response.status, code, detail);
}
