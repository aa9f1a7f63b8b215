/** A number of a measure: what is documented, unless the environment says otherwise. */
export function setting(name: string, documented: number): number {
  const given = process.env[name];
  if (given === undefined) return documented;
  const number = Number(given);
  if (!Number.isFinite(number)) throw new Error(`${name}=${given} is not a number`);
  return number;
}
