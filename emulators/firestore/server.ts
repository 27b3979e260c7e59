// Starts the Firestore emulator: gRPC and HTTP/1 on one port, its data in the suite's SQLite file.
import type { DatabaseSync } from "node:sqlite";
import { ServerCredentials } from "@grpc/grpc-js";
import { listenOnOnePort } from "../one-port.ts";
import type { RulesFile } from "../rules/syntax-tree.ts";
import type { RunningService } from "../service.ts";
import { grpcAccess, httpAccess } from "./access.ts";
import { type Contention, contentionMode } from "./contention.ts";
import { openEngine } from "./engine.ts";
import { firestoreGrpc } from "./grpc-service.ts";
import { firestoreHttp } from "./http/front.ts";
import type { IndexCheck } from "./indexes.ts";
import { projectRules } from "./project-rules.ts";
import { rulesGuard } from "./rules-guard.ts";
import type { TransactionLimits } from "./transactions.ts";

export interface FirestoreOptions {
  /** Stays open after `close`: it belongs to the caller. */
  readonly db: DatabaseSync;
  /** Default: any free port, as with 0. */
  readonly port?: number;
  /** Simulates the service's latency, and ABORTED under contention. */
  readonly contention?: Contention;
  /** Milliseconds since 1970; Date.now unless given. */
  readonly clock?: () => number;
  readonly limits?: Partial<TransactionLimits>;
  /** Security rules of every project whose rules are not replaced. Default: web clients may do everything. */
  readonly rules?: RulesFile;
  /** Throws for a query without its index (`readIndexFile`). Default: every query is answered. */
  readonly requireIndex?: IndexCheck | undefined;
}

/** How long calls in flight may take to end after `close` was called. */
const CLOSE_GRACE_MS = 100;

/** Resolves when the server listens on 127.0.0.1. Throws if the port is in use. */
export async function startFirestore(options: FirestoreOptions): Promise<RunningService> {
  const contention = contentionMode(options.contention);
  const engine = openEngine({ ...options, shouldAbort: contention.shouldAbort });
  const rules = projectRules(options.rules ?? null);
  const guard = rulesGuard({ rules, clock: options.clock ?? Date.now });
  const grpc = firestoreGrpc(grpcAccess(engine, guard), contention);
  const http = firestoreHttp({ accessFor: httpAccess(engine, guard), engine, rules }, contention);
  const injector = grpc.server.createConnectionInjector(ServerCredentials.createInsecure());
  const { port, close } = await listenOnOnePort(options.port ?? 0, {
    http2: (socket) => injector.injectConnection(socket),
    http1: (socket) => http.server.emit("connection", socket),
  });
  return {
    host: `127.0.0.1:${port}`,
    port,
    async close() {
      grpc.endStreams();
      http.endStreams();
      engine.close();
      grpc.server.tryShutdown(() => {});
      await close(CLOSE_GRACE_MS);
    },
  };
}
