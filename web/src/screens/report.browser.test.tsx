// The form that reports a shared book: what it sends, what it says afterwards, and what it says when the service refuses.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  type Asked,
  freshBrowser,
  nextAsked,
  type Shown,
  serviceOfTest,
  show,
  violations,
} from "../component-test.tsx";
import "../styles/first.ts";
import { JA } from "../words/ja.ts";
import ReportScreen from "./report.tsx";

const BOOK = {
  ...{ reader: 1, title: "Rain", language: "en", direction: "rtl" },
  pages: [
    { width: 3, height: 4, renditions: [{ src: "renditions/a.webp", width: 360, height: 480 }], cover: true },
    { width: 3, height: 4, renditions: [] },
  ],
};

let service: { asked: Asked[]; close: () => void };
let shown: Shown | undefined;
beforeEach(() => {
  freshBrowser();
  service = serviceOfTest();
});
afterEach(() => {
  shown?.close();
  service.close();
});

const next = (method: string, path: string) => nextAsked(service.asked, method, path);
async function open(answer: object = BOOK, status = 200): Promise<void> {
  shown = show(
    <main>
      <ReportScreen token="to/ken" />
    </main>,
  );
  (await next("GET", "/manga/shared/to%2Fken/reader.json")).answer(answer, status);
}
const sendButton = page.getByRole("button", { name: "Send the report" });
const alert = page.getByRole("alert");

describe("the report of a shared book", () => {
  it("is sent with its reason and words by the keyboard alone, and says what happens next", async () => {
    await open();
    await expect
      .element(page.getByRole("link", { name: "Rain" }))
      .toHaveAttribute("href", "/shared/to%2Fken");
    await expect.element(page.getByText("1 page")).toBeVisible();
    expect(await violations()).toEqual([]);
    page
      .getByRole("radio", { name: /My work, copied/ })
      .element()
      .focus();
    await userEvent.keyboard("{ArrowDown}");
    await userEvent.tab();
    await userEvent.keyboard("  Page 2 shows my address. ");
    await expect.element(page.getByText(/27 of 1000 characters/)).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");
    const sent = await next("POST", "/manga/reports");
    expect(sent.body).toEqual({
      ...{ token: "to/ken", reason: "personal-data", words: "Page 2 shows my address." },
    });
    sent.answer({ received: true }, 202);
    const heading = page.getByRole("heading", { name: "Thank you. Your report has arrived." });
    await expect.element(heading).toHaveFocus();
    await expect.element(page.getByText(/it is withdrawn/)).toBeVisible();
    await expect.element(sendButton).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("is not sent without a reason, and needs no words", async () => {
    await open();
    await sendButton.click();
    expect(service.asked).toEqual([]);
    await page.getByRole("radio", { name: /Hatred of people/ }).click();
    await sendButton.click();
    const sent = await next("POST", "/manga/reports");
    expect(sent.body).toEqual({ token: "to/ken", reason: "hateful" });
  });

  it("keeps what was typed when the service refuses, and is sent again", async () => {
    await open();
    await page.getByRole("radio", { name: /Something else/ }).click();
    await page.getByLabelText("What should they know?").fill("Look at page 1.");
    await sendButton.click();
    (await next("POST", "/manga/reports")).answer({ status: 429, code: "too-many-requests" }, 429);
    await expect.element(alert).toHaveTextContent("Too many requests. Wait 1 second, then try again.");
    await sendButton.click();
    (await next("POST", "/manga/reports")).answer({ status: 404, code: "book-not-found" }, 404);
    await expect
      .element(alert)
      .toHaveTextContent("There is no such book: its link was closed, or it was deleted.");
    await sendButton.click();
    expect((await next("POST", "/manga/reports")).body).toMatchObject({ words: "Look at page 1." });
  });

  it("is not offered for a book that is no longer shared", async () => {
    await open({ status: 404, code: "book-not-found" }, 404);
    await expect.element(page.getByRole("heading", { name: "This book is no longer shared" })).toBeVisible();
    await expect.element(sendButton).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("is asked for in Japanese", async () => {
    localStorage.setItem("mekuri.tongue", "ja");
    await open();
    await expect.element(page.getByRole("heading", { name: "本を通報する" })).toBeVisible();
    await page.getByRole("radio", { name: /個人情報/ }).click();
    await page.getByRole("button", { name: "通報を送る" }).click();
    const sent = await next("POST", "/manga/reports");
    sent.answer({ status: 429, code: "too-many-requests" }, 429);
    await expect.element(alert).toHaveTextContent(JA["problem.too-many-requests"].replace("{n}", "1"));
    expect(await violations()).toEqual([]);
  });
});
