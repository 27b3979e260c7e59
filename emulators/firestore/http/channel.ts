// One WebChannel: messages to the client are numbered, kept until it acknowledges them, and sent again on the next
// back channel; messages from it are numbered too: they are taken in order, and once. It knows no HTTP.
import { randomUUID } from "node:crypto";

/** The response that messages to the client are written into. */
export interface BackChannel {
  /** Else it ends with its first chunk. */
  readonly isStreaming: boolean;
  /** How long the client wants to wait at most until it hears something; milliseconds. */
  readonly patienceMs?: number;
  write(chunk: string): void;
  end(): void;
}

/** What the channel carries. */
export interface ChannelSession {
  receive(message: unknown): void;
  close(): void;
}

export interface Channel {
  readonly id: string;
  /** Sends a message to the client, now or on its next back channel. */
  send(message: object): void;
  /** Takes messages of which the first has the number `offset`. */
  receive(offset: number, messages: readonly unknown[]): void;
  /** The client has everything up to this number. */
  acknowledge(arrayId: number): void;
  /** Uses a response from now on, in place of the one before. */
  attach(back: BackChannel): void;
  /** The response is gone. */
  detach(back: BackChannel): void;
  /** Whether there is a back channel, the last number sent, and how many bytes are not acknowledged. */
  status(): readonly [number, number, number];
  close(): void;
}

/** Milliseconds. */
interface ChannelTimes {
  /** A client that hears nothing for one and a half times as long gives its back channel up. */
  readonly keepaliveMs: number;
  /** How long a channel waits for its client without a back channel. */
  readonly abandonedMs: number;
}

export const CHANNEL_TIMES: ChannelTimes = { keepaliveMs: 30_000, abandonedMs: 60_000 };

/** A browser holds a whole response in memory: after so many characters it begins a new one. */
const MAX_RESPONSE_LENGTH = 1_000_000;

const NOOP = '["noop"]';

export function channel(session: ChannelSession, times: ChannelTimes, onClose: () => void): Channel {
  /** In the order of their numbers; the first may be sent already. */
  let kept: { readonly arrayId: number; readonly json: string }[] = [];
  let lastArrayId = 0;
  let sentArrayId = 0;
  let nextMap = 0;
  /** Came before one with a lower number, by that of their own. */
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
    // What one commit changes comes in several messages: they leave in one chunk.
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
      const silenceMs = Math.min(times.keepaliveMs, next.patienceMs ?? times.keepaliveMs);
      keepalive = setTimeout(() => queue(NOOP), silenceMs).unref();
      written = 0;
      sentArrayId = (kept[0]?.arrayId ?? lastArrayId + 1) - 1;
      // A client that hears nothing at once takes the way for one that holds streams back.
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

/** A chunk with its length before it, in the units that a browser counts strings in. */
export function framed(chunk: string): string {
  return `${chunk.length}\n${chunk}`;
}
