// One WebChannel without HTTP: numbering, retention, retransmission, duplicates, and timeouts.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type BackChannel, CHANNEL_TIMES, type Channel, channel } from "./channel.ts";

const { keepaliveMs, abandonedMs } = CHANNEL_TIMES;

let received: unknown[];
let closed: number;
let open: Channel;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  received = [];
  closed = 0;
  const session = { receive: (message: unknown) => received.push(message), close: () => (closed += 1) };
  open = channel(session, CHANNEL_TIMES, () => {});
});
afterEach(() => {
  open.close();
  vi.useRealTimers();
});

/** A response that records its chunks. It checks each chunk's length prefix and removes it. */
function response(options: Omit<BackChannel, "write" | "end">) {
  const chunks: unknown[] = [];
  const back = {
    ...options,
    chunks,
    isEnded: false,
    write(text: string) {
      const [, length = "", chunk = ""] = /^(\d+)\n(.*)$/s.exec(text) ?? [];
      expect(Number(length)).toBe(chunk.length);
      chunks.push(JSON.parse(chunk));
    },
    end() {
      back.isEnded = true;
    },
  };
  return back;
}

const streaming = () => response({ isStreaming: true });
const polling = () => response({ isStreaming: false });
/** Waits for the end of the turn, when messages are flushed. */
const turn = () => Promise.resolve();

describe("messages to the client", () => {
  test("are numbered, and those of one turn leave in one chunk whose length is in UTF-16 units", async () => {
    const back = streaming();
    open.attach(back);
    await turn();
    open.send({ text: "めくり🙂" });
    open.send({ n: 2 });
    await turn();
    open.send({ n: 3 });
    await turn();
    expect(back.chunks).toEqual([
      [[1, ["noop"]]],
      [
        [2, [{ text: "めくり🙂" }]],
        [3, [{ n: 2 }]],
      ],
      [[4, [{ n: 3 }]]],
    ]);
    expect(back.isEnded).toBe(false);
  });

  test("wait for a back channel; one that does not stream ends with its first chunk", async () => {
    open.send({ n: 1 });
    await turn();
    const first = polling();
    open.attach(first);
    expect([first.chunks, first.isEnded]).toEqual([[[[1, [{ n: 1 }]]]], true]);
    open.acknowledge(1);
    const second = polling();
    open.attach(second);
    await turn();
    expect([second.chunks, second.isEnded]).toEqual([[], false]);
    open.send({ n: 2 });
    await turn();
    expect([second.chunks, second.isEnded]).toEqual([[[[2, [{ n: 2 }]]]], true]);
  });

  test("are sent again on the next back channel until they are acknowledged", async () => {
    const lost = streaming();
    open.send({ n: 1 });
    open.send({ n: 2 });
    open.attach(lost);
    await turn();
    open.detach(lost);
    expect(open.status()).toEqual([0, 2, '[{"n":1}]'.length * 2]);
    open.acknowledge(1);
    const next = streaming();
    open.attach(next);
    await turn();
    expect(next.chunks).toEqual([[[2, [{ n: 2 }]]]]);
    open.acknowledge(2);
    expect(open.status()).toEqual([1, 2, 0]);
  });

  test("go only to the newest back channel, and the previous one ends", async () => {
    const [before, after] = [streaming(), streaming()];
    open.attach(before);
    open.attach(after);
    open.detach(before);
    await turn();
    open.acknowledge(1);
    open.send({ n: 1 });
    await turn();
    expect(before.isEnded).toBe(true);
    expect(after.chunks.at(-1)).toEqual([[2, [{ n: 1 }]]]);
  });

  test("end a streaming response that has grown long, after its chunk", async () => {
    const back = streaming();
    open.attach(back);
    open.send({ text: "x".repeat(1_000_000) });
    await turn();
    expect(back.isEnded).toBe(true);
    expect(open.status()[0]).toBe(0);
  });
});

describe("messages from the client", () => {
  test("are dropped if they were received before", () => {
    open.receive(0, ["a", "b"]);
    open.receive(1, ["b", "c"]);
    open.receive(0, ["a", "b"]);
    expect(received).toEqual(["a", "b", "c"]);
  });

  test("are held back until the messages with lower numbers arrive", () => {
    open.receive(2, ["c"]);
    open.receive(3, ["d"]);
    open.receive(0, ["a"]);
    expect(received).toEqual(["a"]);
    open.receive(1, ["b", "c"]);
    expect(received).toEqual(["a", "b", "c", "d"]);
    open.receive(2, ["c"]);
    expect(received).toEqual(["a", "b", "c", "d"]);
  });
});

describe("a quiet channel", () => {
  test("gets keepalives at the interval", async () => {
    const back = streaming();
    open.attach(back);
    await turn();
    for (let beat = 0; beat < 3; beat += 1) await vi.advanceTimersByTimeAsync(keepaliveMs);
    expect(back.chunks.length).toBeGreaterThanOrEqual(3);
    expect(new Set(back.chunks.flat(2).filter(Array.isArray).flat())).toEqual(new Set(["noop"]));
  });

  test("answers a polling client within the time that the client waits", async () => {
    const back = response({ isStreaming: false, maxWaitMs: 5_000 });
    open.attach(back);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(back.isEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect([back.chunks, back.isEnded]).toEqual([[[[1, ["noop"]]]], true]);
  });

  test("is closed after its client was away for too long, but not while the client listens", async () => {
    const back = streaming();
    open.attach(back);
    await vi.advanceTimersByTimeAsync(abandonedMs * 3);
    expect(closed).toBe(0);
    open.detach(back);
    await vi.advanceTimersByTimeAsync(abandonedMs - 1);
    expect(closed).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(closed).toBe(1);
  });

  test("ends its back channel and its stream once when it is closed", () => {
    const back = streaming();
    open.attach(back);
    open.close();
    open.close();
    open.send({ n: 1 });
    expect([back.isEnded, closed]).toEqual([true, 1]);
  });
});
