// One port for gRPC and HTTP/1: the first bytes of a connection show its protocol.
import { createServer, type Socket } from "node:net";

/** Handlers of connections by protocol. No byte of the connection has been consumed. */
export interface ConnectionHandlers {
  readonly http2: (socket: Socket) => void;
  readonly http1: (socket: Socket) => void;
}

export interface OnePort {
  readonly port: number;
  /** Stops accepting connections and resolves when all have ended. Destroys those that are open after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** The first bytes of HTTP/2's preface, with which no HTTP/1 method begins: https://www.rfc-editor.org/rfc/rfc9113#section-3.4 */
const PREFACE = "PRI";

/** Listens on 127.0.0.1. Throws if the port is in use. */
export async function listenOnOnePort(port: number, handlers: ConnectionHandlers): Promise<OnePort> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.on("readable", function peek() {
      const head = socket.read(PREFACE.length);
      if (head === null) return;
      socket.off("readable", peek);
      socket.unshift(head);
      if (String(head) === PREFACE) handlers.http2(socket);
      else handlers.http1(socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    port: address.port,
    close(graceMs) {
      return new Promise((resolve) => {
        const cut = setTimeout(() => {
          for (const socket of sockets) socket.destroy();
        }, graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
      });
    },
  };
}
