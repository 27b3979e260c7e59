// One WebChannel, without HTTP. Messages to the client are numbered, kept until the client acknowledges them, and sent again on
// the next back channel. Messages from the client are numbered too, and are delivered once and in order.
import { randomUUID } from "node:crypto";

/** The back channel: the response that messages to the client are written to. */
export interface BackChannel {
  /** False: the response ends after its first chunk. */
  readonly isStreaming: boolean;
  /** Milliseconds that the client waits at most for the first chunk. */
  readonly maxWaitMs?: number;
  write(chunk: string): void;
  end(): void;
}

/** The stream that the channel carries. */
export interface ChannelSession {
  receive(message: unknown): void;
  close(): void;
}

export interface Channel {
  readonly id: string;
  /** Sends a message to the client, at once or on the next back channel. */
  send(message: object): void;
  /** Receives messages. The first one's number is `offset`. */
  receive(offset: number, messages: readonly unknown[]): void;
  /** The client acknowledges all messages up to this number. */
  acknowledge(arrayId: number): void;
  /** Makes a response the back channel. The previous one ends. */
  attach(back: BackChannel): void;
  /** Reports that the response's connection was closed. */
  detach(back: BackChannel): void;
  /** Whether there is a back channel, the last number sent, and how many bytes are not acknowledged. */
  status(): readonly [number, number, number];
  close(): void;
}

/** Milliseconds. */
interface ChannelTimes {
  /** The keepalive interval. A client closes its back channel after 1.5 times this long without data. */
  readonly keepaliveMs: number;
  /** How long a channel waits for its client without a back channel. */
  readonly abandonedMs: number;
}

export const CHANNEL_TIMES: ChannelTimes = { keepaliveMs: 30_000, abandonedMs: 60_000 };

/** Characters after which a streaming response ends, because a browser holds the whole response in memory. */
const MAX_RESPONSE_LENGTH = 1_000_000;

const NOOP = '["noop"]';

export function channel(session: ChannelSession, times: ChannelTimes, onClose: () => void): Channel {
  /** Unacknowledged messages in the order of their numbers. The first ones may have been sent. */
  let kept: { readonly arrayId: number; readonly json: string }[] = [];
  let lastArrayId = 0;
  let sentArrayId = 0;
  let nextMap = 0;
  /** Received messages, by number, that wait for messages with lower numbers. */
  const early = new Map<number, unknown>();
  let back: BackChannel | null = null;
  let written = 0;
  let isOpen = true;
  let isFlushing = false;
  let keepalive: NodeJS.Timeout | undefined;
  const abandoned = setTimeout(() => {
    if (back === null) close();
    else abandoned.refresh();
  }, times.abandonedMs).unref();

  function queue(json: string): void {
    if (!isOpen) return;
    lastArrayId += 1;
    kept.push({ arrayId: lastArrayId, json });
    // One commit causes several messages, which are sent in one chunk.
    if (isFlushing) return;
    isFlushing = true;
    queueMicrotask(flush);
  }

  function flush(): void {
    isFlushing = false;
    const unsent = kept.filter(({ arrayId }) => arrayId > sentArrayId);
    if (back === null || unsent.length === 0) return;
    sentArrayId = lastArrayId;
    const chunk = `[${unsent.map(({ arrayId, json }) => `[${arrayId},${json}]`).join()}]`;
    written += chunk.length;
    back.write(framed(chunk));
    keepalive?.refresh();
    if (!back.isStreaming || written > MAX_RESPONSE_LENGTH) endBack();
  }

  function endBack(): void {
    const ended = back;
    back = null;
    clearTimeout(keepalive);
    abandoned.refresh();
    ended?.end();
  }

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    session.close();
    endBack();
    clearTimeout(abandoned);
    onClose();
  }

  return {
    id: randomUUID(),
    send: (message) => queue(JSON.stringify([message])),
    receive(offset, messages) {
      for (const [index, message] of messages.entries()) {
        if (offset + index >= nextMap) early.set(offset + index, message);
      }
      while (early.has(nextMap)) {
        const message = early.get(nextMap);
        early.delete(nextMap);
        nextMap += 1;
        session.receive(message);
      }
    },
    acknowledge(arrayId) {
      kept = kept.filter((each) => each.arrayId > arrayId);
    },
    attach(next) {
      endBack();
      back = next;
      const silenceMs = Math.min(times.keepaliveMs, next.maxWaitMs ?? times.keepaliveMs);
      keepalive = setTimeout(() => queue(NOOP), silenceMs).unref();
      written = 0;
      sentArrayId = (kept[0]?.arrayId ?? lastArrayId + 1) - 1;
      // A client that receives nothing at once assumes that a proxy buffers the stream.
      if (next.isStreaming && kept.length === 0) queue(NOOP);
      flush();
    },
    detach(gone) {
      if (gone === back) endBack();
    },
    status: () => [back === null ? 0 : 1, sentArrayId, kept.reduce((sum, { json }) => sum + json.length, 0)],
    close,
  };
}

/** A chunk with its length in UTF-16 units in front, which is how a browser measures strings. */
export function framed(chunk: string): string {
  return `${chunk.length}\n${chunk}`;
}
