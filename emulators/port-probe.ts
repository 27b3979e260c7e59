// Whether another program listens on a port of this machine.
import { createServer } from "node:net";

/**
 * Listens for a moment to find out. Clients of an emulator that starts again may connect just then: they are turned away,
 * since a server that has connections does not close.
 */
export function isPortTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer((socket) => socket.destroy());
    probe.once("error", () => resolve(true));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(false)));
  });
}
