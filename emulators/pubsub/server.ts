// Starts the Pub/Sub emulator: the broker over gRPC with the client library's descriptors, publishing over HTTP/1 on the same port,
// and push over HTTP.
import { createRequire } from "node:module";
import type { DatabaseSync } from "node:sqlite";
import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { fromJSON, type PackageDefinition, type ServiceDefinition } from "@grpc/proto-loader";
import { listenOnOnePort } from "../one-port.ts";
import type { RunningService } from "../service.ts";
import { openBroker } from "./broker.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { DeliveryFaults } from "./delivery-faults.ts";
import { complete, IAM_POLICY } from "./grpc-calls.ts";
import { sqliteMessageStore } from "./message-store.ts";
import { publisherHttp } from "./publisher-http.ts";
import { publisherService } from "./publisher-service.ts";
import { pushSender } from "./push-sender.ts";
import { type PushTokenSigner, pushTokenSigner } from "./push-token.ts";
import type { PushRealism } from "./push-window.ts";
import { subscriberService } from "./subscriber-service.ts";

export interface PubSubOptions {
  readonly db: DatabaseSync;
  /** 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** The service's slow start and push backoff. Default: neither. */
  readonly realism?: PushRealism | undefined;
  /** Signer of the tokens of authenticated push. Default: a key that is kept in `db`. */
  readonly pushToken?: PushTokenSigner | undefined;
  readonly clock?: Clock | undefined;
  readonly deliveryFaults?: DeliveryFaults | undefined;
  /**
   * Push subscriptions of an earlier run do not deliver until they are updated. For a caller whose endpoints get new ports at every
   * start: another program may listen on an old port and would acknowledge messages that are not its own.
   */
  readonly holdStoredPush?: boolean | undefined;
}

/** Bytes of a request; more than the service's largest publish request. */
const MAX_REQUEST_BYTES = 20 * 1024 * 1024;

/** How long calls in flight may take to end after `close` was called. */
const CLOSE_GRACE_MS = 100;

/** Starts with the state of the last run on `db`. Rejects if the port is in use. */
export async function startPubSub(options: PubSubOptions): Promise<RunningService> {
  const { db, port = 0, clock = systemClock, deliveryFaults } = options;
  const realism = options.realism ?? { slowStart: false, subscriptionBackoff: false };
  const signer = options.pushToken ?? pushTokenSigner(db, clock);
  const sender = pushSender({ token: signer, realism, clock });
  const server = new Server({
    "grpc.max_receive_message_length": MAX_REQUEST_BYTES,
    "grpc.max_send_message_length": -1,
    // Disables grpc-js's channelz records of every call, which nothing here reads.
    "grpc.enable_channelz": 0,
  });
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const onePort = await listenOnOnePort(port, {
    http2: (socket) => injector.injectConnection(socket),
    http1: (socket) => http.emit("connection", socket),
  });
  // Deliveries of an earlier run start only after the server listens on the port.
  const broker = openBroker({
    store: sqliteMessageStore(db),
    clock,
    connectPush: sender.connect,
    faults: deliveryFaults,
    isStoredPushHeld: options.holdStoredPush,
  });
  const http = publisherHttp(broker, { signer, mostBytes: MAX_REQUEST_BYTES });
  const definitions = serviceDefinitions();
  const add = (name: string, methods: UntypedServiceImplementation) => {
    const service = definitions(name);
    server.addService(service, complete(service, methods));
  };
  add("google.pubsub.v1.Publisher", publisherService(broker));
  add("google.pubsub.v1.Subscriber", subscriberService(broker, clock));
  add("google.pubsub.v1.SchemaService", {});
  server.addService(IAM_POLICY, complete(IAM_POLICY, {}));
  return {
    host: `127.0.0.1:${onePort.port}`,
    port: onePort.port,
    async close() {
      broker.close();
      sender.close();
      http.closeIdleConnections();
      server.forceShutdown();
      await onePort.close(CLOSE_GRACE_MS);
    },
  };
}

/** The client library contains its protocol as JSON descriptors. The 64-bit numbers here fit a double. */
function serviceDefinitions(): (name: string) => ServiceDefinition {
  const descriptors = createRequire(import.meta.url)("@google-cloud/pubsub/build/protos/protos.json");
  const definitions = fromJSON(descriptors, { longs: Number, enums: String });
  return (name) => {
    const definition = definitions[name];
    if (definition === undefined || !isService(definition))
      throw new Error(`No service ${name} in the descriptors.`);
    return definition;
  };
}

const isService = (definition: PackageDefinition[string]): definition is ServiceDefinition =>
  !("format" in definition);
