// The emulator's HTTP/1 server: REST calls, browsers' WebChannels, and the control API for tests.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { loopbackOnly } from "../../loopback-only.ts";
import type { AccessFor } from "../access.ts";
import type { ContentionMode } from "../contention.ts";
import type { Engine } from "../engine.ts";
import type { ProjectRules } from "../project-rules.ts";
import { messageJson } from "../proto-json.ts";
import { controlHandler } from "./control.ts";
import { allowOrigin } from "./cors.ts";
import { restHandler } from "./rest.ts";
import { webChannels } from "./webchannel.ts";

/** An HTTP server that receives accepted sockets, and a function that ends pending responses. */
interface FirestoreHttp {
  readonly server: Server;
  endStreams(): void;
}

/** The services that the server calls. */
interface Served {
  readonly accessFor: AccessFor;
  readonly engine: Engine;
  readonly rules: ProjectRules;
}

export function firestoreHttp(served: Served, contention: ContentionMode): FirestoreHttp {
  const json = messageJson();
  const rest = restHandler(json, (request) => served.accessFor(headerOf(request)).engine);
  const channels = webChannels(json, served.accessFor);
  const control = controlHandler(served);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (allowOrigin(request, response)) return;
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname.startsWith("/google.firestore.v1.Firestore/")) {
      await channels.handle(url, request, response);
    } else if (url.pathname.startsWith("/emulator/v1/")) {
      await control(url, request, response);
    } else if (url.pathname === "/") {
      // The same text as in Google's emulators: scripts wait for it.
      response.end("Ok\n");
    } else {
      await contention.beforeCall();
      await rest(url, request, response);
    }
  }

  const server = loopbackOnly(
    createServer((request, response) => {
      handle(request, response).catch((error) => {
        // The only possible error here is a connection that broke in the middle of a body.
        response.destroy(error instanceof Error ? error : undefined);
      });
    }),
  );
  // A back channel may be silent for longer than Node's default request timeout.
  server.requestTimeout = 0;

  return {
    server,
    endStreams() {
      channels.close();
      server.closeIdleConnections();
    },
  };
}

function headerOf(request: IncomingMessage): (name: string) => string | undefined {
  return (name) => request.headers[name]?.toString();
}
