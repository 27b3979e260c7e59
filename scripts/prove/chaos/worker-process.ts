// One instance of one function as the campaign's child process: the real function with the ports substituted by `program.ts`. Arguments:
// the function, the instance's name, the journal, the function's module.
import { once } from "node:events";
import type { Server } from "node:http";
import { flushCompileCache } from "node:module";
import type { AddressInfo } from "node:net";
import { registeredServer } from "../../../lib/registered-functions.ts";
import { endWithParent, report } from "../../serve/channel.ts";
import { beginRequest } from "./current-delivery.ts";

endWithParent();
try {
  const name = process.argv[2] ?? "";
  // A built function has its own server.
  const { server = registeredServer(name) }: { server?: Server } = await import(process.argv[5] ?? "");
  server.prependListener("request", (request) => beginRequest(request.headers));
  // Later instances read this compile cache; a killed process would not write it.
  server.once("request", (_request, response) => response.once("close", flushCompileCache));
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
