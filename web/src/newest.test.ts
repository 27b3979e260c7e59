// Documents that arrive late, twice and in any order.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newest, newestOf } from "./newest.ts";

const document = fc.record({
  seq: fc.nat(6),
  updatedAt: fc.option(fc.constantFrom("2026-01-01", "2026-01-02", "2026-01-03"), { nil: undefined }),
  arrival: fc.nat(),
});

describe("newest", () => {
  it("never goes back to an older document, in whatever order documents arrive", () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1 }), (arrivals) => {
        const last = arrivals.reduce((before, next) => newest(before, next));
        expect(last.seq).toBe(Math.max(...arrivals.map(({ seq }) => seq)));
      }),
    );
  });

  it("ends with the same session, whatever the order of its snapshots and answers", () => {
    const states = Array.from({ length: 8 }, (_, n) => ({
      ...{ seq: Math.floor(n / 2), updatedAt: `2026-01-0${n + 1}`, n },
    }));
    const arrivals = fc
      .shuffledSubarray(states, { minLength: 8 })
      .chain((order) => fc.array(fc.constantFrom(...states)).map((repeats) => [...order, ...repeats]));
    fc.assert(
      fc.property(arrivals, (order) => {
        expect(order.reduce((before, next) => newest(before, next))).toBe(states.at(-1));
      }),
    );
  });

  it("takes the document that arrived last if nothing says which is newer", () => {
    const [first, second] = [
      { seq: 1, progress: 1 },
      { seq: 1, progress: 2 },
    ];
    expect(newest(first, second)).toBe(second);
    expect(newest<{ seq: number }>(null, first)).toBe(first);
  });
});

interface Page {
  number: number;
  seq: number;
}
const numberOf = ({ number }: Page) => number;

/** The states of a book's pages in time: each changes one page, adds one, or removes the last. */
const histories = fc
  .array(fc.record({ act: fc.constantFrom("change", "add", "remove"), at: fc.nat(9) }))
  .map((acts) => {
    const states: Page[][] = [[{ number: 1, seq: 1 }]];
    for (const [index, { act, at }] of acts.entries()) {
      const pages = states.at(-1) ?? [];
      const seq = index + 2;
      if (act === "add") states.push([...pages, { number: pages.length + 1, seq }]);
      // The pages that stay are written too, as a page that is removed changes its neighbours.
      else if (act === "remove" && pages.length > 1)
        states.push(pages.slice(0, -1).map((one) => ({ ...one, seq })));
      else states.push(pages.map((one, place) => (place === at % pages.length ? { ...one, seq } : one)));
    }
    return states;
  });

describe("newestOf", () => {
  it("holds no page that is older than one that arrived", () => {
    fc.assert(
      fc.property(histories, fc.array(fc.tuple(fc.nat(), fc.boolean())), (states, deliveries) => {
        let known: Page[] = [];
        for (const [at, isWhole] of deliveries) {
          const documents = states[at % states.length] ?? [];
          const before = known;
          known = newestOf(before, { documents, isWhole }, numberOf);
          for (const page of known) {
            const held = before.find(({ number }) => number === page.number);
            const seen = documents.find(({ number }) => number === page.number);
            expect(page.seq).toBe(Math.max(held?.seq ?? 0, seen?.seq ?? 0));
          }
        }
      }),
    );
  });

  it("is the last state once its snapshot arrives, whatever earlier ones arrive before and after it", () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat()), fc.array(fc.nat()), (states, early, late) => {
        const stateAt = (at: number) => states[at % states.length] ?? [];
        const last = states.at(-1) ?? [];
        // A listener's snapshots are ordered. One of another listener is recognised as earlier by an older document.
        const isOlder = (state: Page[]) =>
          state.some((page) => last.some(({ number, seq }) => number === page.number && seq > page.seq));
        const arrivals = [...early.map(stateAt), last, ...late.map(stateAt).filter(isOlder)];
        const known = arrivals.reduce<Page[]>(
          (before, documents) => newestOf(before, { documents, isWhole: true }, numberOf),
          [],
        );
        const shown = new Map(known.map((one) => [one.number, one.seq]));
        for (const { number, seq } of last) expect(shown.get(number)).toBe(seq);
      }),
    );
  });

  it("removes a page that a whole snapshot no longer contains, but not for the browser's cache", () => {
    const before = [
      { number: 1, seq: 3 },
      { number: 2, seq: 3 },
    ];
    const documents = [{ number: 1, seq: 4 }];
    expect(newestOf(before, { documents, isWhole: true }, numberOf)).toEqual(documents);
    expect(newestOf(before, { documents: [], isWhole: false }, numberOf)).toEqual(before);
    const earlier = [{ number: 1, seq: 2 }];
    expect(newestOf(before, { documents: earlier, isWhole: true }, numberOf)).toEqual(before);
  });
});
