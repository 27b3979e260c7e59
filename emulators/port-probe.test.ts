import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, it } from "vitest";
import { isPortTaken } from "./port-probe.ts";

async function listen() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: (server.address() as AddressInfo).port };
}

it("tells a port that is taken from a free one", async () => {
  const { server, port } = await listen();
  expect(await isPortTaken(port)).toBe(true);
  server.close();
  await once(server, "close");
  expect(await isPortTaken(port)).toBe(false);
});

it("answers although clients keep connecting to the port", async () => {
  const { server, port } = await listen();
  server.close();
  await once(server, "close");
  let isOver = false;
  let connected = 0;
  const knock = () => {
    if (isOver) return;
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      connected += 1;
    });
    socket.once("error", () => socket.destroy());
    socket.once("close", () => setImmediate(knock));
  };
  for (let client = 0; client < 20; client++) knock();
  while (connected < 5) expect(await isPortTaken(port)).toBe(false);
  isOver = true;
});
