// Signs in as a data folder's guest and keeps the token: the API client of local commands.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import * as z from "zod";

/** The API refused a request; `status` and `code` are the problem's. */
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
  /** Signs in if necessary. Throws `RequestRefusedError`. */
  ownerId(): Promise<string>;
  /** Sends a request as this guest and returns the answer unchanged. Throws `RequestRefusedError` if the sign-in is refused. */
  fetch(
    path: string,
    init?: { method?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
}

const SignedInSchema = z.object({ ownerId: z.string(), accessToken: z.string(), expiresIn: z.number() });
const TokenSchema = z.object({
  ownerId: z.string(),
  accessToken: z.string(),
  /** Milliseconds since 1970. */
  renewAt: z.number(),
});
type Token = z.infer<typeof TokenSchema>;
const ProblemSchema = z.object({ code: z.string(), detail: z.string() });

/** A token is renewed when its remaining lifetime is shorter. */
const RENEW_MS = 60_000;

/**
 * `api`: `http://127.0.0.1:4000`. `tokenFile` stores the token for the next command, because sign-ins are rate-limited and a loop over many
 * stories would exceed the limit.
 */
export function guestOf(api: string, guestKey: string, tokenFile?: string): Guest {
  let signedIn: Promise<Token> | undefined;

  async function signIn(): Promise<Token> {
    const response = await fetch(`${api}/api/v1/auth/guest`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ key: guestKey }),
    });
    if (!response.ok) throw await refusalOf(response);
    const { ownerId, accessToken, expiresIn } = SignedInSchema.parse(await response.json());
    const token = { ownerId, accessToken, renewAt: Date.now() + expiresIn * 1_000 - RENEW_MS };
    if (tokenFile !== undefined) keepToken(tokenFile, token);
    return token;
  }

  function signInAnew(): Promise<Token> {
    const attempt = signIn();
    signedIn = attempt;
    attempt.catch(() => {
      if (signedIn === attempt) signedIn = undefined;
    });
    return attempt;
  }

  async function current(): Promise<Token> {
    const kept = tokenFile === undefined ? undefined : keptToken(tokenFile);
    if (kept !== undefined) signedIn ??= Promise.resolve(kept);
    const token = await signedIn;
    return token !== undefined && token.renewAt > Date.now() ? token : signInAnew();
  }

  return {
    ownerId: async () => (await current()).ownerId,
    async fetch(path, { method = "GET", body, headers = {} } = {}) {
      const json = body === undefined ? {} : { "content-type": "application/json" };
      const ask = ({ accessToken }: Token) =>
        fetch(`${api}${path}`, {
          method,
          headers: { authorization: `Bearer ${accessToken}`, ...json, ...headers },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
      const answer = await ask(await current());
      // The stored token may be from an earlier state of the folder.
      return answer.status === 401 ? ask(await signInAnew()) : answer;
    },
  };
}

function keptToken(file: string): Token | undefined {
  try {
    return TokenSchema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch {
    // There is no file, or it is invalid: a new one replaces it.
    return undefined;
  }
}

/** Written atomically, because another command may read it. */
function keepToken(file: string, token: Token): void {
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(token), { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
}

export async function refusalOf(response: Response): Promise<RequestRefusedError> {
  const problem = ProblemSchema.safeParse(await response.json().catch(() => undefined));
  const { code, detail } = problem.data ?? { code: "unknown", detail: `the API answers ${response.status}` };
  return new RequestRefusedError(response.status, code, detail);
}
