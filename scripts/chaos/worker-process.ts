// One instance of one function, as the campaign's child: the real function on the functions framework, wired with the
// campaign's ports. Arguments: the function, the instance's name, the journal.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { getTestServer } from "@google-cloud/functions-framework/testing";
import { endWithParent, report } from "../service/channel.ts";
import { replacePorts } from "./campaign-hooks.ts";
import { beginRequest } from "./delivery-at-hand.ts";

endWithParent();
try {
  const name = process.argv[2] ?? "";
  const ports = replacePorts();
  await import(name === "start" ? "./start-function.ts" : `../../functions/${name}.ts`);
  // Functions load these with their first delivery; here they are looked at before it.
  await Promise.all([import("../../functions/serve-phase.ts"), import("../../functions/phase-work.ts")]);
  ports.check();
  const server = getTestServer(name);
  server.prependListener("request", (request) => beginRequest(request.headers));
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  report({ kind: "worker", ports: { [name]: port } });
} catch (error) {
  report({
    kind: "failed",
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  process.exitCode = 1;
  process.disconnect();
}
