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

/** Connects again and again, holds what it gets, and prints a line for each connection. */
const KNOCKER = `
  const { connect } = require("node:net");
  const knock = () => {
    const socket = connect(Number(process.argv[1]), "127.0.0.1");
    socket.on("connect", () => console.log("in"));
    socket.on("error", () => {});
    socket.on("close", () => setImmediate(knock));
  };
  knock();
`;

it("tells a port that is taken from a free one", async () => {
  const { server, port } = await listen();
  expect(await isPortTaken(port)).toBe(true);
  server.close();
  await once(server, "close");
  expect(await isPortTaken(port)).toBe(false);
});

it("answers although a client keeps connecting to the port", async () => {
  const { server, port } = await listen();
  server.close();
  await once(server, "close");
  const knocker = spawn(process.execPath, ["-e", KNOCKER, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let connected = 0;
  knocker.stdout.on("data", () => {
    connected += 1;
  });
  while (connected === 0) {
    expect(await isPortTaken(port)).toBe(false);
    // Lets the knocker's output in.
    await new Promise((resolve) => setImmediate(resolve));
  }
  knocker.kill();
  await once(knocker, "exit");
});
