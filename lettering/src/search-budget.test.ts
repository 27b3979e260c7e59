import { expect, test } from "vitest";
import { leftOf, panelBudget, searchBudget, take } from "./search-budget.ts";

test("tries taken from a part are also taken from the whole", () => {
  const page = searchBudget(100);
  const panel = searchBudget(60, page);
  expect(take(panel, 50)).toBe(true);
  expect([leftOf(panel), leftOf(page)]).toEqual([10, 50]);
});

test("a budget refuses a request for more than is left, takes nothing, and is marked as limited", () => {
  const page = searchBudget(100);
  const panel = searchBudget(60, page);
  expect(take(panel, 61)).toBe(false);
  expect([panel.spent, panel.limited, page.limited]).toEqual([0, true, false]);
  expect(take(panel, 60)).toBe(true);
});

test("a part gets no more than is left of the whole, and never less than zero", () => {
  const page = searchBudget(100);
  take(page, 90);
  expect(searchBudget(60, page).limit).toBe(10);
  expect(searchBudget(-5, page).limit).toBe(0);
});

test("panels cannot take what is reserved for later panels", () => {
  const page = searchBudget(90);
  const limits = [2, 1, 0].map((later) => {
    const panel = panelBudget(page, { limit: 1000, later });
    take(panel, panel.limit);
    return panel.limit;
  });
  expect(limits).toEqual([30, 15, 45]);
  expect(leftOf(page)).toBe(0);
});

test("a part that was limited by the rest of the whole marks the whole as limited", () => {
  const page = searchBudget(100);
  take(panelBudget(page, { limit: 1000, later: 0 }), 101);
  expect(page.limited).toBe(true);
});
