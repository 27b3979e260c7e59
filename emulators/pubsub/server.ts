// The embedded Pub/Sub: the core behind real gRPC, with the descriptors of the client library, publishing by HTTP/1 on the same
// port, and push over HTTP.
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
  /** The real service's slow start and backoff of whole push subscriptions; both off by default. */
  readonly realism?: PushRealism | undefined;
  /** Who signs the tokens of authenticated push; by default a key kept in `db`. */
  readonly pushToken?: PushTokenSigner | undefined;
  readonly clock?: Clock | undefined;
  readonly deliveryFaults?: DeliveryFaults | undefined;
  /**
   * Push subscriptions of an earlier run wait until they are updated in this one. For a caller whose endpoints move at
   * every start: their old ports may belong to somebody else by now, who would acknowledge what is not his.
   */
  readonly holdStoredPush?: boolean | undefined;
}

/** Room for the largest publish request that the service takes. */
const MAX_REQUEST_BYTES = 20 * 1024 * 1024;

/** How long calls in flight may take to end once `close` was called. */
const CLOSE_GRACE_MS = 100;

/** Takes up where the last run on `db` stopped. Rejects when the port is taken. */
export async function startPubSub(options: PubSubOptions): Promise<RunningService> {
  const { db, port = 0, clock = systemClock, deliveryFaults } = options;
  const realism = options.realism ?? { slowStart: false, subscriptionBackoff: false };
  const signer = options.pushToken ?? pushTokenSigner(db, clock);
  const sender = pushSender({ token: signer, realism, clock });
  const server = new Server({
    "grpc.max_receive_message_length": MAX_REQUEST_BYTES,
    "grpc.max_send_message_length": -1,
    // A trace of every call that nothing here reads.
    "grpc.enable_channelz": 0,
  });
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const onePort = await listenOnOnePort(port, {
    http2: (socket) => injector.injectConnection(socket),
    http1: (socket) => http.emit("connection", socket),
  });
  // Deliveries of an earlier run start only once the port is ours.
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

/** The client library ships its protocol as JSON descriptors; 64-bit numbers fit a double here. */
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
