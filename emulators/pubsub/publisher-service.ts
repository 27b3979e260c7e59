// google.pubsub.v1.Publisher on the broker: topics and publishing.
import type { protos } from "@google-cloud/pubsub";
import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Broker } from "./broker.ts";
import { page, unary } from "./grpc-calls.ts";
import { messageFromWire, patchedTopic, topicFromWire, topicToWire } from "./wire.ts";

type Wire<Name extends keyof WireMessages> = WireMessages[Name];
interface WireMessages {
  topic: protos.google.pubsub.v1.ITopic;
  update: protos.google.pubsub.v1.IUpdateTopicRequest;
  get: protos.google.pubsub.v1.IGetTopicRequest;
  list: protos.google.pubsub.v1.IListTopicsRequest;
  subscriptions: protos.google.pubsub.v1.IListTopicSubscriptionsRequest;
  remove: protos.google.pubsub.v1.IDeleteTopicRequest;
  publish: protos.google.pubsub.v1.IPublishRequest;
}

export function publisherService(broker: Broker): UntypedServiceImplementation {
  return {
    CreateTopic: unary((topic: Wire<"topic">) => topicToWire(broker.createTopic(topicFromWire(topic)))),
    UpdateTopic: unary(({ topic, updateMask }: Wire<"update">) => {
      const current = broker.topic(topic?.name ?? "");
      return topicToWire(broker.updateTopic(patchedTopic(current, topic ?? {}, updateMask)));
    }),
    GetTopic: unary(({ topic }: Wire<"get">) => topicToWire(broker.topic(topic ?? ""))),
    ListTopics: unary((request: Wire<"list">) => {
      const { items, nextPageToken } = page(
        broker.topics(request.project ?? ""),
        ({ name }) => name,
        request,
      );
      return { topics: items.map(topicToWire), nextPageToken };
    }),
    ListTopicSubscriptions: unary((request: Wire<"subscriptions">) => {
      const names = broker.topicSubscriptions(request.topic ?? "");
      const { items, nextPageToken } = page(names, (name) => name, request);
      return { subscriptions: items, nextPageToken };
    }),
    DeleteTopic: unary(({ topic }: Wire<"remove">) => {
      broker.deleteTopic(topic ?? "");
      return {};
    }),
    Publish: unary(({ topic, messages }: Wire<"publish">) => ({
      messageIds: broker.publish(topic ?? "", (messages ?? []).map(messageFromWire)),
    })),
  };
}
