import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, it } from "vitest";
import { isPortTaken } from "./port-probe.ts";

async function listen() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: (server.address() as AddressInfo).port };
}

/** Connects repeatedly, keeps the connections open, and prints a line for each. */
const RECONNECTING_CLIENT = `
  const { connect } = require("node:net");
  const reconnect = () => {
    const socket = connect(Number(process.argv[1]), "127.0.0.1");
    socket.on("connect", () => console.log("in"));
    socket.on("error", () => {});
    socket.on("close", () => setImmediate(reconnect));
  };
  reconnect();
`;

it("distinguishes a port in use from a free one", async () => {
  const { server, port } = await listen();
  expect(await isPortTaken(port)).toBe(true);
  server.close();
  await once(server, "close");
  expect(await isPortTaken(port)).toBe(false);
});

it("resolves although a client keeps connecting to the port", async () => {
  const { server, port } = await listen();
  server.close();
  await once(server, "close");
  const client = spawn(process.execPath, ["-e", RECONNECTING_CLIENT, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let connected = 0;
  client.stdout.on("data", () => {
    connected += 1;
  });
  while (connected === 0) {
    expect(await isPortTaken(port)).toBe(false);
    // Gives the event loop time to read the client's output.
    await new Promise((resolve) => setImmediate(resolve));
  }
  client.kill();
  await once(client, "exit");
});
