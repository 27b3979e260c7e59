// A binary min-heap of items by due time. Items with the same due time are ordered by number.

export interface Due {
  readonly dueAt: number;
  readonly order: number;
}

export interface DueHeap<T extends Due> {
  readonly size: number;
  peek(): T | undefined;
  push(item: T): void;
  pop(): T | undefined;
}

const isBefore = (a: Due, b: Due) => a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.order < b.order);

/** An item's `dueAt` and `order` must not change while it is in the heap. */
export function dueHeap<T extends Due>(): DueHeap<T> {
  const items: T[] = [];

  function siftUp(item: T): void {
    let index = items.length - 1;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = items[parentIndex];
      if (parent === undefined || !isBefore(item, parent)) break;
      items[index] = parent;
      index = parentIndex;
    }
    items[index] = item;
  }

  function siftDown(item: T): void {
    let index = 0;
    for (;;) {
      let childIndex = 2 * index + 1;
      let child = items[childIndex];
      const sibling = items[childIndex + 1];
      if (child !== undefined && sibling !== undefined && isBefore(sibling, child)) {
        childIndex += 1;
        child = sibling;
      }
      if (child === undefined || !isBefore(child, item)) break;
      items[index] = child;
      index = childIndex;
    }
    items[index] = item;
  }

  return {
    get size() {
      return items.length;
    },
    peek: () => items[0],
    push(item) {
      items.push(item);
      siftUp(item);
    },
    pop() {
      const first = items[0];
      const last = items.pop();
      if (last !== undefined && items.length > 0) siftDown(last);
      return first;
    },
  };
}
