// google.firestore.v1.Firestore over gRPC: registers a handler for each method of the client library's descriptors.
import {
  Metadata,
  Server,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
} from "@grpc/grpc-js";
import type { AccessFor } from "./access.ts";
import type { ContentionMode } from "./contention.ts";
import { FirestoreError, toFirestoreError, unimplemented } from "./errors.ts";
import { STATUS_CODES } from "./messages.ts";
import {
  abandon,
  LIST_METHODS,
  type ListMethod,
  type MayBegin,
  STREAM_METHODS,
  UNARY_METHODS,
  type UnaryMethod,
} from "./methods.ts";
import { loadServiceDefinition } from "./service-definition.ts";
import { openStream, type StreamMethod } from "./streams.ts";

const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/** A gRPC server that does not listen yet, and a function that ends its streams. */
interface FirestoreGrpc {
  readonly server: Server;
  /** Ends every Listen and Write stream with UNAVAILABLE, after which clients reconnect. */
  endStreams(): void;
}

type DuplexCall = ServerDuplexStream<object, object>;

/** The properties that all streaming calls share. */
interface FailingCall {
  sendMetadata(metadata: Metadata): void;
  emit(event: "error", error: Error): boolean;
}

export function firestoreGrpc(accessFor: AccessFor, contention: ContentionMode): FirestoreGrpc {
  const streams = new Set<DuplexCall>();

  function unary(method: UnaryMethod) {
    return (call: ServerUnaryCall<object, object>, callback: sendUnaryData<object>) => {
      contention
        .beforeCall()
        .then(() => method(accessOf(call.metadata).engine, call.request))
        .then(
          (response) => callback(null, response),
          (error) => callback(toServiceError(error)),
        );
    };
  }

  function list(method: ListMethod) {
    return (call: ServerWritableStream<object, MayBegin>) => {
      contention
        .beforeCall()
        .then(async () => {
          const { engine } = accessOf(call.metadata);
          const responses = await method(engine, call.request);
          if (call.cancelled) {
            abandon(engine, responses);
            return;
          }
          for (const response of responses) call.write(response);
          call.end();
        })
        .catch((error) => fail(call, error));
    };
  }

  function duplex(method: StreamMethod) {
    return (call: DuplexCall) => {
      let stop = () => {};
      const failCall = (error: unknown) => {
        stop();
        fail(call, error);
      };
      try {
        const output = { send: (response: object) => call.write(response), fail: failCall };
        const session = openStream(method, accessOf(call.metadata), output);
        stop = () => {
          streams.delete(call);
          session.close();
        };
        streams.add(call);
        call.on("data", session.receive);
        call.on("end", () => {
          stop();
          call.end();
        });
        call.on("cancelled", stop);
        call.on("error", stop);
      } catch (error) {
        failCall(error);
      }
    };
  }

  function accessOf(metadata: Metadata) {
    return accessFor((name) => metadata.get(name)[0]?.toString());
  }

  const server = new Server({
    // Reads that wait for locks occupy streams. The limit must leave room for the commits that release those locks.
    "grpc.max_concurrent_streams": 10_000,
    "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
    "grpc.max_send_message_length": -1,
    // Disables grpc-js's channelz records of every call, which nothing here reads.
    "grpc.enable_channelz": 0,
  });
  server.addService(loadServiceDefinition(), {
    ...handlers(UNARY_METHODS, unary),
    ...handlers(LIST_METHODS, list),
    ...handlers(STREAM_METHODS, duplex),
    ExecutePipeline: (call: ServerWritableStream<object, object>) =>
      fail(call, unimplemented("ExecutePipeline")),
  });

  return {
    server,
    endStreams() {
      for (const call of streams) {
        fail(call, new FirestoreError("UNAVAILABLE", "The emulator is closing."));
      }
    },
  };
}

function handlers<Method, Handler>(
  methods: { readonly [name: string]: Method },
  handle: (method: Method) => Handler,
): { [name: string]: Handler } {
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, handle(method)]));
}

/**
 * Ends a stream with an error. Sends headers first: the client's gax layer treats a stream that fails without headers as a lost
 * connection and retries it for seven seconds before it reports the error, even an ABORTED.
 */
function fail(call: FailingCall, error: unknown): void {
  call.sendMetadata(new Metadata());
  call.emit("error", toServiceError(error));
}

function toServiceError(error: unknown): Error & { code: number; details: string } {
  const { status, message } = toFirestoreError(error);
  return Object.assign(new Error(message), { code: STATUS_CODES[status], details: message });
}
