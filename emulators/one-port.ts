// One port for gRPC and for HTTP/1: a connection shows by its first bytes which of the two it speaks.
import { createServer, type Socket } from "node:net";

/** Where connections go. A taker finds every byte of the connection still unread. */
export interface ConnectionTakers {
  readonly http2: (socket: Socket) => void;
  readonly http1: (socket: Socket) => void;
}

export interface OnePort {
  readonly port: number;
  /** Takes no more connections; resolves once all are over, of which those that remain after `graceMs` are cut. */
  close(graceMs: number): Promise<void>;
}

/** How the preface of HTTP/2 begins; no method of HTTP/1 does: https://www.rfc-editor.org/rfc/rfc9113#section-3.4 */
const PREFACE = "PRI";

/** Listens on 127.0.0.1; throws when the port is taken. */
export async function listenOnOnePort(port: number, takers: ConnectionTakers): Promise<OnePort> {
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
      if (String(head) === PREFACE) takers.http2(socket);
      else takers.http1(socket);
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
