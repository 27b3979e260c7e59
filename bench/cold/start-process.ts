// Starts a process that listens and answers, and measures both times from outside.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Started {
  listeningMs: number;
  answeredMs: number;
}

export interface Start {
  /** Node's arguments. */
  args: readonly string[];
  env: Record<string, string>;
  request: { path: string; method: string; body?: unknown };
  /** Waits for its regular exit, which a first start needs to write the compile cache. */
  gently?: boolean;
}

/** Timeout for a process that hangs. */
const LONGEST_MS = 60_000;

/** Throws if the process ends before it listens, if a start or answer takes a minute, or if the answer is not 2xx. */
export async function startProcess({ args, env, request, gently = false }: Start): Promise<Started> {
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
    const { path, method, body } = request;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      signal: AbortSignal.timeout(LONGEST_MS),
      // A graceful shutdown would wait for a connection that is kept alive.
      headers: { connection: "close", ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    await response.arrayBuffer();
    const answeredMs = performance.now() - startedAt;
    if (!response.ok)
      throw new Error(`${args.join(" ")} ${env.FUNCTION_TARGET ?? ""} answered ${response.status}`);
    return { listeningMs, answeredMs };
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
