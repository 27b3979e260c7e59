// google.firestore.v1.Firestore over gRPC: the clients' own descriptors, and each method on its handler.
import {
  Metadata,
  Server,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
} from "@grpc/grpc-js";
import type { ContentionMode } from "./contention.ts";
import * as documents from "./document-methods.ts";
import type { Engine } from "./engine.ts";
import { FirestoreError, unimplemented } from "./errors.ts";
import { type ListenRequest, STATUS_CODES } from "./messages.ts";
import * as queries from "./query-methods.ts";
import { loadServiceDefinition } from "./service-definition.ts";

const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/** A gRPC server, not listening yet, and a way to end its listeners. */
interface FirestoreGrpc {
  readonly server: Server;
  /** Ends every Listen stream with UNAVAILABLE: clients come back by themselves. */
  endStreams(): void;
}

type Unary<Request, Response> = (engine: Engine, request: Request) => Promise<Response>;
type ListenCall = ServerDuplexStream<ListenRequest, object>;

/** A response that tells the id of the transaction that its read began. */
interface MayBegin {
  readonly transaction?: string;
}

/** What every streaming call of the server has, whatever it carries. */
interface FailingCall {
  sendMetadata(metadata: Metadata): void;
  emit(event: "error", error: Error): boolean;
}

export function firestoreGrpc(engine: Engine, contention: ContentionMode): FirestoreGrpc {
  const listening = new Set<ListenCall>();

  function unary<Request, Response>(method: Unary<Request, Response>) {
    return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
      contention
        .beforeCall()
        .then(() => method(engine, call.request))
        .then(
          (response) => callback(null, response),
          (error) => callback(toServiceError(error)),
        );
    };
  }

  function streaming<Request, Response extends MayBegin>(method: Unary<Request, readonly Response[]>) {
    return (call: ServerWritableStream<Request, Response>) => {
      contention
        .beforeCall()
        .then(() => method(engine, call.request))
        .then(
          (responses) => {
            if (call.cancelled) {
              abandon(responses);
              return;
            }
            for (const response of responses) call.write(response);
            call.end();
          },
          (error) => fail(call, error),
        );
    };
  }

  /** A client that left while it waited never learns the id of its transaction: nobody else could end it. */
  function abandon(responses: readonly MayBegin[]): void {
    for (const { transaction } of responses) {
      if (transaction !== undefined) engine.rollback(transaction);
    }
  }

  function listen(call: ListenCall): void {
    const session = queries.openListen(engine, (response) => call.write(response));
    listening.add(call);
    function stop(): void {
      listening.delete(call);
      session.close();
    }
    call.on("data", (request: ListenRequest) => {
      try {
        session.receive(request);
      } catch (error) {
        stop();
        fail(call, error);
      }
    });
    call.on("end", () => {
      stop();
      call.end();
    });
    call.on("cancelled", stop);
    call.on("error", stop);
  }

  const server = new Server({
    // Reads that wait for locks keep their streams open; commits must still get through.
    "grpc.max_concurrent_streams": 10_000,
    "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
    "grpc.max_send_message_length": -1,
  });
  server.addService(loadServiceDefinition(), {
    getDocument: unary(documents.getDocument),
    batchGetDocuments: streaming(documents.batchGetDocuments),
    createDocument: unary(documents.createDocument),
    updateDocument: unary(documents.updateDocument),
    deleteDocument: unary(documents.deleteDocument),
    commit: unary(documents.commit),
    batchWrite: unary(documents.batchWrite),
    beginTransaction: unary(documents.beginTransaction),
    rollback: unary(documents.rollback),
    listDocuments: unary(queries.listDocuments),
    listCollectionIds: unary(queries.listCollectionIds),
    partitionQuery: unary(queries.partitionQuery),
    runQuery: streaming(queries.runQuery),
    runAggregationQuery: streaming(queries.runAggregationQuery),
    listen,
    write: (call: ServerDuplexStream<object, object>) => fail(call, unimplemented("Write")),
    executePipeline: (call: ServerWritableStream<object, object>) =>
      fail(call, unimplemented("ExecutePipeline")),
  });

  return {
    server,
    endStreams() {
      for (const call of listening) {
        fail(call, new FirestoreError("UNAVAILABLE", "The emulator is closing."));
      }
    },
  };
}

/**
 * Ends a stream with an error. Headers go first: the client's gax layer takes a stream that fails without any
 * for lost, and repeats it twice over seven seconds before it believes even an ABORTED.
 */
function fail(call: FailingCall, error: unknown): void {
  call.sendMetadata(new Metadata());
  call.emit("error", toServiceError(error));
}

function toServiceError(error: unknown): Error & { code: number; details: string } {
  const known = error instanceof FirestoreError ? error : new FirestoreError("INTERNAL", String(error));
  if (known !== error) console.error("Firestore emulator:", error);
  return Object.assign(new Error(known.message), {
    code: STATUS_CODES[known.status],
    details: known.message,
  });
}
