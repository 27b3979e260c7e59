// The HTTP/1 side of the emulator: REST calls, the WebChannels of browsers, and what its testers ask of it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { loopbackOnly } from "../../loopback-only.ts";
import type { AccessFor } from "../access.ts";
import type { ContentionMode } from "../contention.ts";
import type { Engine } from "../engine.ts";
import { messageJson } from "../proto-json.ts";
import type { RulesBook } from "../rules-book.ts";
import { controlHandler } from "./control.ts";
import { allowOrigin } from "./cors.ts";
import { restHandler } from "./rest.ts";
import { webChannels } from "./webchannel.ts";

/** An HTTP server that is handed its connections, and a way to end what its clients wait for. */
interface FirestoreHttp {
  readonly server: Server;
  endStreams(): void;
}

/** What is behind the front. */
interface Served {
  readonly accessFor: AccessFor;
  readonly engine: Engine;
  readonly rules: RulesBook;
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
      // Google's emulators say so too: scripts wait for it.
      response.end("Ok\n");
    } else {
      await contention.beforeCall();
      await rest(url, request, response);
    }
  }

  const server = loopbackOnly(
    createServer((request, response) => {
      handle(request, response).catch((error) => {
        // Only a connection that broke in the middle of a body comes here.
        response.destroy(error instanceof Error ? error : undefined);
      });
    }),
  );
  // A back channel is silent for longer than Node would wait for a request.
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
