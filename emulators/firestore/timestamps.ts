// Times: integer microseconds since 1970 internally, google.protobuf.Timestamp on the wire.

/** Microseconds since 1970. A number is exact until the year 2255. */
export type Micros = number;

/** google.protobuf.Timestamp with 64-bit numbers as strings. An absent field is zero. */
export interface Timestamp {
  readonly seconds?: string | number;
  readonly nanos?: number;
}

export function toTimestamp(micros: Micros): Timestamp {
  const seconds = Math.floor(micros / 1e6);
  return { seconds: String(seconds), nanos: (micros - seconds * 1e6) * 1000 };
}

/** Truncates to microseconds, as Firestore does. */
export function toMicros(timestamp: Timestamp): Micros {
  return Number(timestamp.seconds ?? 0) * 1e6 + Math.floor((timestamp.nanos ?? 0) / 1000);
}
