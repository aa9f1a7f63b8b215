import { LayoutPage } from "./layout_page.ts";

/** What clinicians are asked. */
export class QuestionsPage extends LayoutPage {
  get open() {
    return this.page.getByRole("region", { name: "Aspettano una risposta" }).getByRole("listitem");
  }

  get declined() {
    return this.page.getByRole("region", { name: "Non vogliono proseguire" }).getByRole("listitem");
  }

  get answered() {
    return this.page.getByRole("region", { name: "Risposte di oggi" }).getByRole("listitem");
  }
}
