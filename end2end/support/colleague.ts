import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { type Json, PlainClient } from "./plain_client.ts";
import { MORNING } from "./practice.ts";
import { type Place, type Visit, visitsOf } from "./workload.ts";

/** A visit that a colleague has booked, and whose it is. */
export interface Booked {
  id: string;
  name: string;
  place: Place;
}

/** Somebody else at work, whose changes are there at once and without a screen. */
export class Colleague {
  private constructor(private readonly client: PlainClient) {}

  static async at(origin: string, person: { login: string; password: string }): Promise<Colleague> {
    const client = new PlainClient(origin);
    await client.signIn(person.login, person.password);
    await client.connect();
    return new Colleague(client);
  }

  leave(): void {
    this.client.drop();
  }

  /** Gives a command, which is carried out. */
  async does(name: string, args: Json): Promise<void> {
    const mid = this.client.give(name, args);
    await this.client.until(() => this.client.results.has(mid) && this.client.unsent === 0);
    expect(this.client.results.get(mid)).toEqual({ is: "ok" });
  }

  rows(table: string): Json[] {
    return this.client.rows(table);
  }

  /** A visit as the server has it now. */
  async visit(id: string): Promise<Visit> {
    await this.client.hearOut();
    return visitsOf(this.client).find((visit) => visit.id === id)!;
  }

  /** Books half an hour where nothing else stands, on that day and, at the same hour, on the others. */
  async bookAlone(start: string, ...others: string[]): Promise<Booked> {
    const [day, time] = start.split("T") as [string, string];
    const isOpen = (on: string) => (span: { weekday: number; from: string; to: string }) =>
      span.weekday === weekday(on) && span.from <= time && time < span.to;
    const days = [day, ...others];
    const visits = visitsOf(this.client).filter(({ place }) => days.includes(place.start.slice(0, 10)));
    const { chair, clinician } = visitsOf(this.client)
      .map(({ place }) => place)
      .find(
        ({ chair, clinician }) =>
          days.every((on) => (this.rows("chair").find(({ id }) => id === chair)!.opening as []).some(isOpen(on))) &&
          !visits.some(({ place }) => (place.chair === chair || place.clinician === clinician) && place.start.slice(11) >= "17:00"),
      )!;
    return this.book({ start, minutes: 30, chair, clinician });
  }

  /** Books, as somebody who sees birth dates, an adult who has no other visit ahead and whose name nobody else has. */
  async book(place: Place): Promise<Booked> {
    const seen = new Set(visitsOf(this.client).filter(({ place }) => place.start >= MORNING).map(({ patient }) => patient));
    const patients = this.rows("patient");
    const named = ({ surname, name }: Json) => `${surname as string} ${name as string}`;
    const isAlone = (one: Json) => patients.every((other) => other === one || named(other) !== named(one));
    const patient = patients.find((one) => String(one.born) < "2000" && one.standing === "active" && !seen.has(String(one.id)) && isAlone(one))!;
    const id = randomUUID();
    await this.does("book_appointment", { appointment: id, patient: patient.id, place, kind: "checkup" });
    return { id, name: named(patient), place };
  }

  async move({ id }: Booked, to: Partial<Place>): Promise<void> {
    const { place } = await this.visit(id);
    await this.does("move_appointment", { appointment: id, from: place, to: { ...place, ...to } });
  }

  async callOff({ id }: Booked): Promise<void> {
    await this.does("cancel_appointment", { appointment: id, who: "patient", reason: "Malattia" });
  }
}

/** Monday is 1. */
const weekday = (day: string) => ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
