// One service for each data folder: the first command on a folder starts it, and others join it over a local socket. A joiner keeps its
// connection open. The owner stops the service when nobody is connected; when the owner dies, the connections break and each joiner opens
// the service again.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import * as z from "zod";
import { localGuestKey, localTokenFile } from "./local-keys.ts";
import { type LocalService, type ServiceOptions, startService } from "./service.ts";

export interface SharedService {
  api: string;
  emulators: Record<string, string>;
  /** The guest's secret for commands on the folder. */
  guestKey: string;
  /** File for the guest's token; undefined for a folder in memory. */
  tokenFile: string | undefined;
  /** Resolves with a reason when the service is gone or cannot continue. */
  lost: Promise<string>;
  /** Whether another command had started it. */
  joined: boolean;
  /** Leaves it; the owner waits for joiners (reported by `onWait`) and then stops it. */
  close(onWait?: (others: number) => void): Promise<void>;
  /** Stops it at once, regardless of joiners. */
  abandon(): Promise<void>;
}

const GreetingSchema = z.object({ api: z.string(), emulators: z.record(z.string(), z.string()) });

/** Starts the service of a data folder, or joins the running one. Throws the reason if it cannot start. */
export async function openService(options: ServiceOptions): Promise<SharedService> {
  if (options.dataDir === "memory") return own(await startService(options));
  const address = socketPath(options.dataDir);
  const server = await listenAlone(address);
  if (server === undefined) return joinService(address, options);
  const greeting = Promise.withResolvers<string>();
  greeting.promise.catch(() => {});
  const guests = new Set<Socket>();
  server.on("connection", (socket) => {
    guests.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => {
      guests.delete(socket);
      server.emit("left");
    });
    greeting.promise.then(
      (line) => socket.write(line),
      () => socket.destroy(),
    );
  });
  try {
    const service = await startService(options);
    greeting.resolve(`${JSON.stringify({ api: service.api, emulators: service.emulators })}\n`);
    return own(service, { server, guests });
  } catch (error) {
    greeting.reject(error);
    server.close();
    throw error;
  }
}

function own(service: LocalService, door?: { server: Server; guests: ReadonlySet<Socket> }): SharedService {
  const abandon = async () => {
    await service.stop();
    for (const guest of door?.guests ?? []) guest.destroy();
    door?.server.close();
  };
  return {
    api: service.api,
    emulators: service.emulators,
    guestKey: service.guestKey,
    tokenFile: service.tokenFile,
    lost: service.failed,
    joined: false,
    async close(onWait) {
      while (door !== undefined && door.guests.size > 0) {
        onWait?.(door.guests.size);
        await once(door.server, "left");
      }
      await abandon();
    },
    abandon,
  };
}

async function joinService(address: string, options: ServiceOptions): Promise<SharedService> {
  const socket = connect(address);
  const closed = once(socket, "close").then(() => "the command that ran the service has ended");
  socket.on("error", () => socket.destroy());
  const lines = createInterface({ input: socket });
  const line = await Promise.race([
    once(lines, "line").then(([text]) => String(text)),
    closed.then(() => undefined),
  ]);
  // The owner ended before it was ready, so the folder is free again.
  if (line === undefined) return openService(options);
  const { api, emulators } = GreetingSchema.parse(JSON.parse(line));
  const leave = async () => {
    lines.close();
    socket.destroy();
  };
  const guestKey = localGuestKey(options.dataDir);
  const tokenFile = localTokenFile(options.dataDir);
  return { api, emulators, guestKey, tokenFile, lost: closed, joined: true, close: leave, abandon: leave };
}

/** Listens at an address; undefined if another process does. A stale socket file is removed. */
async function listenAlone(address: string): Promise<Server | undefined> {
  for (;;) {
    const server = createServer();
    try {
      server.listen(address);
      await once(server, "listening");
      return server;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
    if (await answers(address)) return undefined;
    rmSync(address, { force: true });
  }
}

async function answers(address: string): Promise<boolean> {
  const probe = connect(address);
  try {
    await once(probe, "connect");
    return true;
  } catch {
    return false;
  } finally {
    probe.destroy();
  }
}

/** Socket names are short, so the folder's path is hashed. */
function socketPath(dataDir: string): string {
  const name = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16);
  return process.platform === "win32" ? `\\\\.\\pipe\\mekuri-${name}` : join(tmpdir(), `mekuri-${name}.sock`);
}
