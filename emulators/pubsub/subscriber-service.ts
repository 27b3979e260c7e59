// google.pubsub.v1.Subscriber on the broker: subscriptions, and the unary methods that receive and acknowledge messages.
import type { protos } from "@google-cloud/pubsub";
import type { handleUnaryCall, UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Broker } from "./broker.ts";
import type { Clock } from "./clock.ts";
import { page, serviceError, unary } from "./grpc-calls.ts";
import { invalidArgument } from "./pubsub-error.ts";
import { streamingPull } from "./streaming-pull.ts";
import type { Consumer } from "./subscription-feed.ts";
import {
  patchedSubscription,
  pushTargetFromWire,
  receivedToWire,
  subscriptionFromWire,
  subscriptionToWire,
} from "./wire.ts";

interface WireMessages {
  subscription: protos.google.pubsub.v1.ISubscription;
  get: protos.google.pubsub.v1.IGetSubscriptionRequest;
  update: protos.google.pubsub.v1.IUpdateSubscriptionRequest;
  list: protos.google.pubsub.v1.IListSubscriptionsRequest;
  remove: protos.google.pubsub.v1.IDeleteSubscriptionRequest;
  push: protos.google.pubsub.v1.IModifyPushConfigRequest;
  deadline: protos.google.pubsub.v1.IModifyAckDeadlineRequest;
  acknowledge: protos.google.pubsub.v1.IAcknowledgeRequest;
  pull: protos.google.pubsub.v1.IPullRequest;
  pulled: protos.google.pubsub.v1.IPullResponse;
}
type Wire<Name extends keyof WireMessages> = WireMessages[Name];

/** How long a pull waits for a message before it returns none. */
const PULL_WAIT_MS = 20_000;

export function subscriberService(broker: Broker, clock: Clock): UntypedServiceImplementation {
  return {
    CreateSubscription: unary((subscription: Wire<"subscription">) =>
      subscriptionToWire(broker.createSubscription(subscriptionFromWire(subscription))),
    ),
    GetSubscription: unary(({ subscription }: Wire<"get">) =>
      subscriptionToWire(broker.subscription(subscription ?? "")),
    ),
    UpdateSubscription: unary(({ subscription, updateMask }: Wire<"update">) => {
      const current = broker.subscription(subscription?.name ?? "");
      const changed = patchedSubscription(current, subscription ?? {}, updateMask);
      return subscriptionToWire(broker.updateSubscription(changed));
    }),
    ListSubscriptions: unary((request: Wire<"list">) => {
      const all = broker.subscriptions(request.project ?? "");
      const { items, nextPageToken } = page(all, ({ name }) => name, request);
      return { subscriptions: items.map(subscriptionToWire), nextPageToken };
    }),
    DeleteSubscription: unary(({ subscription }: Wire<"remove">) => {
      broker.deleteSubscription(subscription ?? "");
      return {};
    }),
    ModifyPushConfig: unary(({ subscription, pushConfig }: Wire<"push">) => {
      const { push: _replaced, ...current } = broker.subscription(subscription ?? "");
      const push = pushTargetFromWire(pushConfig);
      broker.updateSubscription(push === undefined ? current : { ...current, push });
      return {};
    }),
    ModifyAckDeadline: unary(({ subscription, ackIds, ackDeadlineSeconds }: Wire<"deadline">) => {
      const seconds = ackDeadlineSeconds ?? 0;
      if (seconds < 0 || seconds > 600) throw invalidArgument(`A deadline is 0 to 600 s, not ${seconds}.`);
      broker.modifyAckDeadline(subscription ?? "", ackIds ?? [], seconds);
      return {};
    }),
    Acknowledge: unary(({ subscription, ackIds }: Wire<"acknowledge">) => {
      broker.acknowledge(subscription ?? "", ackIds ?? []);
      return {};
    }),
    Pull: pull(broker, clock),
    StreamingPull: streamingPull(broker),
  };
}

/** Returns the due messages, or waits for the first one. The returned messages stay leased. */
function pull(broker: Broker, clock: Clock): handleUnaryCall<Wire<"pull">, Wire<"pulled">> {
  return (call, callback) => {
    const { subscription, maxMessages, returnImmediately } = call.request;
    let isOver = false;
    let leave = () => {};
    const end = (answer?: () => void) => {
      if (isOver) return;
      isOver = true;
      leave();
      answer?.();
    };
    const consumer: Consumer = {
      room: () => ({ messages: isOver ? 0 : (maxMessages ?? 0), bytes: Number.POSITIVE_INFINITY }),
      deliver: (leases, source) =>
        end(() => callback(null, { receivedMessages: leases.map((lease) => receivedToWire(lease, source)) })),
      ended() {},
      refused: (error) => end(() => callback(serviceError(error))),
    };
    try {
      if (!maxMessages || maxMessages < 0) throw invalidArgument("max_messages must be greater than 0.");
      const detach = broker.attach(subscription ?? "", consumer);
      const stopTimer = clock.after(PULL_WAIT_MS, () => end(() => callback(null, {})));
      leave = () => {
        stopTimer();
        detach({ rejectHeld: false });
      };
    } catch (error) {
      end(() => callback(serviceError(error)));
    }
    call.on("cancelled", () => end());
    // Due messages are delivered in a microtask that was queued before this one.
    if (returnImmediately) queueMicrotask(() => end(() => callback(null, {})));
  };
}
