// Checks whether another program listens on a port of this machine.
import { createServer } from "node:net";

/**
 * Listens on the port for a moment. Clients of a restarting emulator may connect at that moment. Their connections are destroyed,
 * because a server with open connections does not close.
 */
export function isPortTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer((socket) => socket.destroy());
    probe.once("error", () => resolve(true));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(false)));
  });
}
