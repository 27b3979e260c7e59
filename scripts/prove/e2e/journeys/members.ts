// An owner invites somebody by a link; both see a comment appear on a panel; the member's role is raised, and they edit words and leave.
import assert from "node:assert/strict";
import { join } from "node:path";
import { newGuest } from "../guest-api.ts";
import { faultsOf } from "../inspect-page.ts";
import { DESKTOP, PHONE, type Studio } from "../studio.ts";

/** `out`: a folder for screenshots. */
export async function members(studio: Studio, out?: string): Promise<void> {
  const owner = await newGuest(studio);
  const sessionId = await owner.make({ pages: 1 });
  const book = `${studio.service.api}/session/${sessionId}`;
  const about = { tongue: "en", theme: "light" } as const;
  const desk = await studio.visit({ ...about, size: DESKTOP, guest: owner.key });
  const phone = await studio.visit({ ...about, size: PHONE });
  const look = async ({ page }: typeof desk, name: string) => {
    assert.deepEqual(await faultsOf(page), [], name);
    if (out !== undefined) await page.screenshot({ path: join(out, `members-${name}.png`) });
  };

  await desk.page.goto(book);
  await desk.page.getByRole("button", { name: "People" }).click();
  await desk.page.getByRole("radio", { name: "read and comment Also" }).check();
  await desk.page.getByRole("button", { name: "Make the link" }).click();
  const link = await desk.page.getByRole("textbox", { name: "Invitation link" }).inputValue();
  await look(desk, "invite");

  // Without the invitation there is no such book.
  await phone.page.goto(book);
  await phone.page.getByText("There is no such book.").first().waitFor();
  await phone.page.goto(link);
  await phone.page.getByRole("textbox").fill("Dora");
  await look(phone, "join");
  await phone.page.getByRole("button", { name: "Open the book" }).click();
  await phone.page.waitForURL(`**/session/${sessionId}`);
  assert.equal(await phone.page.getByRole("button", { name: "Share" }).count(), 0);
  await phone.page.getByRole("button", { name: "Comments (0)" }).click();
  await phone.page.getByRole("button", { name: "Page 1, panel 1: 0 comments" }).click();
  await phone.page.getByRole("textbox", { name: "Your comment" }).fill("Too dark?");
  await phone.page.getByRole("button", { name: "Comment", exact: true }).click();
  await phone.page.getByText("Too dark?").first().waitFor();
  await look(phone, "comment");

  // The owner's page shows it without a reload.
  await desk.page.getByRole("button", { name: "Close" }).click();
  await desk.page.getByRole("button", { name: "Comments (1)" }).click();
  await desk.page.getByRole("button", { name: "Page 1, panel 1: 1 comment" }).waitFor();
  await look(desk, "pins");
  await desk.page.getByRole("button", { name: "Page 1, panel 1: 1 comment" }).click();
  await desk.page.getByText("Dora").waitFor();
  await desk.page.keyboard.press("Escape");
  await desk.page.getByRole("button", { name: "People" }).click();
  await desk.page.getByRole("combobox", { name: "Role of Dora" }).selectOption("editor");
  await desk.page.getByText("Dora: Editor.").waitFor({ state: "attached" });
  await look(desk, "people");

  await phone.page.reload();
  await phone.page.getByRole("link", { name: "Revise" }).click();
  await phone.page.getByRole("list", { name: "Lines on this page" }).getByRole("button").first().waitFor();
  await look(phone, "revise");
  await phone.page.goto(`${studio.service.api}/shelf`);
  await phone.page.getByRole("heading", { name: "Books of others" }).waitFor();
  await look(phone, "shelf");
  await phone.page.locator(".lent a").click();
  await phone.page.getByRole("button", { name: "People" }).click();
  await phone.page.getByRole("button", { name: "Leave the book" }).click();
  await look(phone, "leave");
  await phone.page.getByRole("button", { name: "Leave the book" }).last().click();
  await phone.page.waitForURL("**/shelf");
  assert.deepEqual(desk.complaints, []);
  await Promise.all([desk.context.close(), phone.context.close()]);
}
