// A guest becomes an account without losing a book, opens it on another device, joins a second guest's books, ends the other sign-in, and
// deletes the account.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { newGuest } from "../guest-api.ts";
import { faultsOf } from "../inspect-page.ts";
import { DESKTOP, PHONE, type Studio } from "../studio.ts";

const MINA = { email: "mina@example.com", password: "correct horse" };

async function fillIn(page: Page, button: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(MINA.email);
  await page.getByLabel("Password").fill(MINA.password);
  await page.getByRole("button", { name: button }).click();
}

/** By keyboard alone. */
async function deleteIt(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Delete …" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Delete this account" });
  await dialog.getByText("2 books: pages, pictures, versions and files").waitFor();
  assert.deepEqual(await faultsOf(page), []);
  await dialog.getByLabel("Your password").fill(MINA.password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "It is deleted" }).waitFor();
  assert.deepEqual(await faultsOf(page), []);
}

const booksOn = async (page: Page) => {
  await page.locator(".books > li").first().waitFor();
  return page.locator(".books > li").count();
};

export async function account(studio: Studio): Promise<void> {
  const [one, two] = [await newGuest(studio), await newGuest(studio)];
  const [, joined] = await Promise.all([one.make({ pages: 1 }), two.make({ pages: 1 })]);
  const about = { tongue: "en", theme: "light" } as const;
  // Their keys are set once and not with each page, because becoming an account removes them.
  const open = async (key: string, size: typeof PHONE) => {
    const visitor = await studio.visit({ ...about, size });
    visitor.page.setDefaultTimeout(60_000);
    await visitor.page.evaluate(`localStorage.setItem("mekuri.guest", "${key}"); sessionStorage.clear()`);
    await visitor.page.goto(`${studio.service.api}/account`);
    await visitor.page.getByRole("heading", { name: "This browser is the key" }).waitFor();
    return visitor;
  };
  const desk = await open(one.key, DESKTOP);
  assert.deepEqual(await faultsOf(desk.page), []);
  await fillIn(desk.page, "Create the account");
  await desk.page.getByRole("heading", { name: "mina@example.com" }).waitFor();
  assert.equal(await desk.page.evaluate(`localStorage.getItem("mekuri.guest")`), null);
  await desk.page.goto(`${studio.service.api}/shelf`);
  assert.equal(await booksOn(desk.page), 1);

  // Another device with a guest of its own: its book joins the account, and the desk's list has both after its next refresh.
  const phone = await open(two.key, PHONE);
  await phone.page.getByRole("button", { name: "I have an account" }).click();
  await fillIn(phone.page, "Sign in");
  await phone.page.getByRole("heading", { name: "mina@example.com" }).waitFor();
  assert.deepEqual(await faultsOf(phone.page), []);
  await phone.page.goto(`${studio.service.api}/shelf`);
  assert.equal(await booksOn(phone.page), 2);
  await desk.page.evaluate("sessionStorage.clear()");
  await desk.page.reload();
  assert.equal(await booksOn(desk.page), 2);

  // The joined book opens, by its listener too.
  await phone.page.goto(`${studio.service.api}/session/${joined}`);
  await phone.page.getByRole("button", { name: "Download" }).waitFor();

  await desk.page.getByRole("link", { name: "Account" }).click();
  await desk.page.getByRole("button", { name: /^End the sign-in/ }).click();
  await desk.page.getByText("The sign-in has ended.").waitFor({ state: "attached" });
  assert.equal(await desk.page.locator(".sign-ins li").count(), 1);
  await phone.page.goto(`${studio.service.api}/account`);
  await phone.page.getByText("You were signed out.").waitFor();

  await desk.page.getByRole("button", { name: "Sign out here" }).click();
  await desk.page.getByRole("heading", { name: "This browser is the key" }).waitFor();
  await desk.page.getByRole("button", { name: "I have an account" }).click();
  await fillIn(desk.page, "Sign in");
  await desk.page.getByRole("heading", { name: MINA.email }).waitFor();
  await deleteIt(desk.page);
  const { status } = await fetch(`${studio.service.api}/api/v1/auth/login`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify(MINA),
  });
  assert.equal(status, 401);
  assert.deepEqual(desk.complaints, []);
  await Promise.all([desk.context.close(), phone.context.close()]);
}
