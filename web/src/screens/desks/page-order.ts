// The pages of a book in an order that is not applied yet. Pure functions over `lib/manga/page-order.ts`.
import { faultOfOrder, orderAfterMove } from "../../../../lib/manga/page-order.ts";
import type { ClientPage } from "../../documents.ts";

/** One page, or the two of a spread, which move together. */
export interface Unit {
  /** Present numbers, in order. */
  numbers: readonly number[];
  /** Place of the first one in the new order, from 1. */
  place: number;
}

interface Numbered {
  number: number;
  spread: boolean;
}

/** The pages with their present numbers, and whether they share a picture with the facing page. */
export function numbered(pages: readonly Pick<ClientPage, "number" | "panels">[]): Numbered[] {
  const firsts = pages
    .filter(({ number, panels }) => number % 2 === 0 && panels.some(({ frame }) => frame?.crosses))
    .map(({ number }) => number);
  return pages.map(({ number }) => ({
    number,
    spread: firsts.includes(number) || firsts.includes(number - 1),
  }));
}

export function unitsOf(pages: readonly Numbered[], order: readonly number[]): Unit[] {
  const isSpread = (number: number) => pages.find((page) => page.number === number)?.spread === true;
  return order.flatMap((number, index): Unit[] => {
    if (!isSpread(number)) return [{ numbers: [number], place: index + 1 }];
    return number % 2 === 0 ? [{ numbers: [number, number + 1], place: index + 1 }] : [];
  });
}

/**
 * The order with the unit that has this page moved to the place of another unit. A place where a spread would be parted is passed over,
 * towards the end of the book on the way there; undefined where there is none.
 */
export function movedTo(
  pages: readonly Numbered[],
  order: readonly number[],
  { number, to }: { number: number; to: number },
): number[] | undefined {
  const present = order.flatMap((one) => pages.find((page) => page.number === one) ?? []);
  const from = order.indexOf(number) + 1;
  const step = to < from ? -1 : 1;
  for (let place = to; place >= 1 && place <= order.length; place += step) {
    const next = orderAfterMove(present, number, place);
    const isSame = next.every((one, index) => one === order[index]);
    if (!isSame && faultOfOrder(pages, next) === undefined) return next;
  }
  return undefined;
}

export const isInPlace = (order: readonly number[]) => order.every((number, index) => number === index + 1);
