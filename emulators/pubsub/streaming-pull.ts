// google.pubsub.v1.Subscriber.StreamingPull: one open stream is one consumer, limited by the client's flow control.
import type { protos } from "@google-cloud/pubsub";
import type { handleBidiStreamingCall, ServerDuplexStream } from "@grpc/grpc-js";
import type { Broker } from "./broker.ts";
import type { Lease, Room } from "./delivery-queue.ts";
import { serviceError } from "./grpc-calls.ts";
import { invalidArgument } from "./pubsub-error.ts";
import { MAX_MESSAGE_BYTES, type Subscription } from "./resources.ts";
import type { Consumer, Detach } from "./subscription-feed.ts";
import { receivedToWire } from "./wire.ts";

type Request = protos.google.pubsub.v1.IStreamingPullRequest;
type Response = protos.google.pubsub.v1.IStreamingPullResponse;
type Stream = ServerDuplexStream<Request, Response>;

export function streamingPull(broker: Broker): handleBidiStreamingCall<Request, Response> {
  return (stream) => {
    let subscription: string | undefined;
    let consumer: StreamConsumer | undefined;
    let detach: Detach | undefined;

    /** Ends the stream. Its outstanding messages are delivered again, because it can acknowledge nothing any more. */
    const leave = () => {
      detach?.({ rejectHeld: true });
      detach = undefined;
    };

    function receive(request: Request): void {
      if (subscription === undefined) {
        subscription = request.subscription ?? "";
        if (subscription === "")
          throw invalidArgument("The first request of a stream must name its subscription.");
        consumer = streamConsumer(stream, request, broker.subscription(subscription).ordered, leave);
        detach = broker.attach(subscription, consumer);
      } else {
        consumer?.keepAlive(request);
      }
      if (request.ackIds?.length) broker.acknowledge(subscription, request.ackIds);
      for (const [index, ackId] of (request.modifyDeadlineAckIds ?? []).entries()) {
        broker.modifyAckDeadline(subscription, [ackId], request.modifyDeadlineSeconds?.[index] ?? 0);
      }
    }

    stream.on("data", (request: Request) => {
      try {
        receive(request);
      } catch (error) {
        leave();
        stream.emit("error", serviceError(error));
      }
    });
    stream.on("end", () => {
      leave();
      stream.end();
    });
    stream.on("cancelled", leave);
    stream.on("close", leave);
  };
}

interface StreamConsumer extends Consumer {
  keepAlive(request: Request): void;
}

function streamConsumer(
  stream: Stream,
  first: Request,
  isOrdered: boolean,
  leave: () => void,
): StreamConsumer {
  const maxMessages = Number(first.maxOutstandingMessages) || Number.POSITIVE_INFINITY;
  const maxBytes = Number(first.maxOutstandingBytes) || Number.POSITIVE_INFINITY;
  let ackDeadlineMs = deadlineOf(first);
  let messages = 0;
  let bytes = 0;
  const subscriptionProperties = { exactlyOnceDeliveryEnabled: false, messageOrderingEnabled: isOrdered };

  return {
    room(): Room {
      const isFull = messages >= maxMessages || bytes >= maxBytes;
      // A message larger than the client's limit is sent alone.
      const room = messages === 0 ? Number.POSITIVE_INFINITY : maxBytes - bytes;
      return { messages: isFull ? 0 : maxMessages - messages, bytes: room, ackDeadlineMs };
    },
    deliver(leases, subscription) {
      messages += leases.length;
      for (const lease of leases) bytes += lease.bytes;
      for (const batch of batches(leases)) {
        stream.write({ receivedMessages: received(batch, subscription), subscriptionProperties });
      }
    },
    ended(lease) {
      messages -= 1;
      bytes -= lease.bytes;
    },
    refused(error) {
      leave();
      stream.emit("error", serviceError(error));
    },
    /** From protocol version 1 on, the client closes a stream whose keepalives (empty requests) are not answered. */
    keepAlive(request) {
      ackDeadlineMs = deadlineOf(request) ?? ackDeadlineMs;
      if (Number(first.protocolVersion ?? 0) >= 1) stream.write({ subscriptionProperties });
    },
  };
}

const deadlineOf = ({ streamAckDeadlineSeconds: seconds }: Request) => (seconds ? seconds * 1000 : undefined);

const received = (leases: readonly Lease[], subscription: Subscription) =>
  leases.map((lease) => receivedToWire(lease, subscription));

/** Maximum bytes of a response, unless a larger message is sent alone. */
function batches(leases: readonly Lease[]): Lease[][] {
  const all: Lease[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const lease of leases) {
    bytes += lease.bytes;
    if (bytes > MAX_MESSAGE_BYTES / 4) {
      all.push([]);
      bytes = lease.bytes;
    }
    all.at(-1)?.push(lease);
  }
  return all;
}
