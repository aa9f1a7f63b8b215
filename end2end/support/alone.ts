import { Colleague } from "./colleague.ts";

/** Books half an hour where nothing else stands, on that day and, at the same hour, on the others; answers with the patient's name. */
export async function bookAlone(origin: string, person: { login: string; password: string }, start: string, ...others: string[]): Promise<string> {
  const colleague = await Colleague.at(origin, person);
  const { name } = await colleague.bookAlone(start, ...others);
  colleague.leave();
  return name;
}
