// Starts a process that listens and answers, and measures from outside: until it listens, until its first answer, and a second answer.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Started {
  listeningMs: number;
  answeredMs: number;
  /** Duration of the second request, which finds everything loaded; undefined without one. */
  againMs: number | undefined;
}

interface Request {
  path: string;
  method: string;
  body?: unknown;
}

export interface Start {
  /** Node's arguments. */
  args: readonly string[];
  env: Record<string, string>;
  request: Request;
  /** Called after the first answer; its request is sent to the same process. */
  again?: (() => Promise<Request>) | undefined;
  /** Waits for its regular exit, which a first start needs to write the compile cache. */
  gently?: boolean;
}

/** Timeout for a process that hangs. */
const LONGEST_MS = 60_000;

/** Throws if the process ends before it listens, if a start or answer takes a minute, or if the answer is not 2xx. */
export async function startProcess({ args, env, request, again, gently = false }: Start): Promise<Started> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    while (!(await listens(port))) {
      const ended = child.exitCode ?? child.signalCode;
      if (ended !== null) throw new Error(`${args.join(" ")} ended with ${ended}`);
      if (performance.now() - startedAt > LONGEST_MS) throw new Error(`${args.join(" ")} does not listen`);
      await sleep(1);
    }
    const listeningMs = performance.now() - startedAt;
    const answer = (wanted: Request) => answerOf(`http://127.0.0.1:${port}`, wanted);
    await answer(request);
    const answeredMs = performance.now() - startedAt;
    const second = await again?.();
    const againAt = performance.now();
    if (second !== undefined) await answer(second);
    const againMs = second && performance.now() - againAt;
    return { listeningMs, answeredMs, againMs };
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, "exit");
      child.kill(gently ? "SIGTERM" : "SIGKILL");
      const impatience = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
      await exited;
      clearTimeout(impatience);
    }
  }
}

/** Throws if the answer takes a minute or is not 2xx. */
async function answerOf(origin: string, { path, method, body }: Request): Promise<void> {
  const response = await fetch(`${origin}${path}`, {
    method,
    signal: AbortSignal.timeout(LONGEST_MS),
    // A graceful shutdown would wait for a connection that is kept alive.
    headers: { connection: "close", ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}`);
}

function listens(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, "127.0.0.1", () => resolve(true));
  socket.on("error", () => resolve(false));
  return promise.finally(() => socket.destroy());
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
