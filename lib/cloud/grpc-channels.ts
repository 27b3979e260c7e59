// Reconnection of the clients' gRPC channels after an outage. Their own waits grow from one second to two minutes, during which a worker
// holds a delivery and a lease although the store is available again. https://github.com/grpc/grpc/blob/master/doc/connection-backoff.md

/** For the settings of a client; it hands names like these to its channels. */
export const CHANNELS = {
  "grpc.initial_reconnect_backoff_ms": 200,
  "grpc.max_reconnect_backoff_ms": 1_000,
  // A trace of every call that nothing here reads.
  "grpc.enable_channelz": 0,
} as const;
