// The studio's API client: signs in as this browser's guest or account, and converts failures to errors that say what happened and what to do.

const BASE = "/api/v1";
/** Storage key of the guest's secret, which identifies the guest. */
const GUEST = "mekuri.guest";
const TOKEN = "mekuri.token";
/** Storage key of the account that this browser is signed in to. */
const ACCOUNT = "mekuri.account";
/** Storage key of an account's name in this browser's storage, followed by its owner id. */
const STORAGE_ID = "mekuri.storage.";
/** Time before the expiry at which a token is renewed. */
const MARGIN_MS = 60_000;

interface Token {
  ownerId: string;
  accessToken: string;
  until: number;
}

interface KeptAccount {
  ownerId: string;
  refreshToken: string;
}

interface Problem extends Pick<Partial<ApiError>, "field" | "current" | "actual" | "reason" | "words"> {
  status: number;
  code: string;
  retryAfter: number;
}

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  /** `offline` if the service could not be reached. */
  readonly code: string;
  /** Seconds until the request may be repeated. */
  readonly retryAfter: number;
  /** The invalid field of the request or the book, if the service names one. */
  readonly field: string | undefined;
  /** The current version or revision, if the request was based on an older one. */
  readonly current: number | undefined;
  /** The current values, if the change was based on other ones. */
  readonly actual: Readonly<Record<string, unknown>> | undefined;
  /** Why a wish was refused, and its words that were not understood. */
  readonly reason: string | undefined;
  readonly words: string | undefined;
  constructor(message: string, problem: Problem) {
    super(message);
    this.status = problem.status;
    this.code = problem.code;
    this.retryAfter = problem.retryAfter;
    this.field = problem.field;
    this.current = problem.current;
    this.actual = problem.actual;
    this.reason = problem.reason;
    this.words = problem.words;
  }
}

/** The error for a missing network or an unreachable service. */
export function notReached(): ApiError {
  return new ApiError("", { status: 0, code: "offline", retryAfter: 0 });
}

let signingIn: Promise<Token> | undefined;

/** The current access token. Signs in if necessary. */
export function signedIn(): Promise<Token> {
  const kept = keptToken();
  if (kept !== undefined) return Promise.resolve(kept);
  signingIn ??= signIn().finally(() => {
    signingIn = undefined;
  });
  return signingIn;
}

async function signIn(): Promise<Token> {
  const kept = keptAccount();
  const answer =
    kept === undefined ? await send("POST", "/auth/guest", { key: guestKey() }) : await refresh(kept);
  const { ownerId, accessToken, expiresIn, refreshToken } = await answer.json();
  if (kept !== undefined) localStorage.setItem(ACCOUNT, JSON.stringify({ ownerId, refreshToken }));
  const token: Token = { ownerId, accessToken, until: Date.now() + expiresIn * 1000 - MARGIN_MS };
  sessionStorage.setItem(TOKEN, JSON.stringify(token));
  return token;
}

/** Two tabs that refresh at once get the same answer. After the sign-in has ended elsewhere, this browser is a guest again. */
async function refresh({ refreshToken }: KeptAccount): Promise<Response> {
  return send("POST", "/auth/refresh", { refreshToken }).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 401) forgetAccount();
    throw error;
  });
}

function keptAccount(): KeptAccount | undefined {
  return JSON.parse(localStorage.getItem(ACCOUNT) ?? "null") ?? undefined;
}

export const keptRefreshToken = (): string | undefined => keptAccount()?.refreshToken;

/** From now on this browser is signed in to the account. What it stored for the guest belongs to the account. */
export function keepAccount({ ownerId, refreshToken }: KeptAccount): void {
  const storageId = localStorage.getItem(STORAGE_ID + ownerId) ?? account();
  localStorage.setItem(STORAGE_ID + ownerId, storageId);
  localStorage.setItem(ACCOUNT, JSON.stringify({ ownerId, refreshToken }));
  localStorage.removeItem(GUEST);
  sessionStorage.removeItem(TOKEN);
}

export function forgetAccount(): void {
  localStorage.removeItem(ACCOUNT);
  forgetToken();
}

