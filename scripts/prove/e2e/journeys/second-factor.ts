// An account of Identity Platform is protected with an authenticator app: it enrols the app, signs in with its code, and withdraws it. The
// project's own Auth emulator stands for Identity Platform, on a service of its own: the other journeys' service has none.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { codeOf, fromBase32, stepAt } from "../../../../emulators/auth/totp.ts";
import { faultsOf } from "../inspect-page.ts";
import { openStudio, PHONE, type Studio, withPageReport } from "../studio.ts";

const PROJECT = "demo-mekuri";
const MINA = { email: "mina@example.com", password: "correct horse" };

export async function secondFactor(): Promise<void> {
  const studio = await openStudio({ settings: { MEKURI_IDENTITY_PROJECT: PROJECT } });
  try {
    await withPageReport(studio, walk);
  } finally {
    await studio.close();
  }
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "I have an account" }).click();
  await page.getByLabel("E-mail address").fill(MINA.email);
  await page.getByLabel("Password").fill(MINA.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out here" }).click();
  await page.getByRole("heading", { name: "This browser is the key" }).waitFor();
}

/** The password again: the page has kept no token. */
async function openFactors(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Protect with an authenticator app" }).click();
  await page.getByLabel("Your password, once more").fill(MINA.password);
  await page.keyboard.press("Enter");
}

async function walk(studio: Studio): Promise<void> {
  const { page, context } = await studio.visit({ tongue: "en", theme: "light", size: PHONE });
  const own = page.getByRole("heading", { name: MINA.email });
  await page.goto(`${studio.service.api}/account`);
  const created = page.waitForResponse((response) => response.url().includes("accounts:signUp"));
  await page.getByLabel("E-mail address").fill(MINA.email);
  await page.getByLabel("Password").fill(MINA.password);
  await page.getByRole("button", { name: "Create the account" }).click();
  await own.waitFor();
  await page.getByText(/^First open the link in our mail/).waitFor();
  assert.deepEqual(await faultsOf(page), []);

  // The link of the mail, which nobody gets here.
  const answer = await created;
  const { localId } = (await answer.json()) as { localId: string };
  const at = `${new URL(answer.url()).origin}/identitytoolkit.googleapis.com/v1/projects/${PROJECT}`;
  const verified = await fetch(`${at}/accounts:update`, {
    ...{ method: "POST", body: JSON.stringify({ localId, emailVerified: true }) },
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
  });
  assert.equal(verified.status, 200);
  await signOut(page);
  await signIn(page);
  await own.waitFor();

  await openFactors(page);
  await page.getByRole("button", { name: "Add an authenticator app" }).click();
  await page.getByRole("img", { name: /^QR code/ }).waitFor();
  assert.deepEqual(await faultsOf(page), []);
  const key = (await page.getByLabel("The key, to type it").inputValue()).replaceAll(" ", "");
  /** Codes are valid once, and some periods before and after their own. */
  const code = (period: number) => codeOf(fromBase32(key), stepAt(Date.now()) + period);
  const first = page.getByLabel("The code that the app shows now");
  await first.fill(code(40));
  await page.keyboard.press("Enter");
  await page.getByText("The code is wrong or too old.").waitFor();
  await first.fill(code(0));
  await page.keyboard.press("Enter");
  await page.getByText(/^It is on/).waitFor();
  assert.deepEqual(await faultsOf(page), []);

  await signOut(page);
  await signIn(page);
  await page.getByRole("heading", { name: "One more step" }).waitFor();
  await page.getByLabel("Code").fill(code(1));
  await page.keyboard.press("Enter");
  await own.waitFor();

  await openFactors(page);
  await page.getByLabel("Code of your authenticator app").fill(code(2));
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Withdraw the second factor/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await page.getByText("The second factor is withdrawn.").waitFor();
  await signOut(page);
  await signIn(page);
  await own.waitFor();
  await context.close();
}
