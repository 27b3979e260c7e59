// Actions that lead to the screens of the desks, of the account, and of those who run the service.
import type { Page } from "playwright-core";
import type { Table } from "./screen.ts";
import type { Studio } from "./studio.ts";
import { choose } from "./unsaved-acts.ts";

/** The page desk with a panel selected, and a change that is not applied. */
export async function openDesk(page: Page, t: Table): Promise<void> {
  await page.getByRole("button", { name: t["desk.open"], exact: true }).click();
  await page.locator(".frames-tools fieldset").first().getByRole("button").first().click();
  await page.locator(".frames-template").first().click();
}

/** The lettering desk with a balloon or a sound selected, and a change that is not applied. */
export const openLettering = (kind: "balloon" | "sound") => async (page: Page, t: Table) => {
  await page.getByRole("button", { name: t["desk.letters"], exact: true }).click();
  await page.locator(".letter-text").first().waitFor();
  // A page without a sound gets one.
  if (kind === "sound") await page.locator(".letter-group").last().getByRole("button").last().click();
  await choose(`.letter-text[data-text*="/${kind === "sound" ? "s" : "w"}"]`)(page);
  await page.keyboard.press("Shift+ArrowDown");
};

/** The order of pages with a page at another place. */
export async function openOrder(page: Page, t: Table): Promise<void> {
  await page.getByRole("button", { name: t["desk.order"], exact: true }).click();
  await page.locator('[data-page-order="1"] .page-order-foot button').last().click();
}

/** The picture desk of the first panel. `isMarked`: with an area of its picture marked. */
export const openPicture =
  ({ isMarked = false } = {}) =>
  async (page: Page, t: Table) => {
    await choose(".balloons .panel-spot")(page);
    await page.getByRole("button", { name: t["revise.desk"] }).click();
    await page.locator(".tile-choice").first().waitFor();
    if (!isMarked) return;
    await page.locator(".picture-where button").last().click();
    await page.locator(".picture-part form textarea").last().fill("Make the sky dark.");
  };

/** Becomes an account, and an operator as by `mekuri keys operator`, if the page's visitor is a guest. */
export const register =
  ({ service }: Studio) =>
  async (page: Page) => {
    await page.locator(".account-form, .sign-ins li").first().waitFor();
    if ((await page.locator(".account-form").count()) === 0) return;
    await page.locator("input[type=email]").fill(`mina.${Date.now()}@example.com`);
    await page.locator("input[type=password]").fill("correct horse");
    await page.locator(".account-form .button-hot").click();
    await page.locator(".sign-ins li").first().waitFor();
    const ownerId = await page.evaluate<string>(`JSON.parse(sessionStorage.getItem("mekuri.token")).ownerId`);
    const documents = "projects/demo-mekuri/databases/(default)/documents";
    const fields = { isGranted: { booleanValue: true }, asOf: { integerValue: String(Date.now()) } };
    const write = {
      update: { name: `${documents}/users/${ownerId}`, fields: { operator: { mapValue: { fields } } } },
      updateMask: { fieldPaths: ["operator"] },
    };
    const host = service.emulators.FIRESTORE_EMULATOR_HOST;
    const answer = await fetch(`http://${host}/v1/${documents}:commit`, {
      method: "POST",
      headers: { authorization: "Bearer owner", "content-type": "application/json" },
      body: JSON.stringify({ writes: [write] }),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  };

/** The operators' view of the newest session. */
export const operateSession = (page: Page) => page.locator(".operate-table tbody button").first().click();

/** The operators' list of reported books. */
export const operateReports = (page: Page) => page.locator(".operate-parts button").nth(3).click();