/** The next request signs in anew. */
export function forgetToken(): void {
  sessionStorage.removeItem(TOKEN);
}

/** For a deleted account or guest. The next request signs in as a new guest. */
export function forgetPerson(): void {
  const kept = keptAccount();
  if (kept !== undefined) localStorage.removeItem(STORAGE_ID + kept.ownerId);
  localStorage.removeItem(GUEST);
  forgetAccount();
}

/** Loads the page again when another tab signs in or out: that ends the page's listeners. */
export function followAccount(): void {
  const ownerIn = (kept: string | null) => (kept === null ? undefined : JSON.parse(kept).ownerId);
  window.addEventListener("storage", ({ key, oldValue, newValue }) => {
    if (key !== ACCOUNT || ownerIn(oldValue) === ownerIn(newValue)) return;
    sessionStorage.removeItem(TOKEN);
    location.reload();
  });
}

function keptToken(): Token | undefined {
  const kept: Token | null = JSON.parse(sessionStorage.getItem(TOKEN) ?? "null");
  return kept !== null && kept.until > Date.now() ? kept : undefined;
}

/** The owner id of the current sign-in, as far as it is known without a request. */
export const knownOwner = (): string | undefined => keptToken()?.ownerId;

/**
 * An id of the signed-in guest or account for keys of this browser's storage: the same for the same one, online or offline, and not
 * secret. A guest who becomes an account keeps it.
 */
export function account(): string {
  const kept = keptAccount();
  if (kept !== undefined) return localStorage.getItem(STORAGE_ID + kept.ownerId) ?? kept.ownerId;
  // FNV-1a with 2 × 32 bits: https://datatracker.ietf.org/doc/draft-eastlake-fnv/
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const letter of guestKey()) {
    const code = letter.charCodeAt(0);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x811c9dc5);
  }
  return [a, b].map((half) => (half >>> 0).toString(36)).join("-");
}

function guestKey(): string {
  const kept = localStorage.getItem(GUEST);
  if (kept !== null) return kept;
  const key = Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
  localStorage.setItem(GUEST, key);
  return key;
}

interface Asked {
  body?: unknown;
  signal?: AbortSignal;
  /** The version of the book that the change is based on. */
  version?: number | undefined;
  /** Idempotency key: lets the service recognise a repeat whose answer was lost. */
  key?: string;
  /** For public routes. */
  isOpen?: boolean;
}

/** The answer's JSON. Throws `ApiError`. */
export async function ask<T>(
  method: string,
  path: string,
  { body, signal, version, key, isOpen }: Asked = {},
): Promise<T> {
  const request = async () =>
    send(method, path, body, {
      ...{ signal, version, key },
      token: isOpen ? undefined : (await signedIn()).accessToken,
    });
  const answer = await request().catch((error: unknown) => {
    // The token was refused before its expiry, for example after the signing keys changed: retries once with a new one.
    if (!(error instanceof ApiError) || error.status !== 401 || isOpen) throw error;
    sessionStorage.removeItem(TOKEN);
    return request();
  });
  return answer.status === 204 ? (undefined as T) : answer.json();
}

/** Downloads a file of the user's. The browser may keep a large blob on disk. Throws `ApiError`. */
export async function download(path: string): Promise<Blob> {
  const { accessToken: token } = await signedIn();
  const answer = await send("GET", path, undefined, { token });
  return answer.blob().catch(() => {
    throw notReached();
  });
}

async function send(
  method: string,
  path: string,
  body: unknown,
  {
    token,
    signal,
    version,
    key,
  }: { [name in "token" | "key"]?: string | undefined } & Pick<Asked, "version"> & {
      signal?: AbortSignal | undefined;
    } = {},
): Promise<Response> {
  const answer = await fetch(`${BASE}${path}`, {
    method,
    signal: signal ?? null,
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw notReached();
  });
  if (answer.ok) return answer;
  const problem: Partial<Problem> & { detail?: string } = await answer.json().catch(() => ({}));
  throw new ApiError(problem.detail ?? answer.statusText, {
    ...problem,
    status: answer.status,
    code: problem.code ?? "unknown",
    retryAfter: Number(answer.headers.get("retry-after") ?? 0),
  });
}
